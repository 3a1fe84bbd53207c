import DocumentModel
import Terminal
import TextSearch

/// The thread as a list of its comments.
extension AppState {
  /// From how many comments on only those that start threads are listed.
  private static let mostOutlined = 20_000
  /// How many steps comments are indented at most.
  private static let mostSteps = 8

  /// Lists the comments that the filter leaves, a line each; O(comments).
  mutating func showOutline() {
    let isWhole = document.comments.count <= Self.mostOutlined
    let listed = document.commentIDs.filter { id in
      (isWhole || document[id].parent == nil) && !isLeftOut(id)
    }
    let here = thread.focused.flatMap { focused in listed.lastIndex { $0 <= focused } }
    let rows = listed.map { id in
      let steps = min(document[id].depth, Self.mostSteps)
      return row(of: id, lead: String(repeating: "  ", count: steps))
    }
    guard !rows.isEmpty else { return tell(noCommentShown) }
    let title = isWhole ? "Outline" : "Outline: the starts of threads"
    mode.overlay = Overlay(.outline, title: title, rows: rows, selected: here)
  }

  /// Whether `id` is hidden or does not fit the filter.
  private func isLeftOut(_ id: CommentID) -> Bool {
    thread.folding.leftOut.outermost(about: id, in: reading) != nil
  }

  /// A row that leads to `id`: who wrote it, what there is to say of it, its first words.
  func row(of id: CommentID, lead: String, note: String = "") -> OverlayRow {
    let name = ShortenedText(reading.nameShown(for: id), columns: 24).text
    let mark = reading.authorName(of: id) != nil && document[id].authorship == .inferred ? "?" : ""
    var runs = [OverlayRow.Run(lead), OverlayRow.Run(name + mark, .overlayKey)]
    if reading.news.new.contains(id) { runs.append(OverlayRow.Run(" ●", .commentNew)) }
    let hits = search.active?.found.hits(in: id).count ?? 0
    if hits > 0 { runs.append(OverlayRow.Run(" · \(hits.counted("hit"))", .searchBadge)) }
    if !note.isEmpty { runs.append(OverlayRow.Run(" · \(note)")) }
    let taken = runs.reduce(0) { $0 + DisplayWidth.of($1.text) } + 2
    let words = ShortenedText(
      startOf: reading.body(of: id),
      columns: max(0, size.columns - OverlayFrame.titleMargin - taken)
    ).text
    if !words.isEmpty { runs.append(OverlayRow.Run("  " + words, .overlayDimmed)) }
    return OverlayRow(runs, target: .comment(id))
  }
}
