import DocumentModel
import DocumentParsing

/// Reads the headers of a thread in which a footer ends every comment.
struct FooteredThread {
  let lines: TextLines
  let marks: ThreadMarks?
  let policy: TextThreadPolicy

  private var bytes: UnsafeRawBufferPointer { lines.bytes }

  /// Comments between `footers`, the lines of votes; `dated` are the lines that could be dates.
  func comments(
    _ footers: [Int],
    in range: Range<Int>,
    dated: ArraySlice<ThreadMarks.DatedLine>
  ) -> [CommentHeader] {
    var found: [CommentHeader] = []
    found.reserveCapacity(footers.count)
    let days = Set(dated.lazy.filter { $0.date.shape == marks?.dateShape }.map(\.line))
    let toggle = ReplyToggle(
      lines,
      below: footers.lazy.map { $0 + 1 },
      policy: policy,
      isDate: days.contains
    )
    var start = range.lowerBound
    var next = dated.startIndex
    for footer in footers where footer >= start {
      while start < footer, lines.isBlank(start) { start += 1 }
      while next < dated.endIndex, dated[next].line < start { next += 1 }
      var header = header(in: start..<footer, dated: dated[next...])
      header.end = footer
      found.append(header)
      start = footer + (toggle.stands(at: footer + 2) ? 3 : 2)
    }
    readBadges(of: &found)
    return found
  }

  /// Marks comments of the article's author.
  ///
  /// A single name that is a badge elsewhere is one here, too: the extractor lost the name above it.
  private func readBadges(of comments: inout [CommentHeader]) {
    let badges = Badges(bytes, comments.lazy.compactMap { badge(of: $0) })
    for index in comments.indices {
      let header = comments[index]
      if let badge = badge(of: header) {
        comments[index].isByArticleAuthor = badges.isAuthor(badge)
      } else if !header.isDoubled, !header.name.isEmpty, badges.isAuthor(header.name) {
        comments[index].isByArticleAuthor = true
        comments[index].name = 0..<0
      }
    }
  }

  /// The second line of a header's names, if it differs from the first.
  private func badge(of header: CommentHeader) -> Range<Int>? {
    guard !header.isDoubled, !header.name.isEmpty, header.first + 1 < header.bodyStart else {
      return nil
    }
    let line = header.first + 1
    let text = lines.text(line)
    guard line != header.dateLine, marks?.replyName(at: line, in: lines) == nil else {
      return nil
    }
    return text
  }

  private func header(
    in range: Range<Int>,
    dated: ArraySlice<ThreadMarks.DatedLine>
  ) -> CommentHeader {
    let (start, end) = (range.lowerBound, range.upperBound)
    var header = CommentHeader(first: start, bodyStart: start)
    var runEnd = start
    while runEnd < end, runEnd - start < policy.mostHeaderLines, !lines.isBlank(runEnd) {
      runEnd += 1
    }
    var names = start..<start
    let own = dated.prefix { $0.line < runEnd }.last { $0.date.shape == marks?.dateShape }
    if let own {
      header.dateLine = own.line
      header.moment = marks?.reading.timestamp(own.date)
      header.hasTime = own.date.isMoment
      header.isIndented = lines.isIndented(own.line)
      header.bodyStart = own.line + 1
      names = start..<own.line
      takeReply(&header, names: &names, upTo: end)
    } else if runEnd - start <= policy.mostDatelessLines, runEnd < end,
      lines.isBlank(runEnd)
    {
      header.bodyStart = runEnd
      names = start..<runEnd
      if let last = names.last, let name = marks?.replyName(at: last, in: lines) {
        header.replyName = name
        names = start..<last
      }
    }
    takeNames(&header, names)
    return header
  }

  private func takeReply(
    _ header: inout CommentHeader,
    names: inout Range<Int>,
    upTo end: Int
  ) {
    if header.bodyStart < end,
      let name = marks?.replyName(at: header.bodyStart, in: lines)
    {
      header.replyName = name
      header.bodyStart += 1
    } else if let above = names.last, let name = marks?.replyName(at: above, in: lines) {
      header.replyName = name
      names = names.lowerBound..<above
    }
  }

  /// Reads the name, which comes first; a different second line is a badge such as «Author».
  private func takeNames(_ header: inout CommentHeader, _ names: Range<Int>) {
    guard let first = names.first else { return }
    header.name = lines.text(first)
    header.isDoubled =
      names.count > 1 && bytes.equal(header.name, lines.text(first + 1))
  }
}
