import DocumentModel
import Terminal
import TextLayout
import TextSearch

/// The article, in a centred column.
struct ArticlePane {
  let state: AppState
  let theme: Theme

  /// Draws the lines from the article's anchor on.
  func draw(on canvas: inout Canvas) {
    let start = state.articleColumns.start
    let column = state.articleColumn
    let shown = column.visible(from: state.articleAnchor, height: canvas.size.rows)
    for (row, line) in shown.enumerated() {
      switch line.content {
      case .title(let text):
        draw(text, as: .title, at: SearchPlace(.title), row: row, on: &canvas)
      case .byline(let text):
        draw(text, as: .byline, at: SearchPlace(.byline), row: row, on: &canvas)
      case .text(let text, let block):
        draw(text, block, as: .text, at: SearchPlace(.articleBlock(block)), row: row, on: &canvas)
      case .notice(let text):
        canvas.write(text, row: row, column: start, style: theme[.commentDimmed])
      case .blank: break
      }
    }
  }
  private func draw(
    _ line: Line,
    _ block: Int? = nil,
    as role: StyleRole,
    at place: SearchPlace,
    row: Int,
    on canvas: inout Canvas
  ) {
    let view = TextLineView(document: state.document, theme: theme, role: role)
    let column = state.articleColumns.start
    view.draw(line, block: block, row: row, column: column, on: &canvas)
    LinkMarks(state: state, theme: theme)
      .draw(in: line, of: view, pane: .article, row: row, column: column, on: &canvas)
    SearchMarks(state: state, theme: theme)
      .draw(at: place, in: line, of: view, row: row, column: column, on: &canvas)
  }
}
