/// Markdown as Lemmy and PieFed write it: with blocks that are shown only when they are asked for.
enum LemmyMarkdown {
  /// `text` as HTML, a block `::: spoiler TITLE` as `details` that begins with its title.
  ///
  /// O(length).
  static func html(_ text: String) -> String {
    guard text.contains(":::") else { return Markdown.html(text) }
    var lines: [String] = []
    var depth = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      guard let fence = fence(line) else {
        lines.append(String(line))
        continue
      }
      switch fence {
      case "" where depth > 0:
        depth -= 1
        lines += ["", "</details>", ""]
      case "":
        lines.append(String(line))
      case let title:
        depth += 1
        lines += ["", "<details><summary>\(PlainText.escaped(title))</summary>", ""]
      }
    }
    return Markdown.html(lines.joined(separator: "\n"))
  }

  /// The title of the block that a line begins, empty if the line ends one; nil for other lines.
  private static func fence(_ line: Substring) -> String? {
    let start = line.drop { $0 == " " }
    guard start.hasPrefix(":::") else { return nil }
    let words = start.drop { $0 == ":" }.drop { $0 == " " }
    if words.allSatisfy({ $0 == " " }) { return "" }
    guard words.hasPrefix("spoiler") else { return nil }
    let title = words.dropFirst("spoiler".count).drop { $0 == " " }
    return title.isEmpty ? "spoiler" : String(title)
  }
}
