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
    var shape: UInt64 { found.date.isRelative ? 0 : found.date.shape }
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
    for line in 0..<lines.count where lines.offsets(line).count <= policy.longestHeader {
      let text = lines.text(line)
      guard text.count >= 2 else { continue }
      if let found = LineDate(bytes, text, policy: dates) {
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
    var groups: [[DumpLine]] = []
    for (shape, members) in shapes.prefix(Self.mostShapes)
    where members.count >= policy.leastHeaders {
      groups.append(group(of: shape, bytes, dates))
    }
    groups.append(spoken.map { DumpLine(line: $0, found: nil) })
    groups.append(allOpened(bytes))
    return groups.filter { $0.count >= policy.leastHeaders }
  }

  /// The lines with a date of the format `shape`, also where a name before it is a word of dates:
  /// `Sam on Monday`.
  private func group(
    of shape: UInt64,
    _ bytes: UnsafeRawBufferPointer,
    _ dates: DatePolicy
  ) -> [DumpLine] {
    dated.compactMap { entry in
      if entry.shape == shape { return DumpLine(line: entry.line, found: entry.found) }
      let later = entry.found.without(wordsOf: bytes, policy: dates) { $0.shape == shape }
      return later.map { DumpLine(line: entry.line, found: $0) }
    }
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
