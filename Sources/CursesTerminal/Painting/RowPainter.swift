import CNcurses
import Glibc
import Terminal

/// Passes the rows of a grid to ncurses.
struct RowPainter {
  /// The window to draw on.
  let window: UnsafeMutablePointer<WINDOW>?
  /// The size of the window; cells of the grid outside it are not drawn.
  let size: Size
  /// What the terminal can show.
  let charset: VisibleText.Charset

  /// Draws what differs from `old`, or all of `grid`; returns whether anything was drawn.
  ///
  /// Both grids must have the same size. An unchanged row costs one comparison of its bytes.
  func draw(_ grid: Grid, over old: Grid?, _ pairs: inout ColorPairs) -> Bool {
    var isChanged = false
    var line: [cchar_t] = []
    let columns = min(size.columns, grid.size.columns)
    // Otherwise equal bytes may stand for different combining marks.
    let canSkip = old?.marks == grid.marks
    grid.cells.withUnsafeBufferPointer { cells in
      for row in 0..<min(size.rows, grid.size.rows) {
        let all = row * grid.size.columns..<row * grid.size.columns + columns
        let changed = old.map { change(all, of: grid, from: $0, canSkip) } ?? all
        guard !changed.isEmpty else { continue }
        isChanged = true
        line.removeAll(keepingCapacity: true)
        for index in changed where cells[index].width > 0 {
          let cell = cells[index]
          let marks = cell.marks == 0 ? [] : grid.marks[Int(cell.marks)]
          append(cell, marks, pair: pairs.pair(of: cell.style), to: &line)
        }
        let column = Int32(changed.lowerBound - all.lowerBound)
        mvwadd_wchnstr(window, Int32(row), column, line, Int32(line.count))
      }
    }
    return isChanged
  }

  /// The cells from the first to the last one that differs in a row; empty if none does.
  private func change(
    _ row: Range<Int>,
    of grid: Grid,
    from old: Grid,
    _ canSkip: Bool
  ) -> Range<Int> {
    grid.cells.withUnsafeBufferPointer { new in
      old.cells.withUnsafeBufferPointer { past in
        let none = row.lowerBound..<row.lowerBound
        guard !row.isEmpty, let newStart = new.baseAddress, let pastStart = past.baseAddress else {
          return none
        }
        let isSame = memcmp(
          newStart + row.lowerBound,
          pastStart + row.lowerBound,
          row.count * MemoryLayout<Cell>.stride
        )
        if isSame == 0, canSkip { return none }
        func differs(_ index: Int) -> Bool {
          let (cell, before) = (new[index], past[index])
          guard cell.marks != 0 || before.marks != 0 else { return cell != before }
          return cell.scalar != before.scalar || cell.style != before.style
            || grid.marks[Int(cell.marks)] != old.marks[Int(before.marks)]
        }
        guard var first = row.first(where: differs), let last = row.last(where: differs) else {
          return none
        }
        if new[first].width == 0 { first -= 1 }
        return first..<last + 1
      }
    }
  }

  /// Appends `cell` in ncurses' form.
  private func append(_ cell: Cell, _ marks: [UInt32], pair: Int32, to line: inout [cchar_t]) {
    let attributes = Self.attributes(of: cell.style)
    var scalar = cell.scalar
    // ncurses sends the marks as UTF-8, whose bytes are control characters on other terminals.
    var markCount = charset == .utf8 ? Int32(marks.count) : 0
    if scalar >= 0x7F || scalar < 0x20 {
      if charset != .utf8 {
        scalar = ASCIISubstitute.of(scalar)
      } else if cn_width(scalar) != cell.width {
        // ncurses would move the rest of the row.
        scalar = 0xFFFD
        markCount = 0
      }
    }
    line.append(cn_cell(scalar, marks, markCount, attributes, pair))
    if cell.width == 2, scalar != cell.scalar {
      line.append(cn_cell(0x20, nil, 0, attributes, pair))
    }
  }

  /// ncurses' bits for the attributes; it has no strikethrough, which is shown as dim.
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
