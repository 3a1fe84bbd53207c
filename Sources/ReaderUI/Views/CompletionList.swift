import Terminal

/// What the line being typed could become, above it.
struct CompletionList {
  /// The most rows the list takes.
  static let mostRows = 10

  let prompt: Prompt
  let theme: Theme

  /// Draws the list above `row`, with what each entry does where there is room.
  func draw(above row: Int, on canvas: inout Canvas) {
    let entries = prompt.completions
    let room = min(Self.mostRows, row - 2, entries.count)
    guard room > 0 else { return }
    let isLong = entries.count > room
    let shown = isLong && room > 1 ? room - 1 : room
    let first = max(0, min((prompt.completion ?? 0) - shown / 2, entries.count - shown))
    let widest = entries.reduce(0) { max($0, DisplayWidth.of($1.name)) }
    let start = min(widest, canvas.size.columns / 2) + 3
    let top = row - room
    for offset in 0..<shown {
      let entry = entries[first + offset]
      let isChosen = first + offset == prompt.completion
      let base = theme.style(isChosen ? .overlaySelected : .overlay, over: theme[.overlay])
      let line = Rect(row: top + offset, column: 0, columns: canvas.size.columns, rows: 1)
      canvas.fill(line, style: base)
      draw(entry, helpAt: start, row: top + offset, style: base, on: &canvas)
    }
    guard isLong, room > 1 else { return }
    let dimmed = theme.style(.overlayDimmed, over: theme[.overlay])
    let line = Rect(row: row - 1, column: 0, columns: canvas.size.columns, rows: 1)
    canvas.fill(line, style: dimmed)
    let place = "\(first + 1)–\(first + shown) of \(entries.count)"
    canvas.write(place, row: row - 1, column: 1, style: dimmed)
  }

  private func draw(
    _ entry: PromptCompletion,
    helpAt start: Int,
    row: Int,
    style: Style,
    on canvas: inout Canvas
  ) {
    let name = theme.style(.overlayKey, over: style)
    canvas.write(
      entry.name,
      row: row,
      column: 1,
      style: name,
      shortenedTo: start - 1
    )
    let end = canvas.size.columns - 1
    guard !entry.help.isEmpty, start < end else { return }
    canvas.write(
      entry.help,
      row: row,
      column: start,
      style: style,
      shortenedTo: end
    )
  }
}
