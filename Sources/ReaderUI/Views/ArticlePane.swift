import DocumentModel
import Terminal
import TextLayout
import TextSearch

/// The article, in a centred column.
struct ArticlePane {
  let state: AppState
  let theme: Theme

  /// Draws the lines from the article's anchor on; returns where the item stands that keys are about.
  func draw(on canvas: inout Canvas) -> Position {
    let start = state.articleColumns.start
    let current = state.article.item
    var cursor: Position?
    let column = state.articleColumn
    let shown = column.visible(from: state.article.anchor)
    for (row, line) in shown.enumerated() {
      if line.item == current, current != state.article.anchor.item {
        if cursor == nil { cursor = Position(row: row, column: start) }
        let isText = column.text(of: line.content) != nil
        if isText { canvas.write("┃", row: row, column: start - 1, style: theme[.tree]) }
      }
      switch line.content {
      case .title(let text):
        draw(text, as: .title, at: SearchPlace(.title), row: row, on: &canvas)
      case .byline(let text):
        draw(text, as: .byline, at: SearchPlace(.byline), row: row, on: &canvas)
      case .text(let text, let block):
        draw(text, block, as: .text, at: SearchPlace(.articleBlock(block)), row: row, on: &canvas)
      case .notice(let text):
        canvas.write(text, row: row, column: start, style: theme[.commentDimmed])
      case .blank(let bars):
        TextLineView.drawBars(bars, row: row, column: start, theme, on: &canvas)
      }
    }
    return cursor ?? Position(row: 0, column: 0)
  }

  private func draw(
    _ line: Line,
    _ block: Int? = nil,
    as role: StyleRole,
    at place: SearchPlace,
    row: Int,
    on canvas: inout Canvas
  ) {
    let (column, width) = state.articleColumns
    let view = TextLineView(
      document: state.document,
      theme: theme,
      role: role,
      width: width,
      shift: state.article.viewport.shift,
      showsSpoilers: state.options.showsSpoilers
    )
    view.draw(line, block: block, row: row, column: column, on: &canvas)
    LinkMarks(state: state, theme: theme)
      .draw(in: line, of: view, pane: .article, row: row, column: column, on: &canvas)
    SearchMarks(state: state, theme: theme)
      .draw(at: place, in: line, of: view, row: row, column: column, on: &canvas)
  }
}
