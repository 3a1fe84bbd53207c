import DocumentModel
import DocumentParsing

/// What a page prints at the beginning and the end of every comment's text: votes, buttons.
struct DumpEdges {
  /// How many bytes a line has that a page prints around every text.
  private static let longestLine = 100

  private let lines: TextLines
  /// Lines that open most texts.
  private var openings: Set<UInt64> = []
  /// Lines that end texts.
  private var endings: Set<UInt64> = []
  /// Lines that end most texts, so that none goes on behind them.
  private var closings: Set<UInt64> = []
  /// Whether a label among the lines says what can be done with a comment.
  private(set) var haveControls = false
  /// Whether most texts begin with the same line.
  var haveOpenings: Bool { !openings.isEmpty }

  /// Learns from the texts in the lines of `bodies`.
  init(_ lines: TextLines, bodies: [Range<Int>], policy: DumpPolicy) {
    self.lines = lines
    var first: [UInt64: Int] = [:]
    var beginnings: [UInt64: Int] = [:]
    var last: [UInt64: (count: Int, line: Int)] = [:]
    for body in bodies {
      if let hash = Self.edge(lines, body, 1, isEnd: false).first?.hash {
        beginnings[hash, default: 0] += 1
      }
      for hash in Self.edge(lines, body, policy.mostEdgeLines, isEnd: false).prefix(3) {
        first[hash.hash, default: 0] += 1
      }
      var seen: Set<UInt64> = []
      for entry in Self.edge(lines, body, policy.mostEdgeLines, isEnd: true)
      where seen.insert(entry.hash).inserted {
        last[entry.hash, default: (0, entry.line)].count += 1
      }
    }
    let least = max(policy.leastControls, bodies.count * policy.leastControlShare / 100)
    let most = max(policy.leastControls, bodies.count * policy.leastShared / 100)
    for (hash, count) in first where count >= most { openings.insert(hash) }
    for (hash, entry) in last where entry.count >= least {
      let isControl = isControl(entry.line)
      guard isControl || entry.count >= most else { continue }
      endings.insert(hash)
      if isControl, !isNumber(entry.line) { haveControls = true }
      if entry.count >= most { closings.insert(hash) }
    }
    // In a short text what opens it stands at its end, too.
    let begins = beginnings.filter { $0.value >= most && $0.key != Self.number }.map(\.key)
    endings.subtract(begins)
    closings.subtract(begins)
  }

  private static func edge(
    _ lines: TextLines,
    _ body: Range<Int>,
    _ most: Int,
    isEnd: Bool
  ) -> [(hash: UInt64, line: Int)] {
    var found: [(UInt64, Int)] = []
    var (line, seen) = (isEnd ? body.upperBound - 1 : body.lowerBound, 0)
    while body.contains(line), found.count < most, seen < most * 2 {
      seen += 1
      let text = lines.text(line)
      if !text.isEmpty {
        guard text.count <= longestLine else { break }
        found.append((hash(lines, line), line))
      }
      line += isEnd ? -1 : 1
    }
    return found
  }

  /// The hash of all lines that are a number.
  private static let number: UInt64 = 0

  /// A hash of a line in which all numbers are alike.
  private static func hash(_ lines: TextLines, _ line: Int) -> UInt64 {
    let words = DumpWord.words(lines.bytes, lines.text(line))
    if words.count == 1, words[0].isNumber { return number }
    return DumpWord.hash(lines.bytes, lines.text(line))
  }

  /// Whether a line is a number or labels a control.
  private func isControl(_ line: Int) -> Bool {
    let words = DumpWord.words(lines.bytes, lines.text(line))
    return isNumber(line)
      || words.count <= 8 && words.contains { SpeechWords.isControl(lines.bytes, $0.range) }
  }

  private func isNumber(_ line: Int) -> Bool {
    let words = DumpWord.words(lines.bytes, lines.text(line))
    return words.count == 1 && words[0].isNumber
  }

  /// The lines of `body` without those that the page printed, and without blank lines around them.
  func trimmed(_ body: Range<Int>, isLast: Bool) -> Range<Int> {
    var (start, end) = (body.lowerBound, body.upperBound)
    if isLast, !closings.isEmpty,
      let closing = body.first(where: { holds($0, closings) })
    {
      end = closing
    }
    if let tail = tail(of: start..<end) { end = tail }
    while start < end, lines.isBlank(start) || holds(start, openings) { start += 1 }
    while end > start, lines.isBlank(end - 1) || holds(end - 1, endings) { end -= 1 }
    return start..<end
  }

  /// Where the controls below a text begin behind which more of the page follows, as `load more`; nil
  /// if there is nothing of the kind.
  private func tail(of body: Range<Int>) -> Int? {
    var (line, others, controls) = (body.upperBound - 1, 0, 0)
    var first: Int?
    while line >= body.lowerBound {
      defer { line -= 1 }
      if lines.isBlank(line) { continue }
      if holds(line, endings) {
        controls += 1
        first = line
      } else if controls > 0 || others == Self.mostBehind
        || lines.text(line).count > Self.longestLine
      {
        break
      } else {
        others += 1
      }
    }
    return others > 0 && controls >= Self.leastBefore ? first : nil
  }

  /// How many lines of the page follow the controls below a text, and below how many of these.
  private static let (mostBehind, leastBefore) = (3, 3)

  private func holds(_ line: Int, _ hashes: Set<UInt64>) -> Bool {
    guard !hashes.isEmpty else { return false }
    let text = lines.text(line)
    return !text.isEmpty && text.count <= Self.longestLine
      && hashes.contains(Self.hash(lines, line))
  }
}
