/// A cell's place: row and column from 0, top left first.
public struct Position: Hashable, Sendable {
  /// The row, from 0 at the top.
  public var row: Int
  /// The column, from 0 at the left.
  public var column: Int

  /// The cell at `row` and `column`.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A size in cells, never negative.
public struct Size: Hashable, Sendable {
  /// How many columns.
  public var columns: Int
  /// How many rows.
  public var rows: Int

  /// A size; negative measures count as 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
  /// Its top left cell.
  public var origin: Position
  /// Its size.
  public var size: Size

  /// The rectangle of `size` at `origin`.
  public init(origin: Position, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// The rectangle at `row` and `column`.
  public init(row: Int, column: Int, columns: Int, rows: Int) {
    self.init(
      origin: Position(row: row, column: column),
      size: Size(columns: columns, rows: rows)
    )
  }

  /// Its rows on the screen.
  public var rows: Range<Int> { origin.row..<origin.row + size.rows }
  /// Its columns on the screen.
  public var columns: Range<Int> { origin.column..<origin.column + size.columns }

  /// Whether `position` lies in it.
  public func contains(_ position: Position) -> Bool {
    rows.contains(position.row) && columns.contains(position.column)
  }

  /// What both rectangles cover; empty if they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let rows = rows.clamped(to: other.rows)
    let columns = columns.clamped(to: other.columns)
    return Rect(
      row: rows.lowerBound,
      column: columns.lowerBound,
      columns: columns.count,
      rows: rows.count
    )
  }
}
