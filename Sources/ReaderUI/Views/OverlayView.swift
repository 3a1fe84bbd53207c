import Terminal

/// A list over the panes.
struct OverlayView {
  let overlay: Overlay
  let state: AppState
  let theme: Theme

  /// Draws the list; returns where the selected row stands.
  func draw(on canvas: inout Canvas) -> Position {
    let frame = OverlayFrame(overlay, in: canvas.size)
    let box = frame.box
    canvas.fill(box, style: theme[.overlay])
    drawBorder(box, on: &canvas)
    let inside = frame.inside
    var cursor: Position?
    let shown = frame.column.visible(from: frame.anchor)
    for (offset, line) in shown.enumerated() {
      let row = inside.origin.row + offset
      draw(line.content, row: row, in: inside, on: &canvas)
      guard overlay.isMenu, line.item == overlay.selected else { continue }
      let bar = Rect(
        row: row,
        column: inside.origin.column - 1,
        columns: inside.size.columns + 2,
        rows: 1
      )
      canvas.restyle(bar) { theme.style(.overlaySelected, over: $0) }
      cursor = cursor ?? Position(row: row, column: inside.origin.column)
    }
    drawTitle(box, on: &canvas)
    OverlayNote(overlay: overlay, state: state, theme: theme)
      .draw(in: box, shown: shown.map(\.item), on: &canvas)
    return cursor ?? inside.origin
  }

  private func draw(
    _ runs: [OverlayRow.Run],
    row: Int,
    in inside: Rect,
    on canvas: inout Canvas
  ) {
    var column = inside.origin.column
    for run in runs {
      let style = theme.style(run.role, over: theme[.overlay])
      column = canvas.write(
        run.text,
        row: row,
        column: column,
        style: style,
        limit: inside.columns.upperBound
      )
    }
  }

  private func drawTitle(_ box: Rect, on canvas: inout Canvas) {
    let filter = overlay.filter.isEmpty ? "" : " /\(overlay.filter)"
    let style = theme.style(.overlayTitle, over: theme[.overlay])
    let (row, start) = (box.origin.row, box.origin.column + 2)
    let end = box.columns.upperBound - 2
    let column = canvas.write(" ", row: row, column: start, style: style)
    let stop = canvas.write(
      overlay.title + filter,
      row: row,
      column: column,
      style: style,
      shortenedTo: end - 1
    )
    canvas.write(" ", row: row, column: stop, style: style, limit: end)
  }

  private func drawBorder(_ box: Rect, on canvas: inout Canvas) {
    let style = theme.style(.border, over: theme[.overlay])
    let bar = String(repeating: "─", count: max(0, box.size.columns - 2))
    let last = box.rows.upperBound - 1
    canvas.write("╭" + bar + "╮", row: box.origin.row, column: box.origin.column, style: style)
    canvas.write("╰" + bar + "╯", row: last, column: box.origin.column, style: style)
    for row in box.origin.row + 1..<max(box.origin.row + 1, last) {
      canvas.write("│", row: row, column: box.origin.column, style: style)
      canvas.write("│", row: row, column: box.columns.upperBound - 1, style: style)
    }
  }
}
