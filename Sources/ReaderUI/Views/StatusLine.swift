import DocumentModel
import Terminal
import TextSearch

/// The last row: where the reader is.
struct StatusLine {
  let state: AppState
  let theme: Theme

  /// Draws the row: the title at the left, where the reader is at the right.
  func draw(on canvas: inout Canvas) {
    let style = theme[.status]
    canvas.fill(Rect(row: 0, column: 0, columns: canvas.size.columns, rows: 1), style: style)
    let right = summary(fitting: canvas.size.columns - 1)
    let start = max(0, canvas.size.columns - DisplayWidth.of(right) - 1)
    if start > 8 {
      let title = state.document.title
      let name = title.isEmpty ? state.document.source.location : title
      canvas.write(name, row: 0, column: 1, style: style, shortenedTo: start - 2)
    }
    canvas.write(right, row: 0, column: start, style: style)
  }

  /// Where the reader is in words, without what matters least where `columns` are too few for all.
  private func summary(fitting columns: Int) -> String {
    var parts = parts
    var text = parts.map(\.text).joined(separator: " · ")
    while DisplayWidth.of(text) > columns, parts.count > 1,
      let least = parts.indices.min(by: { parts[$0].weight < parts[$1].weight })
    {
      parts.remove(at: least)
      text = parts.map(\.text).joined(separator: " · ")
    }
    return text
  }

  /// Which comment of how many `id` is, or why it is none of them.
  private func number(of id: CommentID) -> String {
    if let number = state.reading.number(of: id) {
      return "comment \(number) of \(state.reading.commentCount)"
    }
    if state.reading.news.gone.contains(id) { return "removed comment" }
    return state.document[id].state == .headerless
      ? state.reading.nameShown(for: id) : "not in this file"
  }

  /// Where in a list the reader is.
  private static func parts(of list: ListingView) -> [(text: String, weight: Int)] {
    let count = list.shown.count
    guard count > 0 else { return [("no entries", 6)] }
    let percentage = count > 1 ? list.selected * 100 / (count - 1) : 100
    return [("entry \(list.selected + 1) of \(count)", 6), ("\(percentage)%", 5)]
  }

  /// What there is to say, and how much it matters where room is short.
  private var parts: [(text: String, weight: Int)] {
    var parts: [(text: String, weight: Int)] = []
    if let pending = state.mode.pending, !pending.text.isEmpty { parts.append((pending.text, 9)) }
    if let progress = state.progress {
      parts.append((progress.text(stoppedBy: state.key("search-end")), 8))
    }
    if let search = state.search.summary { parts.append((search, 7)) }
    if state.list == nil, let filtered = state.thread.folding.filtered {
      parts.append(("filter \(filtered.count)/\(state.reading.commentCount)", 7))
    }
    if let sources = state.sources.summary { parts.append((sources, 1)) }
    if let list = state.list { return parts + Self.parts(of: list) }
    parts.append((state.focus.rawValue, 3))
    if state.panes.thread == nil, state.reading.commentCount > 0 {
      let key = state.keymap.key(of: "other-pane", in: .article)
      parts.append(("\(key): \(state.reading.countSentence)", 1))
    }
    if state.focus == .thread, let focused = state.thread.focused {
      parts.append((number(of: focused), 6))
      if state.document[focused].state != .headerless {
        parts.append(("depth \(state.document[focused].depth + 1)", 2))
      }
    }
    let new = state.reading.news.new.count
    if new > 0 {
      parts.append(("\(new) new" + (state.visit.since.map { " since \($0)" } ?? ""), 4))
    }
    let isAmongThem = state.focus == .thread && state.thread.focused != nil
    if state.reading.commentCount == 0, !isAmongThem, !state.reading.isPartial {
      parts.append((state.reading.countSentence.lowercased(), 4))
    }
    parts.append(("\(state.percentage)%", 5))
    return parts
  }
}

extension Progress {
  /// From how many seconds on they are told.
  private static let patience = 3

  /// The work in words, with a bar where its share is known, else with the time it takes and the
  /// `key` that ends it.
  func text(stoppedBy key: String) -> String {
    guard let share else {
      return seconds < Self.patience ? "\(label)…" : "\(label)… \(seconds) s, \(key) stops"
    }
    let eighths = Int(min(1, max(0, share)) * 64)
    let part = eighths % 8 == 0 ? "" : String(Array("▏▎▍▌▋▊▉")[eighths % 8 - 1])
    let bar = String(repeating: "█", count: eighths / 8) + part
    return "\(label) \(bar)\(String(repeating: "░", count: 8 - bar.count)) \(Int(share * 100))%"
  }
}

extension AppState {
  /// How far the pane with the focus is scrolled, 0 to 100.
  var percentage: Int {
    if focus == .article {
      let column = articleColumn
      let isAtEnd = !column.fills(column.height + 1, from: article.anchor)
      return isAtEnd ? 100 : column.percentage(before: article.anchor)
    }
    let last = document.comments.count - 1
    guard let focused = thread.focused, last > 0 else { return 100 }
    return focused.index * 100 / last
  }
}
