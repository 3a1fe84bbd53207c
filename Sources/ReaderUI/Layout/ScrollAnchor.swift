import DocumentModel
import TextLayout

/// A line of a column: an item and a line of it, never a row count.
///
/// Folding, resizing and reloading keep what is on the screen, since the anchor is tied to the text.
public struct ScrollAnchor: Hashable, Comparable, Sendable {
  /// The item: a block of the article or a comment.
  public var item: Int
  /// The line of the item, from 0.
  public var line: Int

  /// The line `line` of `item`.
  public init(item: Int = 0, line: Int = 0) {
    self.item = item
    self.line = line
  }

  /// Orders as the column is read.
  public static func < (left: ScrollAnchor, right: ScrollAnchor) -> Bool {
    (left.item, left.line) < (right.item, right.line)
  }
}

/// A line of a column told by its text, so that it is found again at another width.
struct TextAnchor: Hashable, Sendable {
  /// The line, as laid out before.
  let anchor: ScrollAnchor
  /// The block whose text stands on the line, or on the next that shows text; `nil` if none does.
  let block: Int?
  /// The first byte of that text.
  let offset: UInt32
  /// How many lines stand above that text.
  let above: Int
}

extension LineSource {
  /// The line at `anchor`, told by its text.
  func textAnchor(of anchor: ScrollAnchor) -> TextAnchor {
    // No more than a blank line or a rule of a table stands above text.
    let lines =
      firstItem == nil ? [] : lines(of: anchor.item).lines(in: anchor.line..<anchor.line + 8)
    for (above, content) in lines.enumerated() {
      if let (line, block) = text(of: content) {
        return TextAnchor(anchor: anchor, block: block, offset: line.text.start, above: above)
      }
    }
    return TextAnchor(anchor: anchor, block: nil, offset: 0, above: 0)
  }

  /// The line that shows the text of `text`; at the start of an item always its first line.
  func anchor(of text: TextAnchor) -> ScrollAnchor {
    guard firstItem != nil, text.anchor.line > 0, let block = text.block,
      let found = lines(of: text.anchor.item).line(showing: text.offset, of: block)
    else {
      return text.anchor
    }
    return ScrollAnchor(item: text.anchor.item, line: max(0, found - text.above))
  }
}
