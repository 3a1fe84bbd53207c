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
    let before = shift(of: focus)
    let after = min(max(0, before + steps * Self.sidewaysStep), most)
    guard after != before else {
      return tell(
        steps > 0 ? "this is the end of the longest line" : "this is the start of the line"
      )
    }
    setShift(of: focus, to: after)
  }

  /// How many columns `pane` is scrolled sideways.
  func shift(of pane: Pane) -> Int {
    pane == .article ? article.viewport.shift : thread.viewport.shift
  }

  private mutating func setShift(of pane: Pane, to shift: Int) {
    if pane == .article { article.viewport.shift = shift } else { thread.viewport.shift = shift }
  }

  /// Goes back to the first column in panes that show nothing to be scrolled.
  mutating func settleSideways() {
    for pane in Pane.allCases where shift(of: pane) != 0 && overflow(in: pane) == 0 {
      setShift(of: pane, to: 0)
    }
  }

  /// Scrolls sideways as far as it takes to see `hit`, which stands on the screen.
  mutating func showSideways(_ hit: TextRange, in pane: Pane) {
    for (line, document, width) in scrollingLines(in: pane) {
      let piece = line.pieces.first { $0.text.offsets.contains(Int(hit.start)) }
      guard let piece else { continue }
      let before = document.text[TextRange(Int(piece.text.start), Int(hit.start))]
      let column = piece.column + DisplayWidth.of(before)
      let shown = column - shift(of: pane)
      // In a narrow pane there may be no column between the marks.
      if shown <= line.indent || shown >= width - 1 {
        setShift(of: pane, to: max(0, min(column - width / 2, overflow(in: pane))))
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
    if pane == .article {
      let column = articleColumn
      return column.visible(from: article.anchor).compactMap { visible in
        guard let line = column.text(of: visible.content)?.line, line.scrolls else { return nil }
        return (line, document, column.width)
      }
    }
    let column = threadColumn
    return column.visible(from: thread.anchor).compactMap { visible in
      guard let line = column.text(of: visible.content)?.line, line.scrolls else { return nil }
      let id = CommentID(visible.item)
      return (line, reading.body(of: id).document, column.textColumns(of: id).width)
    }
  }
}
