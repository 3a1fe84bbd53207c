import DocumentModel

extension AppState {
  /// The rows of the facts screen.
  var factRows: [OverlayRow] {
    var rows: [OverlayRow] = []
    func fact(_ name: String, _ value: String) {
      guard !value.isEmpty else { return }
      let label = name + String(repeating: " ", count: max(1, 14 - name.count))
      rows.append(
        OverlayRow([OverlayRow.Run(label, .overlayKey), OverlayRow.Run(value)], indent: 14)
      )
    }
    let comments = reading.countedComments
    fact("Title", document.title)
    fact("Author", document.text[document.article.author])
    fact("Source", document.source.location)
    fact("Format", document.source.format)
    fact("Address", document.source.url ?? "")
    fact("Comments", comments.isEmpty ? reading.countSentence : "\(comments.count)")
    if !comments.isEmpty {
      fact("Threads", "\(comments.count { $0.parent == nil })")
      fact("Depth", (comments.reduce(0) { max($0, Int($1.depth)) } + 1).counted("level"))
      fact("Cut", "\(comments.count(where: \.isTruncated))")
      fact("Inferred", guesses(in: comments))
      fact("Authors", "\(Set(comments.compactMap(\.author)).count)")
      let dates = comments.compactMap(\.date)
      fact("From", range(of: dates))
      fact("Over time", sparkline(of: dates, columns: 48))
    }
    if let missing = document.missingComments { fact("Not loaded", missing.sentence) }
    rows += ruleRows
    rows += busiestAuthors(of: comments)
    rows += notices
    return rows
  }

  private func guesses(in comments: [Comment]) -> String {
    let parents = comments.count { $0.replyLink == .inferred || $0.replyLink == .assumedRoot }
    let authors = comments.count { $0.authorship == .inferred }
    return "\(parents) parents, \(authors) authors"
  }

  private func range(of dates: [Timestamp]) -> String {
    guard let first = dates.min(by: { $0.seconds < $1.seconds }),
      let last = dates.max(by: { $0.seconds < $1.seconds })
    else { return "" }
    return "\(DateFormat.absolute(first)) to \(DateFormat.absolute(last))"
  }

  /// How many comments were written when: a bar for each of `columns` equal times.
  private func sparkline(of dates: [Timestamp], columns: Int) -> String {
    let moments = dates.map(\.seconds)
    guard let first = moments.min(), let last = moments.max(), last > first else { return "" }
    var counts = [Int](repeating: 0, count: columns)
    for moment in moments {
      counts[Int((moment - first) * Int64(columns - 1) / (last - first))] += 1
    }
    let highest = counts.max() ?? 1
    let bars = Array("▁▂▃▄▅▆▇█")
    return String(
      counts.map { count in
        count == 0 ? " " : bars[min(bars.count - 1, (count * bars.count - 1) / max(1, highest))]
      }
    )
  }

  private func busiestAuthors(of comments: [Comment]) -> [OverlayRow] {
    var counts = [Int](repeating: 0, count: document.authors.count)
    for author in comments.lazy.compactMap(\.author) { counts[author.index] += 1 }
    let busiest = counts.enumerated().filter { $0.element > 1 }
      .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
      .prefix(10)
    guard let most = busiest.first?.element else { return [] }
    let heading = OverlayRow(
      [OverlayRow.Run("Most active authors", .overlayTitle)],
      isHeading: true
    )
    return [OverlayRow([OverlayRow.Run("")], isHeading: true), heading]
      + busiest.map { index, own in
        let bar = String(repeating: "█", count: max(1, own * 20 / most))
        let count = String(own)
        let first = document.comments.firstIndex { $0.author?.index == index }
        return OverlayRow(
          [
            OverlayRow.Run(String(repeating: " ", count: max(0, 5 - count.count)) + count + " "),
            OverlayRow.Run(bar, .progress),
            OverlayRow.Run(" " + document.name(of: AuthorID(index)), .overlayKey),
          ],
          target: first.map { .comment(CommentID($0)) }
        )
      }
  }

  private var notices: [OverlayRow] {
    guard !document.diagnostics.isEmpty else { return [] }
    let heading = OverlayRow(
      [OverlayRow.Run("Notes from the parser", .overlayTitle)],
      isHeading: true
    )
    let rows = document.diagnostics.prefix(50).map { diagnostic in
      let lines = diagnostic.lines.map { "line \($0.lowerBound): " } ?? ""
      return OverlayRow([OverlayRow.Run(lines, .overlayKey), OverlayRow.Run(diagnostic.message)])
    }
    return [OverlayRow([OverlayRow.Run("")], isHeading: true), heading] + rows
  }
}
