import DocumentModel
import DocumentParsing

/// Finds the headers of comments in a thread without footers.
///
/// A date alone does not make a header, because people quote headers in their comments. A header is
/// recognised by the lines around it, and by whether its date fits between the dates before and after
/// it.
struct HeaderFinder {
  let lines: TextLines
  let marks: ThreadMarks
  let bodyEnd: BodyEnd
  let policies: TextPolicies

  private var bytes: UnsafeRawBufferPointer { lines.bytes }

  /// The headers among the lines of `range`; `dated` are its lines that could be dates.
  func headers(
    among dated: ArraySlice<ThreadMarks.DatedLine>,
    in range: Range<Int>
  ) -> [CommentHeader] {
    var headers = withoutNames(dated).map { unnamed(dated[Int($0)], in: range) }
    var verdicts = DateOrder(
      headers.map { DateOrder.Entry(isReply: $0.replyName != nil, seconds: $0.moment?.seconds) },
      policies: policies
    ).verdicts
    var kept = 0
    var lowerBound = range.lowerBound
    for index in headers.indices {
      // A date directly above another one, and out of order, is a name somebody chose.
      if index + 1 < headers.count, verdicts[index] != .fitting,
        headers[index + 1].dateLine == headers[index].dateLine.map({ $0 + 1 })
      {
        continue
      }
      var header = headers[index]
      header.loseReply(above: lowerBound)
      takeNames(&header, notAbove: lowerBound)
      lowerBound = header.bodyStart
      headers[kept] = header
      verdicts[kept] = verdicts[index]
      kept += 1
    }
    headers.removeLast(headers.count - kept)
    let score = HeaderScore(
      lines: lines,
      marks: marks,
      range: range,
      bodyEnd: bodyEnd,
      policy: policies.thread
    )
    score.keepBelieved(&headers, verdicts)
    for index in headers.indices {
      headers[index].end =
        index + 1 < headers.count ? headers[index + 1].first : range.upperBound
    }
    return headers
  }

  /// The indices of the dates in the page's format, without dates that are printed twice above
  /// another one: these are somebody's name.
  private func withoutNames(_ dated: ArraySlice<ThreadMarks.DatedLine>) -> [Int32] {
    var own: [Int32] = []
    own.reserveCapacity(dated.count)
    for index in dated.indices where dated[index].date.shape == marks.dateShape {
      own.append(Int32(index))
    }
    // A name takes two lines, the date of its comment the third.
    func isName(_ index: Int) -> Bool {
      guard index >= 0, index + 2 < own.count else { return false }
      let first = dated[Int(own[index])]
      let second = dated[Int(own[index + 1])]
      return second.line == first.line + 1 && dated[Int(own[index + 2])].line == first.line + 2
        && same(first, second)
    }
    var kept: [Int32] = []
    kept.reserveCapacity(own.count)
    for index in own.indices where !isName(index) && !isName(index - 1) { kept.append(own[index]) }
    return kept
  }

  private func same(_ left: ThreadMarks.DatedLine, _ right: ThreadMarks.DatedLine) -> Bool {
    bytes.equal(lines.text(left.line), lines.text(right.line))
  }

  /// The header around the date in `entry`, up to the names above it.
  private func unnamed(_ entry: ThreadMarks.DatedLine, in range: Range<Int>) -> CommentHeader {
    let line = entry.line
    var header = CommentHeader(first: line, bodyStart: line + 1)
    header.dateLine = line
    header.moment = marks.reading.timestamp(entry.date)
    header.hasTime = entry.date.isMoment
    header.isIndented = lines.isIndented(line)
    if line + 1 < range.upperBound, let name = marks.replyName(at: line + 1, in: lines) {
      header.replyName = name
      header.bodyStart = line + 2
    } else if line > range.lowerBound,
      let name = marks.replyName(at: line - 1, in: lines)
    {
      header.replyName = name
      header.first = line - 1
    }
    return header
  }

  private func takeNames(_ header: inout CommentHeader, notAbove lower: Int) {
    let above = header.first - 1
    guard above >= lower, let name = nameLine(above) else { return }
    if above > lower, let other = nameLine(above - 1) {
      if bytes.equal(name, other) {
        header.name = name
        header.isDoubled = true
        header.first = above - 1
        return
      }
      if Badges(bytes, []).isAuthor(name),
        above - 1 == lower || lines.isBlank(above - 2) || bodyEnd.isMark(above - 2),
        !bodyEnd.isMark(above - 1)
      {
        header.name = other
        header.isByArticleAuthor = true
        header.first = above - 1
        return
      }
    }
    let isBounded =
      above == lower || lines.isBlank(above - 1) || bodyEnd.isMark(above - 1)
    guard isBounded, !bodyEnd.isMark(above) else { return }
    header.name = name
    header.first = above
  }

  /// The trimmed line if it can be a name.
  private func nameLine(_ line: Int) -> Range<Int>? {
    let name = lines.text(line)
    return name.isEmpty || name.count > policies.thread.longestName ? nil : name
  }
}

/// Decides by a score which lines that look like headers are headers.
private struct HeaderScore {
  let lines: TextLines
  let marks: ThreadMarks
  let range: Range<Int>
  let bodyEnd: BodyEnd
  let policy: TextThreadPolicy

  private var bytes: UnsafeRawBufferPointer { lines.bytes }

  /// Drops the headers whose score is too low; `verdicts` are those on their dates.
  func keepBelieved(_ headers: inout [CommentHeader], _ verdicts: [DateOrder.Verdict]) {
    var kept = 0
    let doubled = headers.count { $0.isDoubled }
    let areDoubled = doubled * 100 >= policy.leastDoubled * headers.count
    for index in headers.indices {
      let header = headers[index]
      var score = header.isDoubled ? policy.nameTwice : 0
      if header.replyName != nil { score += policy.replyLine }
      // Where every name is printed twice, a date without one that is older than the last is quoted.
      if areDoubled, header.name.isEmpty, kept > 0, isOlder(header, than: headers[kept - 1]) {
        score += policy.nameMissing
      }
      if !isClearAbove(header) { score += policy.textAbove }
      let next = index + 1 < headers.count ? headers[index + 1] : nil
      if !isClearBelow(header, next) { score += policy.textBelow }
      switch verdicts[index] {
      case .fitting: break
      case .tooOld: score += policy.dateTooOld
      case .tooYoung: score += policy.dateTooYoung
      case .remote: score += policy.dateRemote
      }
      guard score >= policy.leastScore else { continue }
      headers[kept] = header
      kept += 1
    }
    headers.removeLast(headers.count - kept)
  }

  private func isOlder(_ header: CommentHeader, than earlier: CommentHeader) -> Bool {
    guard let own = header.moment?.seconds, let other = earlier.moment?.seconds else {
      return false
    }
    return own < other
  }

  private func isClearAbove(_ header: CommentHeader) -> Bool {
    let above = header.first - 1
    guard above >= range.lowerBound, !lines.isBlank(above) else { return true }
    let offsets = lines.offsets(above)
    return bodyEnd.isMark(above)
      || marks.replyName(at: above, in: lines) != nil
      || DateLine(bytes, bytes.trimmed(offsets), policy: marks.datePolicy)?.shape == marks.dateShape
  }

  /// Whether there is no text directly below the header.
  private func isClearBelow(_ header: CommentHeader, _ next: CommentHeader?) -> Bool {
    let below = header.bodyStart
    guard below < range.upperBound, !lines.isBlank(below) else { return true }
    if let next, next.first <= below { return true }
    let first = bytes[lines.offsets(below).lowerBound]
    return first == 0x20 || first == 0x09
  }
}
