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
    guard list == nil else { return clearEntryOfMessage() }
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

  /// Scrolls the selected entry out from under the message.
  private mutating func clearEntryOfMessage() {
    guard message != nil, !window.isTooSmall, let column = listColumn, let list else { return }
    let rect = listRects.entries
    let free = panes.status.origin.row - messageRows.count - rect.origin.row
    guard free > 0, free < rect.size.rows, column.firstItem != nil else { return }
    let lines = [0, 1].map { ScrollAnchor(item: list.selected, line: $0) }
      .prefix(column.lines(of: list.selected).count(upTo: 2))
    self.list?.viewport.scroll(toShow: Array(lines), above: free, in: column)
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
