/// One cell of the screen.
public struct Cell: Hashable, Sendable {
  /// The base character; a space in an empty cell, 0 in the right half of a wide character.
  public var scalar: UInt32
  /// The combining marks after it: an index into `Grid.marks`, 0 for none.
  public var marks: UInt16
  /// The columns it takes: 1 or 2, 0 for the right half of a wide character.
  public var width: UInt8
  /// The style.
  public var style: Style

  /// A cell.
  public init(scalar: UInt32 = 0x20, marks: UInt16 = 0, width: UInt8 = 1, style: Style = Style()) {
    self.scalar = scalar
    self.marks = marks
    self.width = width
    self.style = style
  }
}

/// A rectangle of cells: the contents of a screen.
///
/// A wide character that does not fit, or of which one half is overwritten, becomes spaces.
public struct Grid: Hashable, Sendable {
  /// Its size.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// Runs of combining marks that cells refer to; the first is empty, none is longer than four.
  ///
  /// A run may occur twice.
  public private(set) var marks: [[UInt32]] = [[]]

  /// An empty grid.
  public init(size: Size, style: Style = Style()) {
    self.size = size
    cells = Array(repeating: Cell(style: style), count: size.columns * size.rows)
  }

  /// The cell at `position`, which must lie in the grid.
  public subscript(position: Position) -> Cell {
    cells[position.row * size.columns + position.column]
  }

  /// Writes a character of `width` 1 or 2 at `position`; does nothing outside the grid.
  public mutating func put(_ scalar: UInt32, width: Int, style: Style, at position: Position) {
    guard 0..<size.rows ~= position.row, 0..<size.columns ~= position.column else { return }
    let index = position.row * size.columns + position.column
    let end = (position.row + 1) * size.columns
    clearHalves(at: index)
    guard width == 2 else {
      cells[index] = Cell(scalar: scalar, style: style)
      return
    }
    guard index + 1 < end else {
      cells[index] = Cell(style: style)
      return
    }
    clearHalves(at: index + 1)
    cells[index] = Cell(scalar: scalar, width: 2, style: style)
    cells[index + 1] = Cell(scalar: 0, width: 0, style: style)
  }

  /// Adds a combining mark to the character at `position`; a fifth one is dropped.
  ///
  /// An ncurses cell holds four marks (`CCHARW_MAX`).
  public mutating func combine(_ mark: UInt32, at position: Position) {
    guard 0..<size.rows ~= position.row, 0..<size.columns ~= position.column else { return }
    let index = position.row * size.columns + position.column
    let before = marks[Int(cells[index].marks)]
    guard before.count < 4, marks.count < Int(UInt16.max) else { return }
    let run = before + [mark]
    // Only the most recent ones: random text has thousands of different runs.
    if let known = marks.suffix(64).lastIndex(of: run) {
      cells[index].marks = UInt16(known)
    } else {
      cells[index].marks = UInt16(marks.count)
      marks.append(run)
    }
  }

  /// Applies `style` to the cells of `rect` without changing their characters.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let rect = rect.intersection(Rect(origin: Position(row: 0, column: 0), size: size))
    for row in rect.rows {
      for column in rect.columns {
        let index = row * size.columns + column
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// The text of a row, including trailing spaces.
  public func text(ofRow row: Int) -> String {
    var text = String.UnicodeScalarView()
    for cell in cells[row * size.columns..<(row + 1) * size.columns] where cell.width > 0 {
      text.append(Unicode.Scalar(cell.scalar) ?? " ")
      for mark in marks[Int(cell.marks)] { Unicode.Scalar(mark).map { text.append($0) } }
    }
    return String(text)
  }

  /// Replaces the other half of a wide character at `index` by a space.
  private mutating func clearHalves(at index: Int) {
    switch cells[index].width {
    case 0: cells[index - 1] = Cell(style: cells[index - 1].style)
    case 2: cells[index + 1] = Cell(style: cells[index + 1].style)
    default: break
    }
  }
}
