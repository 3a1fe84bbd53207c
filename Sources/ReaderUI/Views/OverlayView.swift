import Terminal

/// A list over the panes.
struct OverlayView {
  let overlay: Overlay
  let keymap: Keymap
  let theme: Theme

  /// Draws the list in the middle of the window; returns where the selected row stands.
  func draw(on canvas: inout Canvas) -> Position {
    let frame = OverlayFrame(overlay, in: canvas.size)
    let box = frame.box
    canvas.fill(box, style: theme[.overlay])
    drawBorder(box, on: &canvas)
    let inside = frame.inside
    var cursor: Position?
    for row in 0..<inside.size.rows {
      let index = frame.top + row
      guard overlay.shown.indices.contains(index) else { break }
      let line = inside.origin.row + row
      drawRow(overlay.rows[overlay.shown[index]], row: line, in: inside, on: &canvas)
      if overlay.isMenu, index == overlay.selected {
        let bar = Rect(
          row: line,
          column: inside.origin.column - 1,
          columns: inside.size.columns + 2,
          rows: 1
        )
        canvas.restyle(bar) { theme.style(.overlaySelected, over: $0) }
        cursor = Position(row: line, column: inside.origin.column)
      }
    }
    return cursor ?? inside.origin
  }

  private func drawRow(_ row: OverlayRow, row line: Int, in inside: Rect, on canvas: inout Canvas) {
    var column = inside.origin.column
    for run in row.runs {
      let style = theme.style(run.role, over: theme[.overlay])
      column = canvas.write(
        run.text,
        row: line,
        column: column,
        style: style,
        limit: inside.columns.upperBound
      )
    }
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
    let filter = overlay.filter.isEmpty ? "" : " /\(overlay.filter)"
    canvas.write(
      " \(overlay.title)\(filter) ",
      row: box.origin.row,
      column: box.origin.column + 2,
      style: theme.style(.overlayTitle, over: theme[.overlay]),
      limit: box.columns.upperBound - 1
    )
    let height = box.size.rows - 2
    let runs = overlay.kind == .help
    if overlay.shown.count > height || runs {
      let closes = "\(key("list-close")) closes"
      let keys = runs ? "\(key("list-choose")) runs · \(closes)" : closes
      let filters = "\(key("list-filter")) filters"
      let notes = [
        "\(overlay.shown.count) rows · \(filters) · \(keys)", "\(filters) · \(keys)", keys,
      ]
      let room = box.size.columns - 6
      let note = " \(notes.first { $0.count <= room } ?? "") "
      canvas.write(
        note,
        row: last,
        column: max(box.origin.column + 1, box.columns.upperBound - 2 - note.count),
        style: style,
        limit: box.columns.upperBound - 1
      )
    }
  }

  /// The key that calls the command called `name` in a list.
  private func key(_ name: String) -> String { keymap.key(of: name, in: .overlay) }
}
