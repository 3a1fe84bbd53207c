import DocumentModel
import ReaderUI
import Terminal

extension Session {
  /// What is wrong with the state or the screen, in words; `nil` at any time, whatever was typed.
  public var violation: String? {
    let (grid, cursor) = RootView(state, theme: theme).draw()
    return gridViolation(grid, cursor) ?? focusViolation ?? anchorViolation
  }

  private func gridViolation(_ grid: Grid, _ cursor: Position?) -> String? {
    let size = state.size
    guard grid.size == size, grid.cells.count == size.columns * size.rows else {
      return "the grid has not the window's size"
    }
    for row in 0..<size.rows {
      var owed = 0
      for column in 0..<size.columns {
        let cell = grid[Position(row: row, column: column)]
        let place = "row \(row), column \(column)"
        guard (cell.width == 0) == (owed > 0) else { return "half a wide character at \(place)" }
        owed = max(0, owed - 1)
        if cell.width == 0 { continue }
        let shown = cell.scalar < 0x20 || 0x7F..<0xA0 ~= cell.scalar
        if shown || DisplayWidth.isDropped(cell.scalar) {
          return "control \(cell.scalar) at \(place)"
        }
        if DisplayWidth.of(cell.scalar) != Int(cell.width) { return "a wrong width at \(place)" }
        owed = Int(cell.width) - 1
      }
      if owed > 0 { return "half a wide character at the end of row \(row)" }
    }
    guard let cursor else { return nil }
    let isInside = 0..<size.rows ~= cursor.row && 0..<size.columns ~= cursor.column
    return isInside ? nil : "the cursor stands outside, at \(cursor.row), \(cursor.column)"
  }

  private var focusViolation: String? {
    let document = state.document
    guard let focused = state.thread.focused else {
      let shown = document.commentIDs.first { isShown($0) }
      return shown.map { "no focus, though comment \($0.index) is shown" }
    }
    guard document.comments.indices.contains(focused.index) else { return "the focus is nowhere" }
    return isShown(focused) ? nil : "the focus is on comment \(focused.index), which is not shown"
  }

  private var anchorViolation: String? {
    let document = state.document
    let article = state.article.anchor
    guard 0...document.article.blocks.count ~= article.item, article.line >= 0 else {
      return "the article's anchor is nowhere"
    }
    let anchor = state.thread.anchor
    guard state.thread.focused != nil else { return nil }
    guard document.comments.indices.contains(anchor.item), anchor.line >= 0 else {
      return "the thread's anchor is nowhere"
    }
    return isShown(CommentID(anchor.item))
      ? nil : "the pane begins with comment \(anchor.item), which is not shown"
  }

  /// Whether `id` is neither hidden nor inside a fold.
  private func isShown(_ id: CommentID) -> Bool {
    let above = state.document.ancestors(of: id)
    return !state.thread.leftOut.contains(id)
      && above.allSatisfy { !state.thread.leftOut.contains($0) && !state.thread.folds.contains($0) }
  }
}
