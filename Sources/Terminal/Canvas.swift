/// A rectangle of a grid to draw on; positions are relative to its top left corner.
///
/// Drawing is clipped to the rectangle.
public struct Canvas: ~Copyable {
  /// The grid.
  public var grid: Grid
  /// The rectangle of the grid that can be drawn on.
  public var bounds: Rect

  /// All of `grid`.
  public init(_ grid: Grid) {
    self.grid = grid
    bounds = Rect(origin: Position(row: 0, column: 0), size: grid.size)
  }

  /// The size of the rectangle.
  public var size: Size { bounds.size }

  /// Calls `body` with a canvas for `rect` of this canvas.
  public mutating func inside(_ rect: Rect, _ body: (inout Canvas) -> Void) {
    let outer = bounds
    let placed = Rect(
      row: outer.origin.row + rect.origin.row,
      column: outer.origin.column + rect.origin.column,
      columns: rect.size.columns,
      rows: rect.size.rows
    )
    bounds = placed.intersection(outer)
    body(&self)
    bounds = outer
  }

  /// Writes `text` on one row from `column`; returns the column after it.
  ///
  /// The text ends before the first character that does not fit; characters left of the canvas and
  /// dropped ones (`DisplayWidth`) are skipped.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol,
    row: Int,
    column: Int,
    style: Style,
    limit: Int? = nil
  ) -> Int {
    let end = min(size.columns, limit ?? size.columns)
    var column = column
    for scalar in text.unicodeScalars {
      guard let next = put(scalar.value, row: row, column: column, style: style, end: end) else {
        return column
      }
      column = next
    }
    return column
  }

  /// Writes UTF-8 `bytes` on one row from `column`; returns the column after them.
  @discardableResult
  public mutating func write(
    utf8 bytes: UnsafeRawBufferPointer,
    row: Int,
    column: Int,
    style: Style,
    limit: Int? = nil
  ) -> Int {
    let end = min(size.columns, limit ?? size.columns)
    var column = column
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while case .valid(let encoded) = decoder.parseScalar(from: &iterator) {
      let scalar = Unicode.UTF8.decode(encoded).value
      guard let next = put(scalar, row: row, column: column, style: style, end: end) else {
        return column
      }
      column = next
    }
    return column
  }

  /// Writes one scalar; returns the column after it, `nil` if it does not fit before `end`.
  private mutating func put(
    _ scalar: UInt32,
    row: Int,
    column: Int,
    style: Style,
    end: Int
  ) -> Int? {
    guard 0..<size.rows ~= row, !DisplayWidth.isDropped(scalar) else { return column }
    let width = DisplayWidth.of(scalar)
    let place = Position(row: bounds.origin.row + row, column: bounds.origin.column + column)
    guard width > 0 else {
      if 0 < column, column <= size.columns {
        var base = Position(row: place.row, column: place.column - 1)
        if grid[base].width == 0, base.column > 0 { base.column -= 1 }
        grid.combine(scalar, at: base)
      }
      return column
    }
    guard column + width <= end else { return nil }
    guard column >= 0 else { return column + width }
    grid.put(DisplayWidth.shown(scalar), width: width, style: style, at: place)
    return column + width
  }

  /// Fills `rect` with spaces of `style`.
  public mutating func fill(_ rect: Rect, style: Style) {
    for row in rect.rows where 0..<size.rows ~= row {
      for column in rect.columns where 0..<size.columns ~= column {
        grid.put(
          0x20,
          width: 1,
          style: style,
          at: Position(row: bounds.origin.row + row, column: bounds.origin.column + column)
        )
      }
    }
  }

  /// Changes the style of the cells of `rect` but not their characters.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let placed = Rect(
      row: bounds.origin.row + rect.origin.row,
      column: bounds.origin.column + rect.origin.column,
      columns: rect.size.columns,
      rows: rect.size.rows
    )
    grid.restyle(placed.intersection(bounds), change)
  }
}
