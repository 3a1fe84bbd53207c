import DocumentModel
import DocumentParsing

/// Where article and comments begin and end on a flattened page.
struct ThreadOutline {
  /// The line after the article's last.
  let articleEnd: Int
  /// The first line of the thread.
  let threadStart: Int
  /// How many comments the page says there are.
  let declared: Int?
  /// The headers of the comments, in order.
  let comments: [CommentHeader]
  /// Whether a form, footers, names printed twice or reply lines tell that it is wpDiscuz's.
  let isMarked: Bool
  /// How comments end on this page.
  let bodyEnd: BodyEnd
  /// Whether a footer ends every comment, the first line of which is its votes.
  let hasFooters: Bool

  /// Finds the thread of a page, `nil` if there is no sign of one.
  ///
  /// `all` are the lines that could be dates. What decides is noted in `log`.
  init?(
    _ lines: TextLines,
    dated all: [ThreadMarks.DatedLine],
    policies: TextPolicies,
    log: DecisionLog? = nil
  ) {
    let policy = policies.thread
    let heading = CommentsHeading(lines, dated: all, policy: policy)
    let start = heading?.lines.upperBound ?? 0
    let dated = all[(all.firstIndex { $0.line >= start } ?? all.endIndex)...]
    let marks = ThreadMarks.learn(lines, from: dated, policy: policy, datePolicy: policies.dates)
    let footers = FooterFinder(lines: lines, policy: policy)
    let shape = marks?.dateShape
    let dates = dated.count { $0.date.shape == shape }
    let votes = footers.votes(in: start..<lines.count)
    bodyEnd = BodyEnd(
      lines,
      hasVotes: votes.count * 100 > dates * policy.leastVotes,
      policies: policies
    )
    let label = heading != nil || dates > 0 ? footers.label(under: votes, dates: dates) : nil
    hasFooters = label != nil
    comments = Self.headers(
      of: lines,
      in: start..<lines.count,
      dated: dated,
      marks: marks,
      footers: label.map { footers.footers($0, under: votes) },
      bodyEnd: bodyEnd,
      policies: policies
    )
    Self.note(heading, dates: dates, votes: votes.count, hasFooters: label != nil, in: log)
    if heading == nil {
      let evidence = ThreadEvidence(
        lines,
        headers: comments,
        hasFooters: label != nil,
        dated: dated,
        marks: marks,
        policies: policies,
        log: log
      )
      guard evidence.showsThread() else { return nil }
    }
    isMarked =
      heading != nil || label != nil || comments.contains { $0.isDoubled || $0.replyName != nil }
    declared = heading?.declared
    threadStart = heading == nil ? comments.first?.first ?? lines.count : start
    articleEnd = heading?.lines.lowerBound ?? threadStart
  }

  private static func headers(
    of lines: TextLines,
    in range: Range<Int>,
    dated: ArraySlice<ThreadMarks.DatedLine>,
    marks: ThreadMarks?,
    footers: [Int]?,
    bodyEnd: BodyEnd,
    policies: TextPolicies
  ) -> [CommentHeader] {
    if let footers {
      return FooteredThread(lines: lines, marks: marks, policy: policies.thread)
        .comments(footers, in: range, dated: dated)
    }
    guard let marks else { return [] }
    return HeaderFinder(lines: lines, marks: marks, bodyEnd: bodyEnd, policies: policies)
      .headers(among: dated, in: range)
  }

  private static func note(
    _ heading: CommentsHeading?,
    dates: Int,
    votes: Int,
    hasFooters: Bool,
    in log: DecisionLog?
  ) {
    log.noteText("least-form-lines", isMet: heading != nil) {
      guard let lines = heading?.lines else { return "no form with the number of comments" }
      return
        "a form with the number of comments, lines \(lines.lowerBound + 1) to \(lines.upperBound)"
    }
    log.noteText("longest-neighbour", isMet: dates > 0) {
      dates > 0
        ? "\(dates) lines with dates of one shape, short lines around them"
        : "no date with short lines around it"
    }
    log.noteText("least-footers", isMet: hasFooters) {
      hasFooters
        ? "a button's label below \(votes) lines of votes"
        : "\(votes) lines that could be votes, no label below enough of them"
    }
  }
}
