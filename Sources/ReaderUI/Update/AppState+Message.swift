import DocumentModel
import Terminal
import TextSearch

/// The message lies over the last rows of the panes.
extension AppState {
  /// The rows that the message takes above the status line: at most three, a question eight; none
  /// without a message.
  var messageRows: [String] {
    guard let messageShown else { return [] }
    let rows = WrappedText(messageShown.text, columns: size.columns - 2).rows
    let most = max(0, min(mode.question == nil ? 3 : 8, panes.status.origin.row - 1))
    guard rows.count > most, most > 0 else { return Array(rows.prefix(most)) }
    let last = ShortenedText(rows[most - 1], columns: size.columns - 2, hasMore: true)
    return rows.prefix(most - 1) + [last.text]
  }

  /// Scrolls what keys are about out from under the message, beyond the end if need be.
  mutating func clearFocusOfMessage() {
    guard message != nil, !window.isTooSmall, let rect = panes.rect(of: focus) else { return }
    let first = panes.status.origin.row - messageRows.count
    let free = first - rect.origin.row
    guard free > 0, free < rect.size.rows else { return }
    let before = location
    let lines = linesOfNote
    if focus == .article {
      article.viewport.scroll(toShow: lines, above: free, in: articleColumn)
    } else {
      thread.viewport.scroll(toShow: lines, above: free, in: threadColumn)
    }
    let after = location
    if search.active?.shownAt == before { search.active?.shownAt = after }
  }

  /// The header of the focused comment, the link and the hit moved to, in the pane with the focus.
  private var linesOfNote: [ScrollAnchor] {
    var lines: [ScrollAnchor] = []
    if focus == .thread, let focused = thread.focused {
      lines.append(ScrollAnchor(item: focused.index))
    }
    if let link = navigation.link, link.pane == focus { lines.append(line(of: link)) }
    if let active = search.active, active.shownAt == location, let current = active.current,
      let line = line(of: active.found.hits[current])
    {
      lines.append(line)
    }
    return lines
  }
}
