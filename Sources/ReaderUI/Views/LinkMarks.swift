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
      canvas.write(
        hint.letters,
        row: row,
        column: column + start,
        style: theme[.hint]
      )
    }
  }
}
