/// The part of a column that its pane shows.
struct Viewport<Column: LineSource>: Equatable, Sendable {
  /// The line on the first row of the pane.
  var anchor = ScrollAnchor()
  /// How many columns code and wide tables are scrolled to the side.
  var shift = 0
  /// The text on the first row, kept to find it again at another width.
  private(set) var pinned: TextAnchor?

  /// Scrolls down by `lines`, up if negative, as far as there are lines; whether it moved.
  @discardableResult
  mutating func scroll(by lines: Int, over column: Column) -> Bool {
    let before = anchor
    anchor = column.clamp(column.move(anchor, by: lines))
    return anchor != before
  }

  /// Moves onto a line that exists and, if there are enough, fills the pane.
  mutating func settle(on column: Column) { anchor = column.clamp(anchor) }

  /// The row `line` stands on, `nil` if it is not in the first `rows`, or not in the pane.
  func row(of line: ScrollAnchor, in column: Column, rows: Int? = nil) -> Int? {
    column.distance(from: anchor, to: line, limit: (rows ?? column.height) - 1)
  }

  /// Scrolls so that `line` stands on `row`, or as near to it as the ends of the column allow.
  mutating func put(_ line: ScrollAnchor, onRow row: Int, in column: Column) {
    anchor = column.clamp(column.move(line, by: -row))
  }

  /// Scrolls as little as needed to show `lines` of `item`, the first of them in any case.
  mutating func show(_ lines: ClosedRange<Int>, of item: Int, in column: Column) {
    let start = ScrollAnchor(item: item, line: lines.lowerBound)
    let end = ScrollAnchor(item: item, line: lines.upperBound)
    if start < anchor {
      anchor = start
    } else if row(of: end, in: column) == nil {
      anchor = min(start, column.move(end, by: 1 - column.height))
    }
    settle(on: column)
  }

  /// Scrolls down until the lowest of `lines` on the screen is in the first `free` rows.
  mutating func scroll(toShow lines: [ScrollAnchor], above free: Int, in column: Column) {
    guard column.firstItem != nil else { return }
    let rows = lines.compactMap { row(of: $0, in: column) }
    guard let lowest = rows.max(), lowest >= free else { return }
    anchor = column.move(anchor, by: lowest - free + 1)
  }

  /// Remembers the text on the first row, as `column` lays it out.
  mutating func pin(in column: Column) { pinned = column.textAnchor(of: anchor) }

  /// Forgets the text that was remembered.
  mutating func dropPin() { pinned = nil }

  /// Puts the text that was remembered onto the first row again, as `column` lays it out now.
  mutating func unpin(in column: Column) {
    if let pinned { anchor = column.anchor(of: pinned) }
    pinned = nil
  }
}
