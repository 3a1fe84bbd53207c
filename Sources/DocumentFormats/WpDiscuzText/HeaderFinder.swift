import DocumentModel
import DocumentParsing

/// Finds the headers of comments in a thread without footers.
///
/// A line that looks like a date proves nothing, for people quote headers in their comments. It is
/// believed for the company it keeps: what stands above and below it, and whether its date fits
/// between those of its neighbours.
struct HeaderFinder {
  let bytes: UnsafeRawBufferPointer
  let lines: LineTable
  let marks: ThreadMarks

  /// The longest line that can be a name, in bytes; WordPress keeps 245.
  static let nameLimit = 250

  /// The headers among the lines of `range`; `dated` are its lines that could be dates.
  func headers(among dated: [ThreadMarks.DatedLine], in range: Range<Int>) -> [CommentHeader] {
    let own = dated.filter { $0.date.shape == marks.dateShape && range.contains($0.line) }
    let order = DateOrder(own.map { orderEntry($0, in: range) })
    var headers: [CommentHeader] = []
    headers.reserveCapacity(own.count)
    var lowerBound = range.lowerBound
    for (index, entry) in own.enumerated() {
      // A date right above a date that is out of order is a name somebody chose.
      let next = index + 1 < own.count ? own[index + 1].line : .max
      if next == entry.line + 1, order.isMisplaced(entry.line) { continue }
      let header = header(at: entry, notAbove: lowerBound, notBelow: range.upperBound)
      lowerBound = header.bodyStart
      headers.append(header)
    }
    let credit = HeaderCredit(bytes: bytes, lines: lines, marks: marks, range: range)
    return credit.believed(headers, order)
  }

  private func orderEntry(
    _ entry: ThreadMarks.DatedLine,
    in range: Range<Int>
  ) -> DateOrder.Entry {
    func isReply(_ line: Int) -> Bool {
      range.contains(line) && marks.replyName(bytes, lines.offsets(line)) != nil
    }
    return DateOrder.Entry(
      line: entry.line,
      isReply: isReply(entry.line + 1) || isReply(entry.line - 1),
      seconds: marks.reading.timestamp(entry.date)?.seconds
    )
  }

  /// The header around the date in `entry`.
  private func header(
    at entry: ThreadMarks.DatedLine,
    notAbove lower: Int,
    notBelow upper: Int
  ) -> CommentHeader {
    let line = entry.line
    var header = CommentHeader(first: line, bodyStart: line + 1)
    header.dateLine = line
    header.date = entry.date
    if line + 1 < upper, let name = marks.replyName(bytes, lines.offsets(line + 1)) {
      header.replyName = name
      header.bodyStart = line + 2
    } else if line > lower, let name = marks.replyName(bytes, lines.offsets(line - 1)) {
      header.replyName = name
      header.first = line - 1
    }
    takeNames(&header, notAbove: lower)
    return header
  }

  private func takeNames(_ header: inout CommentHeader, notAbove lower: Int) {
    let above = header.first - 1
    guard above >= lower, let name = nameLine(above) else { return }
    if above > lower, let other = nameLine(above - 1), bytes.equal(name, other) {
      header.name = name
      header.isDoubled = true
      header.first = above - 1
      return
    }
    let isBounded =
      above == lower || lines.isBlank(above - 1, in: bytes) || endsBody(above - 1)
    guard isBounded, !EditNote.isOne(bytes, lines.offsets(above)), !endsBody(above) else { return }
    header.name = name
    header.first = above
  }

  /// The trimmed line if it can be a name.
  private func nameLine(_ line: Int) -> Range<Int>? {
    let name = bytes.trimmed(lines.offsets(line))
    return name.isEmpty || name.count > Self.nameLimit ? nil : name
  }

  /// Whether a line can be the last of a comment without a blank line below it: an item of a list
  /// or a note that the comment was edited.
  private func endsBody(_ line: Int) -> Bool {
    let offsets = lines.offsets(line)
    guard let first = offsets.first else { return true }
    return bytes[first] == 0x20 || bytes[first] == 0x09 || EditNote.isOne(bytes, offsets)
  }
}

/// The note below a comment that was edited: «Last edited 2 years ago by NAME».
enum EditNote {
  /// Whether the line at `offsets` reads like one: short, with an age in it, no sentence.
  static func isOne(_ bytes: UnsafeRawBufferPointer, _ offsets: Range<Int>) -> Bool {
    let line = bytes.trimmed(offsets)
    guard line.count >= 12, line.count <= 300 else { return false }
    return RelativeDate.isMentioned(bytes, line) && DateLine(bytes, line) == nil
  }
}
