import DocumentModel
import Terminal

/// The whole window.
public struct RootView {
  let state: AppState
  let theme: Theme

  /// A view of `state`, in the looks of `theme`.
  public init(_ state: AppState, theme: Theme) {
    self.state = state
    self.theme = theme
  }

  /// Draws the window; returns it and where the cursor stands.
  ///
  /// Lays out only what is shown, so it costs the same however long the document is.
  public func draw() -> (grid: Grid, cursor: Position?) {
    var canvas = Canvas(Grid(size: state.size, style: theme[.text]))
    guard !state.window.isTooSmall else {
      drawTooSmall(on: &canvas)
      return (canvas.grid, nil)
    }
    var cursor = state.list == nil ? drawPanes(on: &canvas) : drawList(on: &canvas)
    canvas.inside(state.panes.status) { StatusLine(state: state, theme: theme).draw(on: &$0) }
    if state.mode.overlay == nil { drawMessage(on: &canvas) }
    cursor = ModeView(state: state, theme: theme).draw(on: &canvas) ?? cursor
    if let overlay = state.mode.overlay, let message = state.message,
      !OverlayNote(overlay: overlay, state: state, theme: theme)
        .holds(message, in: OverlayFrame(overlay, in: state.size).box)
    {
      drawMessage(on: &canvas)
    }
    return (canvas.grid, cursor)
  }

  /// Draws the list of entries; returns where the selected one stands.
  private func drawList(on canvas: inout Canvas) -> Position? {
    guard let list = state.list, let column = state.listColumn else { return nil }
    let rects = state.listRects
    if let caption = rects.caption {
      canvas.inside(caption) {
        ListingCaption(state: state, theme: theme, list: list).draw(on: &$0)
      }
    }
    var current: Position?
    canvas.inside(rects.entries) {
      current = ListingPane(state: state, theme: theme, list: list).draw(column, on: &$0)
    }
    return Position(
      row: rects.entries.origin.row + (current?.row ?? 0),
      column: current?.column ?? 0
    )
  }

  /// Draws article and thread; returns where in the pane with the focus keys are about.
  private func drawPanes(on canvas: inout Canvas) -> Position? {
    let panes = state.panes
    var cursor: Position?
    if let border = panes.border { drawBorder(border, on: &canvas) }
    if let rect = panes.article {
      var current = Position(row: 0, column: 0)
      // Beside the thread the border is the article's rail.
      var room = rect
      room.size.columns += panes.border?.size.columns ?? 0
      canvas.inside(room) { current = ArticlePane(state: state, theme: theme).draw(on: &$0) }
      if state.focus == .article {
        cursor = Position(
          row: rect.origin.row + current.row,
          column: rect.origin.column + current.column
        )
      }
    }
    if let rect = panes.thread, let caption = panes.caption {
      let pane = ThreadPane(state: state, theme: theme)
      if let tabs = panes.tabs {
        canvas.inside(tabs) { ThreadTabs(state: state, theme: theme).draw(on: &$0) }
      }
      canvas.inside(caption) { ThreadCaption(state: state, theme: theme).draw(on: &$0) }
      var current: Position?
      canvas.inside(rect) { current = pane.draw(on: &$0) }
      if state.focus == .thread {
        cursor = Position(
          row: rect.origin.row + (current?.row ?? 0),
          column: rect.origin.column + (current?.column ?? 0)
        )
      }
    }
    return cursor
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let texts = ["The window is too small", "window too small", "too small", "small", "…"]
    let text = texts.first { DisplayWidth.of($0) <= canvas.size.columns }
    canvas.write(text ?? "", row: 0, column: 0, style: theme[.text])
  }

  private func drawBorder(_ border: Rect, on canvas: inout Canvas) {
    let style = theme[state.focus == .article ? .borderFocused : .border]
    for row in border.rows {
      canvas.write("│", row: row, column: border.origin.column, style: style)
    }
  }

  private func drawMessage(on canvas: inout Canvas) {
    guard let message = state.messageShown else { return }
    let style = theme[message.isWarning ? .messageWarning : .message]
    let end = state.panes.status.origin.row
    let lines = state.messageRows
    for (row, line) in zip(end - lines.count..<end, lines) {
      canvas.fill(Rect(row: row, column: 0, columns: state.size.columns, rows: 1), style: style)
      canvas.write(" " + line, row: row, column: 0, style: style)
    }
  }
}
