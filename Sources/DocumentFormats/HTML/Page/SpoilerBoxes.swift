import HTMLParsing

/// What sites hide from those who do not want to know yet.
///
/// Names of wpDiscuz, Reddit, Discourse, XenForo, phpBB, Habr and others.
enum SpoilerBoxes {
  /// The boxes of a page; O(their number).
  ///
  /// Of a box around another the inner one counts: beside it stands what it is about.
  static func find(in tree: HTMLDocument, _ classes: ClassIndex) -> Set<HTMLNodeID> {
    var boxes = Set(names.flatMap { classes.elements($0) })
    for box in Self.texts.lazy.flatMap({ classes.elements($0) }) {
      if let around = tree[box].parent { boxes.remove(around) }
    }
    return boxes
  }

  private static let names: [StaticString] =
    ["spoiler", "spoilers", "spoiled", "md-spoiler-text", "bbCodeInlineSpoiler", "js-spoiler"]
    + texts

  /// What a box calls the part of it that is hidden.
  private static let texts: [StaticString] = [
    "spoiler-text", "spoiler_text", "spoiler-content", "spoiler_content", "spoiler-body",
    "spoiler_body", "wpdiscuz-spoiler-content", "bbCodeSpoiler-content",
  ]
}
