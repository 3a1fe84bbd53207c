import DocumentModel
import Terminal
import TextSearch

/// The last row: where the reader is.
struct StatusLine {
  let state: AppState
  let theme: Theme

  /// Draws the row: the title at the left, the place at the right.
  func draw(on canvas: inout Canvas) {
    let style = theme[.status]
    canvas.fill(Rect(row: 0, column: 0, columns: canvas.size.columns, rows: 1), style: style)
    let right = parts.joined(separator: " · ") + " "
    let width = right.unicodeScalars.reduce(0) { $0 + DisplayWidth.of($1.value) }
    let start = max(0, canvas.size.columns - width)
    if start > 8 {
      let title = state.document.text[state.document.article.title]
      let name = title.isEmpty ? state.document.source.location : title
      let end = canvas.write(name, row: 0, column: 1, style: style, limit: start - 2)
      if end >= start - 3 { canvas.write("…", row: 0, column: start - 3, style: style) }
    }
    canvas.write(right, row: 0, column: start, style: style)
  }

  private var parts: [String] {
    var parts: [String] = []
    let pending =
      (state.count.map(String.init) ?? "") + state.pendingKeys.map(\.description).joined()
    if !pending.isEmpty { parts.append(pending) }
    if let progress = state.progress {
      let share = progress.share.map { " \(Int($0 * 100))%" } ?? ""
      parts.append(progress.label + share)
    }
    if let search = state.searchText { parts.append(search) }
    parts.append(state.focus.rawValue)
    if state.focus == .thread, let focused = state.thread.focused {
      parts.append("comment \(focused.index + 1) of \(state.document.comments.count)")
      parts.append("depth \(state.document[focused].depth + 1)")
    }
    parts.append("\(state.percentage)%")
    return parts
  }
}

extension AppState {
  /// Which hit of how many is shown, `nil` without a search; `+`: more may be found.
  var searchText: String? {
    guard let search else { return nil }
    let count = "\(search.found.hits.count)" + (search.found.isDone ? "" : "+")
    return "search \(search.current.map { String($0 + 1) } ?? "-")/\(count)"
  }

  /// How far the pane with the focus is scrolled, 0 to 100.
  var percentage: Int {
    if focus == .article {
      let column = articleColumn
      let last = column.lastAnchor(height: height(of: .article))
      if articleAnchor == last { return 100 }
      return articleAnchor.item * 100 / max(1, last.item + 1)
    }
    guard let focused = thread.focused else { return 100 }
    let last = max(1, document.comments.count - 1)
    return focused.index * 100 / last
  }
}
