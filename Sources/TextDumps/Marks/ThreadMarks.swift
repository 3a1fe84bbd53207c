import DocumentModel
import DocumentParsing

/// What a page prints around every comment, learned from the page itself.
///
/// No words of any language are built in. A site prints all dates in one format and the same phrase
/// before every name that is answered; what recurs next to dates is the format and the phrase.
struct ThreadMarks {
  /// The shape of the page's date lines.
  var dateShape: UInt64
  /// How lines are read as dates.
  var datePolicy: DatePolicy
  /// How the numbers of dates are read.
  var reading: DateReading
  /// The phrase before the name of the person who is answered, including the blanks behind it.
  var replyPrefix: [UInt8]?

  /// A line that may be a date, and what it says.
  struct DatedLine {
    private let lineNumber: Int32
    let date: DateLine

    init(line: Int, date: DateLine) {
      lineNumber = Int32(line)
      self.date = date
    }

    /// The line.
    var line: Int { Int(lineNumber) }
  }

  /// The name in a line that reads «Reply to NAME», `nil` for other lines.
  func replyName(at line: Int, in lines: TextLines) -> Range<Int>? {
    let (bytes, offsets) = (lines.bytes, lines.offsets(line))
    guard let replyPrefix, offsets.count > replyPrefix.count,
      bytes.starts(offsets, with: replyPrefix)
    else { return nil }
    let name = bytes.trimmed(offsets.lowerBound + replyPrefix.count..<offsets.upperBound)
    return name.isEmpty ? nil : name
  }
}

extension ThreadMarks {
  /// All lines, and those of them that could be dates.
  static func lines(
    of bytes: UnsafeRawBufferPointer,
    policy: DatePolicy
  ) -> (TextLines, dated: [DatedLine]) {
    var found: [DatedLine] = []
    found.reserveCapacity(bytes.count / 192)
    var reader = DateLineReader(bytes, policy: policy)
    let longest = policy.longestLine
    let table = LineTable(bytes) { line, offsets in
      if offsets.count >= DateLine.leastLength, offsets.count <= longest,
        let date = reader.read(offsets)
      {
        found.append(DatedLine(line: line, date: date))
      }
    }
    return (TextLines(bytes: bytes, table: table), found)
  }

  /// Learns the marks of a thread; `nil` if no line could be a comment's date.
  static func learn(
    _ lines: TextLines,
    from dated: ArraySlice<DatedLine>,
    policy: TextThreadPolicy,
    datePolicy: DatePolicy
  ) -> ThreadMarks? {
    guard let shape = commonShape(lines, dated, policy: policy) else { return nil }
    let own = dated.lazy.filter { $0.date.shape == shape }
    var evidence = DateReading.Evidence(policy: datePolicy)
    for entry in own { evidence.add(entry.date) }
    return ThreadMarks(
      dateShape: shape,
      datePolicy: datePolicy,
      reading: evidence.reading,
      replyPrefix: replyPrefix(lines, own, .noBreakSpace, policy: policy)
        ?? replyPrefix(lines, own, .twoSpaces, policy: policy)
    )
  }

  /// The most common shape of dates that stand where comments have theirs: between blank or short
  /// lines.
  private static func commonShape(
    _ lines: TextLines,
    _ dated: ArraySlice<DatedLine>,
    policy: TextThreadPolicy
  ) -> UInt64? {
    var weights: [UInt64: Int] = [:]
    // Nearly all dates have the shape of the one before.
    var run = (shape: UInt64(0), weight: 0)
    for entry in dated {
      guard isShort(lines, entry.line - 1, longest: policy.longestNeighbour),
        isShort(lines, entry.line + 1, longest: policy.longestNeighbour)
      else { continue }
      if entry.date.shape != run.shape {
        if run.weight > 0 { weights[run.shape, default: 0] += run.weight }
        run = (entry.date.shape, 0)
      }
      run.weight += entry.date.isMoment ? policy.momentWeight : policy.dayWeight
      if entry.date.unknownWords > 0 { run.weight -= policy.unknownWordPenalty }
    }
    if run.weight > 0 { weights[run.shape, default: 0] += run.weight }
    return weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private static func isShort(
    _ lines: TextLines,
    _ line: Int,
    longest: Int
  ) -> Bool {
    // The length is known without touching the bytes.
    guard line >= 0, line < lines.count, lines.offsets(line).count > longest else { return true }
    return lines.isBlank(line)
  }

  /// What separates the phrase of answers from the name; two bytes either way.
  private enum Gap {
    /// A no-break space, as wpDiscuz prints it: `Reply to&nbsp; NAME`. No other line next to a date has
    /// one.
    case noBreakSpace
    /// Two spaces, where the extractor made plain ones of no-break spaces. People also type two after
    /// a sentence.
    case twoSpaces
  }

  /// The phrase that most lines next to a date begin with, including the gap and the blanks behind
  /// it.
  ///
  /// Looks at the first of these lines only.
  private static func replyPrefix(
    _ lines: TextLines,
    _ dated: some Sequence<DatedLine>,
    _ gap: Gap,
    policy: TextThreadPolicy
  ) -> [UInt8]? {
    var counts: [(prefix: Range<Int>, count: Int)] = []
    // Nearly all lines with a prefix have that of the one before.
    var latest = 0
    var heard = 0
    for entry in dated {
      guard
        let prefix = prefix(lines, entry.line + 1, upTo: gap, policy: policy)
          ?? prefix(lines, entry.line - 1, upTo: gap, policy: policy)
      else { continue }
      heard += 1
      guard heard <= policy.replySample else { break }
      if latest < counts.count, lines.bytes.equal(counts[latest].prefix, prefix) {
        counts[latest].count += 1
      } else if let known = counts.firstIndex(where: { lines.bytes.equal($0.prefix, prefix) }) {
        counts[known].count += 1
        latest = known
      } else if counts.count < policy.mostReplyPhrases {
        counts.append((prefix, 1))
      }
    }
    let common = counts.max { ($0.count, $1.prefix.count) < ($1.count, $0.prefix.count) }
    guard let common,
      gap == .noBreakSpace
        || common.count >= policy.leastPlainReplies
          && common.count * 100 > heard * policy.leastPlainShare
    else { return nil }
    return Array(lines.bytes[common.prefix])
  }

  private static func prefix(
    _ lines: TextLines,
    _ line: Int,
    upTo gap: Gap,
    policy: TextThreadPolicy
  ) -> Range<Int>? {
    guard line >= 0 && line < lines.count else { return nil }
    let (bytes, offsets) = (lines.bytes, lines.offsets(line))
    guard !offsets.isEmpty, offsets.count <= policy.longestReply else {
      return nil
    }
    // A name follows the gap.
    let limit = min(offsets.upperBound - 2, offsets.lowerBound + policy.longestReplyPhrase + 1)
    let (lead, second): (UInt8, UInt8) = gap == .noBreakSpace ? (0xC2, 0xA0) : (0x20, 0x20)
    var offset = offsets.lowerBound + policy.leastReplyPhrase
    while let found = bytes.first(lead, in: offset..<max(offset, limit)) {
      offset = found
      if bytes[found + 1] == second { break }
      offset += 1
    }
    guard offset < limit, bytes[offset] == lead, bytes[offset + 1] == second else { return nil }
    offset += 2
    while offset < offsets.upperBound, bytes[offset] == 0x20 { offset += 1 }
    guard offset < offsets.upperBound else { return nil }
    return offsets.lowerBound..<offset
  }
}
