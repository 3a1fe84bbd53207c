/// Where a pane's top row rests: an item and a line of it, never a row count.
///
/// Folding, resizing and reloading keep the reader's place, since the anchor is tied to the text.
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
