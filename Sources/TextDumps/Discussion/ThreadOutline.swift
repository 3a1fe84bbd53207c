import DocumentModel
import DocumentParsing

/// Where article and comments begin and end on a page.
struct ThreadOutline {
  /// The line after the article's last.
  let articleEnd: Int
  /// The first line of the thread.
  let threadStart: Int
  /// How many comments the page says there are.
  let declared: Int?
  /// What the thread's lines look like, `nil` if it has no dates.
  let marks: ThreadMarks?
  /// The headers, in order, and the line each comment's text ends before.
  let comments: [CommentHeader]

  /// How comments end on this page.
  let bodyEnd: BodyEnd

  /// Finds the thread of a page, `nil` if there is no sign of one; `all` are its lines that could
  /// be dates.
  init?(
    _ bytes: UnsafeRawBufferPointer,
    _ lines: LineTable,
    dated all: [ThreadMarks.DatedLine],
    policies: TextPolicies
  ) {
    let policy = policies.thread
    let heading = CommentsHeading(bytes, lines, dated: all, policy: policy)
    let start = heading?.lines.upperBound ?? 0
    let range = start..<lines.count
    let dated = all[(all.firstIndex { $0.line >= start } ?? all.endIndex)...]
    marks = ThreadMarks.learn(bytes, lines, from: dated, policy: policy, datePolicy: policies.dates)
    declared = heading?.declared
    let footers = FooterFinder(bytes: bytes, lines: lines, policy: policy)
    let shape = marks?.dateShape
    let dates = dated.count { $0.date.shape == shape }
    let votes = footers.votes(in: range)
    bodyEnd = BodyEnd(
      bytes,
      lines,
      hasVotes: votes.count * 100 > dates * policy.leastVotes,
      policies: policies
    )
    let label = heading != nil || dates > 0 ? footers.label(under: votes, dates: dates) : nil
    if let label {
      let reader = FooteredThread(bytes: bytes, lines: lines, marks: marks, policy: policy)
      comments = reader.comments(footers.footers(label, under: votes), in: range, dated)
    } else if let marks {
      let finder = HeaderFinder(
        bytes: bytes,
        lines: lines,
        marks: marks,
        bodyEnd: bodyEnd,
        policy: policy
      )
      comments = finder.headers(among: dated, in: range)
    } else {
      comments = []
    }
    let evidence = ThreadEvidence(
      bytes,
      lines,
      headers: comments,
      hasFooters: label != nil,
      dated: heading == nil ? dated : [],
      marks: marks,
      policy: policy
    )
    guard heading != nil || evidence.isThread else { return nil }
    threadStart = heading == nil ? comments.first?.first ?? lines.count : start
    articleEnd = heading?.lines.lowerBound ?? threadStart
  }
}
