import DocumentModel
import Terminal
import TextLayout

/// Scrolling code and wide tables sideways, all those of a pane together.
extension AppState {
  /// Columns a step goes.
  private static let sidewaysStep = 8

  mutating func scrollSideways(by steps: Int) {
    let most = overflow(in: focus)
    guard most > 0 else { return tell("no code or table here is wider than the pane") }
    let before = shifts[focus] ?? 0
    let after = min(max(0, before + steps * Self.sidewaysStep), most)
    guard after != before else {
      return tell(steps > 0 ? "end of the longest line" : "start of the lines")
    }
    shifts[focus] = after
  }

  /// Goes back to the first column in panes that show nothing to be scrolled.
  mutating func settleSideways() {
    for (pane, shift) in shifts where shift == 0 || overflow(in: pane) == 0 { shifts[pane] = nil }
  }

  /// Scrolls sideways as far as it takes to see `hit`, which stands on the screen.
  mutating func showSideways(_ hit: TextRange, in pane: Pane) {
    for (line, document, width) in scrollingLines(in: pane) {
      let piece = line.pieces.first { $0.text.offsets.contains(Int(hit.start)) }
      guard let piece else { continue }
      let before = document.text[TextRange(Int(piece.text.start), Int(hit.start))]
      let column = piece.column + DisplayWidth.of(before)
      let shown = column - (shifts[pane] ?? 0)
      // In a narrow pane there may be no column between the marks.
      if shown <= line.indent || shown >= width - 1 {
        shifts[pane] = max(0, min(column - width / 2, overflow(in: pane)))
      }
      return
    }
  }

  /// How many columns the widest line on the screen has that do not fit.
  private func overflow(in pane: Pane) -> Int {
    scrollingLines(in: pane).reduce(0) { max($0, $1.line.width - $1.width) }
  }

  /// The lines on the screen that scroll sideways, and the columns there are for them.
  private func scrollingLines(
    in pane: Pane
  ) -> [(line: Line, document: Document, width: Int)] {
    let height = height(of: pane)
    if pane == .article {
      let column = articleColumn
      return column.visible(from: articleAnchor, height: height).compactMap { placed in
        guard let line = column.text(of: placed.content)?.line, line.scrolls else { return nil }
        return (line, document, column.width)
      }
    }
    let column = threadColumn
    return column.visible(from: thread.anchor, height: height).compactMap { placed in
      guard let line = column.text(of: placed.content)?.line, line.scrolls else { return nil }
      let id = CommentID(placed.item)
      return (line, reading.body(of: id).document, column.textColumns(of: id).width)
    }
  }
}
