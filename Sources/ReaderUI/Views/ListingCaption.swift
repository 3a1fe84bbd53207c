import DocumentModel
import Terminal

/// The row above a list: what it is, how many entries it has, and which of them are shown.
struct ListingCaption {
  let state: AppState
  let theme: Theme
  let list: ListingView

  /// Draws the row.
  func draw(on canvas: inout Canvas) {
    let end = canvas.size.columns - 1
    let summary = summary
    let title = list.listing.title.isEmpty ? list.listing.source.location : list.listing.title
    let room = max(canvas.size.columns / 2, end - DisplayWidth.of(summary) - 3)
    let column = canvas.write(title, row: 0, column: 1, style: theme[.heading], shortenedTo: room)
    canvas.write(
      " · \(summary)",
      row: 0,
      column: column,
      style: theme[.byline],
      shortenedTo: end
    )
  }

  private var summary: String {
    let all = list.listing.entries.count.counted("entry")
    let arrangement = list.arrangement
    var parts = [arrangement.filter.isEmpty ? all : "\(list.shown.count) of \(all)"]
    if !arrangement.filter.isEmpty { parts.append("with \(arrangement.filter)") }
    if arrangement.order != .given { parts.append(arrangement.order.sentence) }
    if !arrangement.hidden.isEmpty { parts.append("\(arrangement.hidden.count) hidden") }
    return parts.joined(separator: " · ")
  }
}
