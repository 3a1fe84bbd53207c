import CNcurses
import Glibc
import SystemServices
import Terminal

/// Shows grids on the screen.
extension CursesScreen {
  /// Shows `grid`, by passing what differs from the last one to ncurses, which sends the changes.
  package func present(_ grid: Grid, cursor: Position?) {
    guard screen != nil else { return }
    let isChanged = draw(grid)
    if !isChanged, cursor == shownCursor, areModesOn { return }
    place(cursor)
    let marks = isChanged && shown != nil ? capabilities.frameMarks : nil
    if let marks { tty.write(marks.begin) }
    wnoutrefresh(cn_stdscr())
    update()
    if let marks { tty.write(marks.end) }
    shown = grid
    shownCursor = cursor
    if !areModesOn { switchModesOn() }
  }

  /// Has ncurses send the changes; after `leave` it takes the terminal back first.
  private func update() {
    guard isendwin() else {
      doupdate()
      return
    }
    let size = size
    let variables = WindowSizeVariables(
      rows: Int32(clamping: size.rows),
      columns: Int32(clamping: size.columns)
    )
    doupdate()
    variables.undo()
  }

  private func switchModesOn() {
    areModesOn = true
    mayModesBeOn = true
    var modes = capabilities.modesOn(mouse: options.usesMouse)
    if backgroundQuery == nil, defaultBackgroundIsDark == nil, hasColors {
      backgroundQuery = (Clock.milliseconds, capabilities.isXtermLike)
      modes += capabilities.backgroundQuery
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

  /// Passes what differs from the grid shown, or all, to ncurses; returns whether there is any.
  private func draw(_ grid: Grid) -> Bool {
    let painter = RowPainter(window: cn_stdscr(), size: size, charset: charset)
    if let shown, shown.size == grid.size {
      let isChanged = painter.draw(grid, over: shown, &pairs)
      guard pairs.isExhausted else { return isChanged }
      // Rows drawn before may use pairs that now have other colours: all must be drawn again.
      pairs.reset()
    }
    shown = nil
    werase(cn_stdscr())
    _ = painter.draw(grid, over: nil, &pairs)
    return true
  }
}
