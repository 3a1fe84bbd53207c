import DocumentModel
import Terminal

/// The row above the thread: whom the comment at the top answers, else what the thread holds.
struct ThreadCaption {
  let state: AppState
  let theme: Theme

  /// Draws the row.
  func draw(on canvas: inout Canvas) {
    let style = theme[state.focus == .thread ? .borderFocused : .border]
    let columns = canvas.size.columns
    // Above a thread that stands below the article, the row is the line between them, but for tabs.
    let isRule = state.panes.mode == .stacked && state.panes.tabs == nil
    if isRule {
      canvas.write(String(repeating: "─", count: columns), row: 0, column: 0, style: style)
    }
    let start = isRule ? 2 : 0
    let end = columns - (isRule ? 3 : 1)
    var column = start
    if isRule { column = canvas.write(" ", row: 0, column: column, style: style) }
    if let above = state.commentAbove {
      column = drawStart(of: above, from: column, to: end, on: &canvas)
    } else {
      column = canvas.write(summary, row: 0, column: column, style: style, shortenedTo: end)
    }
    if isRule { canvas.write(" ", row: 0, column: column, style: style) }
  }

  /// Writes the author and the first words of a comment; returns the column after them.
  private func drawStart(
    of above: CommentAbove,
    from start: Int,
    to end: Int,
    on canvas: inout Canvas
  ) -> Int {
    let style = theme[.commentAncestor]
    let name = state.reading.nameShown(for: above.id)
    let body = state.reading.body(of: above.id)
    let mark = body.blocks.isEmpty ? "" : ": "
    let words = "\(above.isReadInto ? "… " : "↳ ")\(name)\(mark)"
    let column = canvas.write(words, row: 0, column: start, style: style, shortenedTo: end)
    return canvas.write(startOf: body, row: 0, column: column, style: style, limit: end)
  }

  private var summary: String {
    let texts = state.document.headerless.count { state.thread.hidden.contains($0) }
    let hidden = state.thread.hidden.count - texts
    if state.reading.commentCount == 0, state.isWorking(.loading) { return "Loading comments" }
    if state.lacksDiscussion { return "Comments not loaded" }
    let filtered = state.thread.folding.filtered
    let count = state.reading.commentCount.counted("comment")
    let shown = filtered.map { "\($0.count) of \(count) · \($0.text)" }
    let order = state.thread.order
    return (shown ?? state.reading.countSentence)
      + (order == .given ? "" : " · \(order.sentence)")
      + (hidden > 0 ? " · \(hidden) hidden, with replies" : "")
  }
}
