import CNcurses
import Glibc
import Terminal

/// Putting grids on the screen.
extension CursesScreen {
  /// Shows `grid`: what differs from the last one is handed to ncurses, which sends what changed.
  public func present(_ grid: Grid, cursor: Position?) {
    guard screen != nil else { return }
    if let shown, shown == grid, cursor == shownCursor, areModesOn { return }
    draw(grid)
    if pairs.isExhausted {
      // Rows drawn before may use pairs that now mean something else: all again, once.
      pairs.reset()
      shown = nil
      draw(grid)
    }
    place(cursor)
    let marks = shown == nil ? nil : dialect.frameMarks
    if let marks { tty.write(marks.begin) }
    wnoutrefresh(cn_stdscr())
    doupdate()
    if let marks { tty.write(marks.end) }
    shown = grid
    shownCursor = cursor
    if !areModesOn { switchModesOn() }
  }

  private func switchModesOn() {
    areModesOn = true
    var modes = dialect.modesOn(mouse: options.usesMouse)
    if backgroundQuery == nil, defaultBackgroundIsDark == nil, hasColors {
      backgroundQuery = (Self.now(), dialect.isXtermLike)
      modes += dialect.backgroundQuery
    }
    if !modes.isEmpty { tty.write(modes) }
  }

  private func place(_ cursor: Position?) {
    let size = size
    guard let cursor, 0..<size.rows ~= cursor.row, 0..<size.columns ~= cursor.column else {
      curs_set(0)
      return
    }
    curs_set(1)
    wmove(cn_stdscr(), Int32(cursor.row), Int32(cursor.column))
  }

  /// Draws the rows that differ from the grid shown, or all of them.
  private func draw(_ grid: Grid) {
    let size = size
    let columns = min(size.columns, grid.size.columns)
    let old = shown.flatMap { $0.size == grid.size ? $0 : nil }
    if old == nil { werase(cn_stdscr()) }
    for row in 0..<min(size.rows, grid.size.rows) {
      let cells = grid.cells[row * grid.size.columns..<row * grid.size.columns + columns]
      let changed = old.map { change(cells, of: grid, from: $0) } ?? cells.indices
      if !changed.isEmpty { draw(changed, of: grid, row: row) }
    }
  }

  /// The cells between the first and the last that differ; empty if none does.
  private func change(_ cells: ArraySlice<Cell>, of grid: Grid, from old: Grid) -> Range<Int> {
    func differs(_ index: Int) -> Bool {
      let (new, past) = (grid.cells[index], old.cells[index])
      guard new.marks != 0 || past.marks != 0 else { return new != past }
      return new.scalar != past.scalar || new.style != past.style
        || grid.marks[Int(new.marks)] != old.marks[Int(past.marks)]
    }
    guard var first = cells.indices.first(where: differs),
      let last = cells.indices.last(where: differs)
    else { return cells.startIndex..<cells.startIndex }
    if grid.cells[first].width == 0 { first -= 1 }
    return first..<last + 1
  }

  private func draw(_ range: Range<Int>, of grid: Grid, row: Int) {
    line.removeAll(keepingCapacity: true)
    for index in range {
      append(grid.cells[index], marks: grid.marks, end: range.upperBound - index)
    }
    let column = range.lowerBound - row * grid.size.columns
    mvwadd_wchnstr(cn_stdscr(), Int32(row), Int32(column), line, Int32(line.count))
  }

  /// Appends `cell` as ncurses wants it; `end` cells are left in its row, itself included.
  private func append(_ cell: Cell, marks: [[UInt32]], end: Int) {
    guard cell.width > 0 else { return }
    let width = Int(cell.width)
    let attributes = Self.attributes(of: cell.style)
    let pair = pairs.pair(of: cell.style)
    var scalar = cell.scalar
    var run = cell.marks == 0 ? [] : marks[Int(cell.marks)]
    if scalar >= 0x7F || scalar < 0x20 {
      if !isUTF8 {
        scalar = ASCIISubstitute.of(scalar)
        run = []
      } else if Int(cn_width(scalar)) != width {
        // ncurses would shift the rest of the row.
        scalar = 0xFFFD
        run = []
      }
    }
    var made = cchar_t()
    cn_set_cell(&made, scalar, run, Int32(run.count), attributes, pair)
    line.append(made)
    guard width == 2, scalar != cell.scalar else { return }
    cn_set_cell(&made, 0x20, [], 0, attributes, pair)
    line.append(made)
  }

  /// ncurses has no strikethrough: it shows as dim.
  private static func attributes(of style: Style) -> UInt32 {
    let attributes = style.attributes
    guard !attributes.isEmpty else { return 0 }
    var bits: UInt32 = 0
    if attributes.contains(.bold) { bits |= UInt32(CN_BOLD) }
    if !attributes.isDisjoint(with: [.dim, .strikethrough]) { bits |= UInt32(CN_DIM) }
    if attributes.contains(.italic) { bits |= UInt32(CN_ITALIC) }
    if attributes.contains(.underline) { bits |= UInt32(CN_UNDERLINE) }
    if attributes.contains(.reverse) { bits |= UInt32(CN_REVERSE) }
    return bits
  }
}
