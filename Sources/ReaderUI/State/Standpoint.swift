import DocumentModel
import Terminal
import TextLayout

/// Where both panes stand and how they share the window: what is left for a while and come back to.
struct Standpoint: Sendable {
  /// The pane that keys go to.
  let focus: Pane
  /// The top of the article pane.
  let articleAnchor: ScrollAnchor
  /// The top of the thread pane.
  let threadAnchor: ScrollAnchor
  /// The comment keys are about.
  let focused: CommentID?
  /// How the panes share the window.
  let layoutMode: LayoutMode

  /// The pane with the focus alone.
  var place: Place {
    Place(
      pane: focus,
      anchor: focus == .article ? articleAnchor : threadAnchor,
      focused: focused
    )
  }
}

/// What a pane begins with, told by its text, so that it is found again at another width.
struct TextAnchor: Sendable {
  /// The line it stands on, as laid out before.
  let anchor: ScrollAnchor
  /// The first byte of the line's text and its block, or of the next line that has one.
  let text: (offset: UInt32, block: Int)?
  /// How many lines it stands above that text.
  let above: Int
}

/// Where the reader stood before the window began to change its size.
struct RestingPlace: Sendable {
  /// The size of the window then.
  let size: Size
  /// Where the panes stood.
  let standpoint: Standpoint
  /// What the article pane began with.
  let article: TextAnchor
  /// What the thread pane began with.
  let thread: TextAnchor
}

extension LineSource {
  /// The line at `anchor`, told by its text.
  func textAnchor(of anchor: ScrollAnchor) -> TextAnchor {
    guard firstItem != nil else { return TextAnchor(anchor: anchor, text: nil, above: 0) }
    // No more than a blank line or a rule of a table stands above text.
    let lines = lines(of: anchor.item).lines(in: anchor.line..<anchor.line + 8)
    for (above, content) in lines.enumerated() {
      if let (line, block) = text(of: content) {
        return TextAnchor(anchor: anchor, text: (line.text.start, block), above: above)
      }
    }
    return TextAnchor(anchor: anchor, text: nil, above: 0)
  }

  /// The line that shows what `place` was told by; at the start of an item always its first line.
  func anchor(of place: TextAnchor) -> ScrollAnchor {
    guard firstItem != nil, place.anchor.line > 0, let text = place.text,
      let found = lines(of: place.anchor.item).line(showing: text.offset, of: text.block)
    else {
      return place.anchor
    }
    return ScrollAnchor(item: place.anchor.item, line: max(0, found - place.above))
  }
}
