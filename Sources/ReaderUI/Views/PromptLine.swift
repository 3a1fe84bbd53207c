import DocumentModel
import Terminal

/// The line being typed.
struct PromptLine {
  let prompt: Prompt
  let state: AppState
  let theme: Theme

  /// Draws the line; returns the cursor's column.
  func draw(on canvas: inout Canvas) -> Int {
    let style = theme[.prompt]
    canvas.fill(Rect(row: 0, column: 0, columns: canvas.size.columns, rows: 1), style: style)
    let start = canvas.write(prompt.label, row: 0, column: 0, style: style)
    let note = note
    let room = max(1, canvas.size.columns - start - note.unicodeScalars.count - 1)
    let before = Array(prompt.text.prefix(prompt.cursor))
    var width = 0
    var first = before.count
    // The end of a line longer than the window stays in sight.
    while first > 0 {
      let character = DisplayWidth.of(String(before[first - 1]))
      if width + character >= room { break }
      width += character
      first -= 1
    }
    let visible = String(prompt.text.dropFirst(first))
    canvas.write(
      visible,
      row: 0,
      column: start,
      style: prompt.isSuggestion ? theme[.promptCompletion] : style,
      limit: start + room
    )
    canvas.write(
      note,
      row: 0,
      column: canvas.size.columns - note.unicodeScalars.count,
      style: theme[.promptCompletion]
    )
    return start + width
  }

  private var note: String {
    switch prompt.kind {
    case .search:
      " " + [searchNote, literalNote].compactMap { $0 }.joined(separator: " · ") + " "
    case .entries:
      state.list.map { " \($0.shown.count) of \($0.listing.entries.count) " } ?? ""
    case .comments:
      state.thread.folding.filtered.map { " \($0.count) of \(state.reading.commentCount) " } ?? ""
    case .command where prompt.completion != nil && state.size.columns >= 60:
      " \((prompt.completion ?? 0) + 1) of \(prompt.completions.count) "
    case .command where prompt.text.isEmpty && state.size.columns >= 60:
      " \(state.keymap.key(of: "prompt-complete", in: .prompt)): list of commands "
    default: ""
    }
  }

  private var searchNote: String? {
    state.search.isIncomplete ? "unfinished expression" : state.search.summary
  }

  /// How the pattern is taken, and the key that changes that, where there is room.
  private var literalNote: String? {
    guard state.size.columns >= 60 else { return prompt.isLiteral ? "literal" : nil }
    let key = state.keymap.key(of: "prompt-literal", in: .prompt)
    return prompt.isLiteral ? "literal, \(key): expression" : "\(key): literal"
  }
}
