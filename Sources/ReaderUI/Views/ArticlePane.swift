import DocumentModel
import Terminal
import TextLayout
import TextSearch

/// The article, in a centred column.
struct ArticlePane {
  let state: AppState
  let theme: Theme

  /// Draws the lines from the article's anchor on, and the rail where there is more; returns where
  /// the item stands that keys are about.
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
        if line.index == 0 {
          QuotedMarks(state: state, theme: theme)
            .drawCount(ofBlock: block, row: row, leftOf: start, on: &canvas)
        }
      case .notice(let text):
        canvas.write(state.namingKeys(text), row: row, column: start, style: theme[.commentDimmed])
      case .blank(let bars):
        TextLineView.drawBars(bars, row: row, column: start, theme, on: &canvas)
      }
    }
    drawRail(of: column, shown, on: &canvas)
    return cursor ?? Position(row: 0, column: 0)
  }

  private func drawRail(
    of column: ArticleColumn,
    _ shown: [VisibleLine<ArticleColumn.Content>],
    on canvas: inout Canvas
  ) {
    guard state.hasRail(inColumns: canvas.size.columns), let first = shown.first,
      let last = shown.last,
      first.item > 0 || first.index > 0 || !last.isLast || last.item != column.lastItem
    else { return }
    let top = ScrollAnchor(item: first.item, line: first.index)
    let bottom = ScrollAnchor(item: last.item, line: last.index)
    let rows = canvas.size.rows
    canvas.inside(Rect(row: 0, column: canvas.size.columns - 1, columns: 1, rows: rows)) {
      RailView(state: state, theme: theme, isOnBorder: state.panes.border != nil)
        .drawArticle(column, showing: top...bottom, on: &$0)
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
    if let block {
      QuotedMarks(state: state, theme: theme)
        .draw(block: block, of: nil, in: line, of: view, row: row, column: column, on: &canvas)
    }
    LinkMarks(state: state, theme: theme)
      .draw(in: line, of: view, pane: .article, row: row, column: column, on: &canvas)
    SearchMarks(state: state, theme: theme)
      .draw(at: place, in: line, of: view, row: row, column: column, on: &canvas)
  }
}
