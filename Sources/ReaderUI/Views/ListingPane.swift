import DocumentModel
import Terminal
import TextSearch

/// A list of entries: a title each, with its site, and what is known of it below.
struct ListingPane {
  let state: AppState
  let theme: Theme
  let list: ListingView

  /// From how many columns on entries are numbered.
  private static let numberedColumns = 40

  /// Draws the lines from the list's anchor on; returns where the selected entry stands.
  func draw(_ column: ListingColumn, on canvas: inout Canvas) -> Position? {
    guard column.firstItem != nil else {
      drawEmpty(on: &canvas)
      return nil
    }
    var cursor: Position?
    let start = textColumn(in: canvas.size.columns)
    for (row, line) in column.visible(from: list.viewport.anchor).enumerated() {
      let entry = column.entry(at: line.item)
      switch line.content {
      case .title: drawTitle(of: entry, item: line.item, row: row, column: start, on: &canvas)
      case .facts: drawFacts(of: entry, row: row, column: start, on: &canvas)
      case .beforeEnd: continue
      case .end(let text):
        canvas.write(
          state.namingKeys(text),
          row: row,
          column: start,
          style: theme[.commentCut],
          shortenedTo: canvas.size.columns
        )
        continue
      }
      guard line.item == list.selected else { continue }
      mark(row, isTitle: line.content == .title, on: &canvas)
      if cursor == nil { cursor = Position(row: row, column: start) }
    }
    return cursor
  }

  /// Gives a row of the selected entry its bar and its background.
  private func mark(_ row: Int, isTitle: Bool, on canvas: inout Canvas) {
    canvas.write("┃", row: row, column: 0, style: theme[.commentFocusedBar])
    let rest = Rect(row: row, column: 1, columns: canvas.size.columns - 1, rows: 1)
    let role: StyleRole = isTitle ? .commentFocused : .commentFocusedText
    canvas.restyle(rest) { theme.tinted($0, as: role) }
  }

  /// The columns of the numbers, 0 where the window is too narrow for them.
  private func numberColumns(in columns: Int) -> Int {
    columns >= Self.numberedColumns ? max(2, String(list.shown.count).count) : 0
  }

  private func textColumn(in columns: Int) -> Int {
    let numbers = numberColumns(in: columns)
    return numbers > 0 ? numbers + 3 : 2
  }

  // MARK: The title

  private func drawTitle(
    of entry: ListingEntry,
    item: Int,
    row: Int,
    column: Int,
    on canvas: inout Canvas
  ) {
    let isRead = list.read.contains(entry.key)
    drawNumber(item + 1, row: row, on: &canvas)
    var start = column
    if list.new.contains(entry.key) {
      start = canvas.write("● ", row: row, column: column, style: theme[.commentNew])
    }
    let limit = canvas.size.columns - 1
    let title = ShortenedText(entry.shownTitle, columns: max(0, limit - start)).text
    let style = theme[isRead ? .commentDimmed : .title]
    let end = canvas.write(title, row: row, column: start, style: style, limit: limit)
    markHits(item: item, isShort: title != entry.shownTitle, from: start, to: end, row, &canvas)
    if hasSite(entry, after: end, in: canvas.size.columns), let site = entry.shownSite {
      canvas.write("  \(site)", row: row, column: end, style: theme[.byline], limit: limit)
    }
  }

  /// Whether the site stands behind a title that ends before `column`, and not in the row below.
  private func hasSite(_ entry: ListingEntry, after column: Int, in columns: Int) -> Bool {
    guard let site = entry.shownSite else { return false }
    return column + 2 + DisplayWidth.of(site) < columns
  }

  private func drawNumber(_ number: Int, row: Int, on canvas: inout Canvas) {
    let width = numberColumns(in: canvas.size.columns)
    guard width > 0 else { return }
    let digits = String(number)
    canvas.write(
      digits,
      row: row,
      column: 1 + max(0, width - digits.count),
      style: theme[.commentDimmed]
    )
  }

  /// Marks the hits of the search in a title written from `start` to `end`.
  private func markHits(
    item: Int,
    isShort: Bool,
    from start: Int,
    to end: Int,
    _ row: Int,
    _ canvas: inout Canvas
  ) {
    guard let search = state.search.active, search.highlights,
      let block = state.articleColumn.block(of: item + 1),
      state.document.blocks.indices.contains(block)
    else { return }
    let text = state.document.blocks[block].text
    let limit = isShort ? end - 1 : end
    for index in search.found.hits(at: SearchPlace(.articleBlock(block))) {
      let hit = search.found.hits[index].range
      func column(of offset: UInt32) -> Int {
        start + DisplayWidth.of(state.document.text[TextRange(Int(text.start), Int(offset))])
      }
      let (first, last) = (column(of: hit.start), min(column(of: hit.end), limit))
      guard first < last else { continue }
      let role = index == search.current ? StyleRole.searchCurrent : .searchHit
      canvas.restyle(Rect(row: row, column: first, columns: last - first, rows: 1)) {
        theme.style(role, over: $0)
      }
    }
  }

  // MARK: What is known of it

  private func drawFacts(of entry: ListingEntry, row: Int, column: Int, on canvas: inout Canvas) {
    let titleWidth = DisplayWidth.of(entry.shownTitle)
    let isSiteAbove = hasSite(entry, after: column + titleWidth, in: canvas.size.columns)
    let site = isSiteAbove ? nil : entry.shownSite
    let isKept = list.kept.contains(entry.key)
    let facts =
      [
        isKept ? "for later" : nil,
        site,
        entry.score.map(\.points),
        entry.comments.map { $0 == 0 ? "no comments" : $0.counted("comment") },
        entry.new > 0 ? "\(entry.new) new" : nil,
        date(of: entry),
        entry.author,
      ].compactMap { $0 } + entry.tags.filter { !isKept || $0 != "for later" }
    canvas.write(
      facts.joined(separator: " · "),
      row: row,
      column: column,
      style: theme[.commentDate],
      shortenedTo: canvas.size.columns - 1
    )
  }

  private func date(of entry: ListingEntry) -> String? {
    guard let date = entry.date else { return entry.dateText }
    return state.options.dateStyle == .relative
      ? DateFormat.relative(date, now: state.now) : DateFormat.absolute(date)
  }

  private func drawEmpty(on canvas: inout Canvas) {
    let text = state.reading.isPartial ? "Reading…" : state.noEntryShown
    let rows = WrappedText(
      text.prefix(1).uppercased() + text.dropFirst(),
      columns: canvas.size.columns - 3
    ).rows
    for (row, line) in rows.enumerated() {
      canvas.write(line, row: row, column: 2, style: theme[.commentDimmed])
    }
  }
}
