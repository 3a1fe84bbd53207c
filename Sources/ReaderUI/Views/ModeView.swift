import Terminal

/// What the mode lays over the panes and the status line.
struct ModeView {
  let state: AppState
  let theme: Theme

  /// Draws it; returns where the cursor stands, `nil` if that is left to the panes.
  func draw(on canvas: inout Canvas) -> Position? {
    draw(state.mode, on: &canvas)
  }

  private func draw(_ mode: Mode, on canvas: inout Canvas) -> Position? {
    switch mode {
    case .reading, .hints, .question: return nil
    case .awaiting(_, let below): return draw(below, on: &canvas)
    case .overlay(let overlay):
      return OverlayView(overlay: overlay, state: state, theme: theme).draw(on: &canvas)
    case .prompt(let prompt, let below):
      _ = draw(below, on: &canvas)
      let status = state.panes.status
      if prompt.kind == .command || prompt.completion != nil {
        CompletionList(prompt: prompt, theme: theme).draw(above: status.origin.row, on: &canvas)
      }
      var column = 0
      canvas.inside(status) { canvas in
        column = PromptLine(prompt: prompt, state: state, theme: theme).draw(on: &canvas)
      }
      return Position(row: status.origin.row, column: column)
    }
  }
}
