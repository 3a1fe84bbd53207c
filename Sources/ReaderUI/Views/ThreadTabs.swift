import Terminal

/// The row above the thread with the discussions to choose from.
struct ThreadTabs {
  let state: AppState
  let theme: Theme

  /// Draws the row; above a thread that stands below the article it is the line between them.
  func draw(on canvas: inout Canvas) {
    let line = theme[state.focus == .thread ? .borderFocused : .border]
    if state.panes.mode == .stacked {
      let rule = String(repeating: "─", count: canvas.size.columns)
      canvas.write(rule, row: 0, column: 0, style: line)
    }
    let strip = state.tabStrip(inColumns: canvas.size.columns)
    for (place, cell) in strip.cells.enumerated() {
      if place > 0 { canvas.write("│", row: 0, column: cell.start - 1, style: line) }
      let isChosen = cell.index == state.discussions.current
      let style = theme[isChosen ? .tabChosen : .tab]
      canvas.write(cell.text, row: 0, column: cell.start, style: style)
    }
    guard let first = strip.cells.first, let last = strip.cells.last else { return }
    if strip.hasMore.left {
      canvas.write("‹", row: 0, column: first.start - 1, style: theme[.tab])
    }
    if strip.hasMore.right, last.columns.upperBound < canvas.size.columns {
      canvas.write("›", row: 0, column: last.columns.upperBound, style: theme[.tab])
    }
  }
}
