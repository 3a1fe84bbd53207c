import DocumentModel
import DocumentParsing

/// The lines of a text that may head or sign comments, by what is on them.
struct DumpCandidates {
  /// A line with a date.
  struct Dated {
    /// The line.
    let line: Int
    /// Its date.
    let found: LineDate
    /// The word the line begins with, if it introduces a name.
    let opening: UInt64?

    /// What tells the formats of dates apart.
    var shape: UInt64 { DumpCandidates.shape(found.date) }
  }

  /// What tells the formats of dates apart: 0 for those that count back from now.
  ///
  /// Short ages are a format of their own: `15h` may be a size, «15 hours ago» is not.
  private static func shape(_ date: DateLine) -> UInt64 {
    date.isRelative && !date.isShortAge ? 0 : date.shape
  }

  /// The lines with dates.
  private(set) var dated: [Dated] = []
  /// The lines without a date that end in a word of speech: `Ines said,`.
  private(set) var spoken: [Int] = []
  /// The lines without a date that begin with one: `by Ines (12345)`.
  private(set) var opened: [(line: Int, word: UInt64, found: LineDate?)] = []

  /// Looks at every line that is short enough; O(length).
  init(_ lines: TextLines, policy: DumpPolicy, dates: DatePolicy) {
    let bytes = lines.bytes
    for line in 0..<lines.count {
      // Some printers fill lines with blanks.
      let text = lines.text(line)
      guard text.count >= 2, text.count <= policy.longestHeader else { continue }
      if let found = LineDate(bytes, text, policy: dates) {
        if Self.tellsMembership(lines, line, before: found.range.lowerBound)
          || SpeechWords.opensEdit(bytes, text.lowerBound..<found.range.lowerBound)
        {
          continue
        }
        let first = DumpWord.firstWord(bytes, text)
        let isOpened =
          first.upperBound < found.range.lowerBound && SpeechWords.isOpening(bytes, first)
        let opening = isOpened ? DateWordKind.hash(bytes, SpeechWords.bare(bytes, first)) : nil
        dated.append(Dated(line: line, found: found, opening: opening))
      } else {
        addUndated(line, text, bytes)
      }
    }
  }

  /// Whether the words before the date of a line, or a line above that holds no other, say since when
  /// somebody is a member.
  private static func tellsMembership(_ lines: TextLines, _ line: Int, before date: Int) -> Bool {
    let bytes = lines.bytes
    let label = lines.text(line).lowerBound..<date
    if !bytes.trimmed(label).isEmpty { return SpeechWords.opensMembership(bytes, label) }
    guard line > 0 else { return false }
    let above = lines.text(line - 1)
    let words = DumpWord.words(bytes, above).count
    let isLabel = words == 2 || words == 3 || above.last.map { bytes[$0] } == 0x3A
    return isLabel && SpeechWords.opensMembership(bytes, above)
  }

  private mutating func addUndated(
    _ line: Int,
    _ text: Range<Int>,
    _ bytes: UnsafeRawBufferPointer
  ) {
    let words = DumpWord.words(bytes, text)
    guard words.count > 1, words.count <= 10, let first = words.first, let last = words.last else {
      return
    }
    let isEnded = [0x3A, 0x2C, 0x2E, 0xA6].contains(bytes[last.range.upperBound - 1])
    if isEnded, SpeechWords.isVerb(bytes, last.range) {
      spoken.append(line)
    } else if SpeechWords.isOpening(bytes, first.range) {
      let word = DateWordKind.hash(bytes, SpeechWords.bare(bytes, first.range))
      opened.append((line, word, nil))
    }
  }

  /// The groups of lines that are tried, each of one kind, most lines first.
  ///
  /// Dates of one format are a group, those that count back from now another; so are lines that
  /// begin or end in words of speech, with dates or without.
  func groups(_ bytes: UnsafeRawBufferPointer, policy: DumpPolicy, dates: DatePolicy)
    -> [[DumpLine]]
  {
    var byShape: [UInt64: [Int]] = [:]
    for (index, entry) in dated.enumerated() {
      byShape[entry.shape, default: []].append(index)
    }
    let shapes = byShape.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let counts = byShape.mapValues(\.count).filter { $0.value >= policy.leastHeaders }
    var groups: [[DumpLine]] = []
    for (shape, members) in shapes.prefix(Self.mostShapes)
    where members.count >= policy.leastHeaders {
      groups.append(group(of: shape, bytes, dates, counts))
    }
    groups.append(datedSpoken(bytes))
    groups.append(spoken.map { DumpLine(line: $0, found: nil) })
    groups.append(allOpened(bytes))
    return groups.filter { $0.count >= policy.leastHeaders }
  }

  /// The lines with a verb of speech directly before the date, or one word before it: `Ines wrote on
  /// 3 May 2019`; none if all lines with dates have one.
  private func datedSpoken(_ bytes: UnsafeRawBufferPointer) -> [DumpLine] {
    let lines = dated.compactMap { entry -> DumpLine? in
      var start = entry.found.range.lowerBound
      while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
      let words = DumpWord.words(bytes, start..<entry.found.range.lowerBound)
      guard words.count > 1,
        words.suffix(2).contains(where: { SpeechWords.isVerb(bytes, $0.range) })
      else { return nil }
      return DumpLine(line: entry.line, found: entry.found)
    }
    return lines.count < dated.count ? lines : []
  }

  /// The lines with a date of the format `shape`, also where a name before it is a word of dates:
  /// `Sam on Monday`; not lines with a date of another format that many have.
  private func group(
    of shape: UInt64,
    _ bytes: UnsafeRawBufferPointer,
    _ dates: DatePolicy,
    _ counts: [UInt64: Int]
  ) -> [DumpLine] {
    let count = counts[shape, default: 0]
    return dated.compactMap { entry in
      if entry.shape == shape { return DumpLine(line: entry.line, found: entry.found) }
      // What is frequent is a format of its own, unless votes precede an age: `3 points 2 hours ago`.
      if shape != 0, counts[entry.shape, default: 0] * Self.frequent >= count { return nil }
      let other =
        entry.found.without(wordsOf: bytes, policy: dates) { Self.shape($0) == shape }
        ?? later(than: entry, bytes, dates)
      guard let other, Self.shape(other.date) == shape else { return nil }
      return DumpLine(line: entry.line, found: other)
    }
  }

  /// The second date on a line: what looks like the first may be a name, `mart1373`.
  private func later(
    than entry: Dated,
    _ bytes: UnsafeRawBufferPointer,
    _ dates: DatePolicy
  ) -> LineDate? {
    let start = entry.found.range.upperBound
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return LineDate(bytes, start..<end, policy: dates)
  }

  /// The lines that begin with the word that most often introduces a name, with dates or without.
  private func allOpened(_ bytes: UnsafeRawBufferPointer) -> [DumpLine] {
    var lines = opened
    lines += dated.compactMap { entry in entry.opening.map { (entry.line, $0, entry.found) } }
    var counts: [UInt64: Int] = [:]
    for (_, word, _) in lines { counts[word, default: 0] += 1 }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return lines.filter { $0.1 == best?.key }.sorted { $0.0 < $1.0 }
      .map { DumpLine(line: $0.0, found: $0.2) }
  }

  /// One line in how many has a date of a format that is no accident.
  private static let frequent = 5
  /// How many formats of dates are tried.
  private static let mostShapes = 4
}

/// A line that may head or sign a comment.
struct DumpLine {
  /// The line.
  let line: Int
  /// The date on it.
  let found: LineDate?
}
