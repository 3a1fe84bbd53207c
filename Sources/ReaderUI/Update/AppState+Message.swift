import DocumentModel
import Terminal
import TextLayout
import TextSearch

/// The message lies over the last rows of the panes.
extension AppState {
  /// The rows that the message takes above the status line; at most three, none without a message.
  var messageRows: [String] {
    guard let message else { return [] }
    let rows = WrappedText(message.text, columns: size.columns - 2).rows
    return Array(rows.prefix(max(0, min(3, panes.status.origin.row - 1))))
  }

  /// Scrolls what keys are about out from under the message, beyond the end if need be.
  mutating func clearFocusOfMessage() {
    guard message != nil, !isTooSmall, let rect = panes.rect(of: focus) else { return }
    let first = panes.status.origin.row - messageRows.count
    let free = first - rect.origin.row
    guard free > 0, free < rect.size.rows else { return }
    let before = place
    if focus == .article {
      articleAnchor = articleColumn.scrolled(
        articleAnchor,
        toShow: linesOfNote,
        above: free,
        in: rect
      )
    } else {
      thread.anchor = threadColumn.scrolled(
        thread.anchor,
        toShow: linesOfNote,
        above: free,
        in: rect
      )
    }
    let after = place
    if search?.shownAt == before { search?.shownAt = after }
  }

  /// The header of the focused comment, the link and the hit moved to, in the pane with the focus.
  private var linesOfNote: [ScrollAnchor] {
    var lines: [ScrollAnchor] = []
    if focus == .thread, let focused = thread.focused {
      lines.append(ScrollAnchor(item: focused.index))
    }
    if let currentLink, currentLink.pane == focus { lines.append(line(of: currentLink)) }
    if let search, search.shownAt == place, let current = search.current,
      let line = line(of: search.found.hits[current])
    {
      lines.append(line)
    }
    return lines
  }
}

extension LineSource {
  /// `anchor` moved down until the lowest of `lines` on the screen is in the first `free` rows.
  fileprivate func scrolled(
    _ anchor: ScrollAnchor,
    toShow lines: [ScrollAnchor],
    above free: Int,
    in pane: Rect
  ) -> ScrollAnchor {
    guard firstItem != nil else { return anchor }
    let rows = lines.compactMap { distance(from: anchor, to: $0, limit: pane.size.rows - 1) }
    guard let lowest = rows.max(), lowest >= free else { return anchor }
    return move(anchor, by: lowest - free + 1)
  }
}
