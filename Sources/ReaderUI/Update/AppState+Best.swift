import Algorithms
import DocumentModel
import Quotations
import Terminal

/// The comments that stand out, each with the reason.
extension AppState {
  /// How many comments are listed for a reason.
  private static let mostForReason = 5

  /// Lists the comments that stand out; O(document).
  mutating func showBest() {
    reading.findQuotations()
    let counted = document.commentIDs.filter { reading.counted.contains($0) }
    guard !counted.isEmpty else { return tell("no comments") }
    var rows: [OverlayRow] = []
    func add(_ reason: String, _ found: [(id: CommentID, note: String)]) {
      guard !found.isEmpty else { return }
      if !rows.isEmpty { rows.append(OverlayRow([OverlayRow.Run("")], isHeading: true)) }
      rows.append(OverlayRow([OverlayRow.Run(reason, .overlayTitle)], isHeading: true))
      rows += found.map { row(of: $0.id, lead: "", note: $0.note) }
    }
    add("Most points", most(of: counted, by: { document[$0].score ?? 0 }, note: \.points))
    let answers = answerCounts
    add(
      "Most answered",
      most(of: counted, by: { answers[$0.index] }, note: { $0.counted("answer") }, least: 2)
    )
    let quotes = reading.quotations
    add(
      "Most quoted",
      most(
        of: counted,
        by: { quotes.count(quoting: $0) },
        note: { "quoted by \($0)" },
        least: 2
      )
    )
    let links = counted.map { id in (id, linkCount(of: id)) }
    let linkCounts = Dictionary(uniqueKeysWithValues: links.filter { $0.1 > 1 })
    add(
      "Most links",
      most(of: counted, by: { linkCounts[$0] ?? 0 }, note: { $0.counted("link") }, least: 2)
    )
    let exchanges = exchangeLengths
    add(
      "Longest exchanges of two",
      most(of: counted, by: { exchanges[$0.index] }, note: { "\($0) comments" }, least: 4)
    )
    let own = counted.filter { document[$0].isByArticleAuthor }.prefix(Self.mostForReason * 2)
    add("By the article's author", own.map { ($0, "") })
    guard !rows.isEmpty else { return tell("no comment stands out") }
    mode.overlay = Overlay(.best, title: "Comments that stand out", rows: rows)
  }

  /// The few of `comments` with the highest `figure` of `least` or more, the highest first.
  private func most(
    of comments: [CommentID],
    by figure: (CommentID) -> Int,
    note: (Int) -> String,
    least: Int = 1
  ) -> [(id: CommentID, note: String)] {
    comments.map { (id: $0, figure: figure($0)) }.filter { $0.figure >= least }
      .max(count: Self.mostForReason) { ($0.figure, $1.id) < ($1.figure, $0.id) }
      .reversed().map { (id: $0.id, note: note($0.figure)) }
  }

  /// How many direct answers each comment has; O(comments).
  private var answerCounts: [Int] {
    document.commentIDs.reduce(into: [Int](repeating: 0, count: document.comments.count)) {
      counts,
      id in
      if let parent = document[id].parent, reading.counted.contains(id) {
        counts[parent.index] += 1
      }
    }
  }

  private func linkCount(of id: CommentID) -> Int {
    let body = reading.body(of: id)
    return body.document.blocks(in: body.blocks).reduce(0) { count, block in
      count + body.document.spans(of: block).count { $0.kind == .link }
    }
  }

  /// How many comments two authors went on for, for the comment with which they begin to answer each
  /// other in turn; 0 for others.
  ///
  /// O(comments).
  private var exchangeLengths: [Int] {
    let count = document.comments.count
    // How long the exchange is that ends with a comment, and where it began.
    var lengths = [Int](repeating: 1, count: count)
    var starts = Array(0..<count)
    var longest = [Int](repeating: 0, count: count)
    for id in document.commentIDs {
      guard let parent = document[id].parent, let author = document[id].author,
        let answered = document[parent].author, author != answered
      else { continue }
      let before = document[parent].parent
      let goesOn = lengths[parent.index] > 1 && before.flatMap { document[$0].author } == author
      lengths[id.index] = goesOn ? lengths[parent.index] + 1 : 2
      starts[id.index] = goesOn ? starts[parent.index] : parent.index
      longest[starts[id.index]] = max(longest[starts[id.index]], lengths[id.index])
    }
    return longest
  }
}
