import DocumentModel
import Terminal
import TextLayout

/// Marks the link moved to, and puts hint letters over links.
struct LinkMarks {
  let state: AppState
  let theme: Theme

  /// Marks what `line` shows of links, whose block has its left edge at `column`.
  func draw(
    in line: Line,
    of view: TextLineView,
    pane: Pane,
    row: Int,
    column: Int,
    on canvas: inout Canvas
  ) {
    if let current = state.navigation.link, current.pane == pane {
      view.restyle(current.text, in: line, row: row, column: column, on: &canvas) {
        theme.style(.searchCurrent, over: $0)
      }
    }
    guard let hints = state.mode.hints else { return }
    for hint in hints.matching where hint.link.pane == pane {
      guard let piece = line.pieces.first(where: { $0.text.start == hint.link.text.start }),
        piece.link != nil, case let start = view.offset(of: piece.column, in: line), start >= 0
      else { continue }
      draw(hint.letters, before: column + start, row: row, on: &canvas)
    }
  }

  /// Writes `letters` before a link that starts at `column`, over its beginning without room there.
  private func draw(_ letters: String, before column: Int, row: Int, on canvas: inout Canvas) {
    let start = column - letters.unicodeScalars.count
    canvas.write(letters, row: row, column: start >= 0 ? start : column, style: theme[.hint])
  }
}
