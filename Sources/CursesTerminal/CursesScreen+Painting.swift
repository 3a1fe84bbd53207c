import CNcurses
import Glibc
import SystemServices
import Terminal

/// Putting grids on the screen.
extension CursesScreen {
  /// Shows `grid`: what differs from the last one is handed to ncurses, which sends what changed.
  package func present(_ grid: Grid, cursor: Position?) {
    guard screen != nil else { return }
    let isChanged = draw(grid)
    if !isChanged, cursor == shownCursor, areModesOn { return }
    place(cursor)
    let marks = isChanged && shown != nil ? dialect.frameMarks : nil
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
      backgroundQuery = (Clock.milliseconds, dialect.isXtermLike)
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

  /// Hands ncurses what differs from the grid shown, or all; whether that is anything.
  private func draw(_ grid: Grid) -> Bool {
    let painter = RowPainter(window: cn_stdscr(), size: size, isUTF8: isUTF8)
    if let shown, shown.size == grid.size {
      let isChanged = painter.draw(grid, over: shown, &pairs)
      guard pairs.isExhausted else { return isChanged }
      // Rows drawn before may use pairs that now mean something else: all again.
      pairs.reset()
    }
    shown = nil
    werase(cn_stdscr())
    _ = painter.draw(grid, over: nil, &pairs)
    return true
  }
}
