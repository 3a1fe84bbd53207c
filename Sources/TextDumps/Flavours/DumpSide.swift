import DocumentModel
import DocumentParsing

/// Decides for a page as a whole whether its headers stand above the texts or below them.
struct DumpSide {
  let lines: TextLines
  let found: DumpHeaders
  /// The line that heads the discussion, if one stands directly above the first header.
  let heading: Int?
  let policy: DumpPolicy
  /// The line after the run of blank lines that sets the discussion off, if there is one.
  let gap: Int?

  init(lines: TextLines, found: DumpHeaders, heading: Int?, policy: DumpPolicy) {
    self.lines = lines
    self.found = found
    self.heading = heading
    self.policy = policy
    gap = Self.gap(lines, above: found.headers[0].first, policy: policy)
  }

  /// How far above the first header a gap is looked for.
  private static let reach = 200
  /// How many bytes of a text may call somebody by name.
  private static let opening = 40

  /// The line after the longest run of blank lines above `line`, the nearest if there are several.
  private static func gap(_ lines: TextLines, above line: Int, policy: DumpPolicy) -> Int? {
    var (blank, index, longest) = (0, line - 1, policy.gapLines - 1)
    var found: Int?
    while index >= 0, line - index <= reach {
      blank = lines.isBlank(index) ? blank + 1 : 0
      if blank > longest { (longest, found) = (blank, index + blank) }
      index -= 1
    }
    return found
  }

  /// Where the discussion begins if its headers stand below the texts.
  var start: Int? { gap }

  /// Whether the headers stand below the texts: signatures.
  var isSigned: Bool { score < 0 }

  /// Whether the signs hardly outweigh each other.
  var isUncertain: Bool { abs(score) < policy.notableSign || bullets.areMixed(policy) }

  /// More than 0 for headers above the texts, less for signatures.
  private var score: Int { signs.reduce(0, +) }

  /// What each sign counts.
  var signs: [Int] {
    [speech, wording, ending, beginning, distance, names, addresses, votes]
      + [
        bullets.side(of: found.headers.count - 1, policy) * policy.decisiveSign, ordinals, titles,
        ordinalsBelow,
      ]
  }

  private var speech: Int { found.frame.endsInSpeech ? policy.decisiveSign : 0 }

  /// «Posted by» signs more often than it heads; a name or a date alone heads.
  private var wording: Int {
    guard found.place == .inline, !found.frame.endsInSpeech else { return 0 }
    return found.frame.hasOpening ? -1 : 1
  }

  /// Those who reply call the author of the comment above by name.
  private var addresses: Int {
    var (own, other) = (0, 0)
    for (index, header) in found.headers.enumerated().dropFirst() {
      guard index + 1 < found.headers.count, let text = opening(below: header),
        let name = header.name, let earlier = found.headers[index - 1].name,
        !lines.bytes.equal(name, earlier)
      else { continue }
      if calls(name, text) { own += 1 }
      if calls(earlier, text) { other += 1 }
    }
    return own + other < 3 ? 0 : (other - own).signum() * policy.notableSign
  }

  /// The beginning of the text below a header.
  private func opening(below header: DumpHeader) -> Range<Int>? {
    let line = (header.last + 1..<min(lines.count, header.last + 5)).first { !lines.isBlank($0) }
    return line.map { lines.text($0).prefix(Self.opening) }
  }

  /// Whether a text mentions the first word of a name, of more than three letters.
  private func calls(_ name: Range<Int>, _ text: Range<Int>) -> Bool {
    let word = DumpWord.firstWord(lines.bytes, name)
    guard word.count > 3, text.count >= word.count else { return false }
    return (text.lowerBound...text.upperBound - word.count).contains {
      lines.bytes.equal($0..<$0 + word.count, word)
    }
  }

  /// Numbers above the dates that count nothing are votes, which end a text.
  private var votes: Int {
    guard found.place == .below else { return 0 }
    var values: [Int] = []
    for header in found.headers where header.first < header.line {
      let text = lines.bytes[lines.text(header.first)]
      if let value = Int(String(decoding: text, as: UTF8.self)) { values.append(value) }
    }
    guard values.count * 2 > found.headers.count else { return 0 }
    return zip(values, values.dropFirst()).contains { $1 < $0 } ? -policy.decisiveSign : 0
  }

  /// Text behind the last header is its text; without any, the header ends one.
  private var ending: Int {
    guard let last = found.headers.last else { return 0 }
    let end = found.place == .below ? last.line : last.last
    return (end + 1..<max(end + 1, lines.count)).contains { !lines.isBlank($0) }
      ? 1 : -policy.plainSign
  }

  /// Text between the gap above the discussion and the first header was signed by that.
  private var beginning: Int {
    let first = found.headers[0].first
    if let heading {
      return (heading + 1..<first).contains { !lines.isBlank($0) } ? 0 : policy.decisiveSign
    }
    guard let gap else { return 0 }
    return (gap..<max(gap, first)).contains { !lines.isBlank($0) }
      ? -policy.notableSign : policy.plainSign
  }

  /// A header stands nearer to its own text; but items of lists follow each other without a blank
  /// line, so that nothing separates a header from the text it does not belong to.
  private var distance: Int {
    var (headed, signed) = (0, 0)
    for header in found.headers.dropFirst().dropLast() {
      let up = blanks(from: header.first, step: -1)
      let down = blanks(from: header.last, step: 1)
      guard up != down else { continue }
      let isHead = up == 0 || down > 0 && up > down
      if isHead { headed += 1 } else { signed += 1 }
    }
    return (headed - signed).signum()
  }

  private func blanks(from line: Int, step: Int) -> Int {
    var count = 0
    var line = line + step
    while line >= 0, line < lines.count, lines.isBlank(line) {
      count += 1
      line += step
    }
    return count
  }

  /// A page that prints a name above each text and signs the text with it has signatures.
  private var names: Int {
    guard found.place == .inline else { return 0 }
    var next = 0
    for (header, following) in zip(found.headers, found.headers.dropFirst()) {
      guard let name = following.name,
        let line = (header.last + 1..<max(header.last + 1, following.first)).first(where: {
          !lines.isBlank($0)
        })
      else { continue }
      if lines.bytes.equal(NameShape.trimmed(lines.bytes, lines.text(line)), name) { next += 1 }
    }
    return next * 100 >= found.headers.count * policy.leastShared ? -policy.decisiveSign : 0
  }
}
