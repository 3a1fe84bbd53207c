import DocumentParsing

extension DumpSide {
  /// How the bullets between headers divide the text: into units that begin above the header they
  /// hold, or below the one before.
  struct Bullets {
    /// Between how many headers a unit begins with text behind the header before.
    var headed = 0
    /// Between how many headers a unit begins directly below the header before.
    var signed = 0

    /// Whether units of both kinds are frequent.
    func areMixed(_ policy: DumpPolicy) -> Bool {
      min(headed, signed) * 100 > (headed + signed) * (100 - policy.leastNamed)
    }

    /// 1 for headers above their texts, -1 for signatures, 0 if too few bullets tell.
    func side(of gaps: Int, _ policy: DumpPolicy) -> Int {
      let count = headed + signed
      guard count >= policy.leastHeaders, count * 2 >= gaps, !areMixed(policy) else { return 0 }
      return (headed - signed).signum()
    }
  }

  /// The bullets of all gaps between headers.
  var bullets: Bullets {
    var found = Bullets()
    for (before, header) in zip(self.found.headers, self.found.headers.dropFirst()) {
      let gap = before.last + 1..<max(before.last + 1, header.line + 1)
      guard let bullet = gap.last(where: { isBullet($0) }) else { continue }
      let isFirst = (gap.lowerBound..<bullet).allSatisfy { lines.isBlank($0) }
      if isFirst && bullet < header.first { found.signed += 1 } else { found.headed += 1 }
    }
    return found
  }

  /// The line of the bullet that begins the unit of a header, a few lines above it at most; none of the
  /// lines above `start` is looked at.
  func bullet(above header: DumpHeader, from start: Int) -> Int? {
    let lowest = max(start, header.first - Self.unitReach)
    return (lowest..<max(lowest, header.first)).last { line in
      // Lists stand in texts and below them.
      isBullet(line) && !isBullet(line + 1) && (line == 0 || !isBullet(line - 1))
    }
  }

  /// How many lines of a unit stand above its header.
  private static let unitReach = 6

  /// Whether a line begins with the sign of an item of a list.
  private func isBullet(_ line: Int) -> Bool {
    let words = DumpWord.words(lines.bytes, lines.text(line))
    guard let first = words.first, NameFrame.isListSign(lines.bytes, first.range) else {
      return false
    }
    // Controls are items of lists below a text.
    return
      !(1...2 ~= words.dropFirst().count
      && words.dropFirst().contains { SpeechWords.isControl(lines.bytes, $0.range) })
  }

  /// Numbers above the headers that count these begin what they number.
  var ordinals: Int {
    let numbers = found.headers.map { number(of: $0) }
    let steps = zip(numbers, numbers.dropFirst()).count { first, second in
      guard let first, let second else { return false }
      return abs(second - first) == 1
    }
    return steps * 100 >= (numbers.count - 1) * policy.leastNamed ? policy.decisiveSign : 0
  }

  /// Numbers on the lines below the headers that count these: a header above its text has its own
  /// number there, a signature that of the next text.
  var ordinalsBelow: Int {
    var (own, next) = (0, 0)
    for (index, header) in found.headers.enumerated() where header.last + 1 < lines.count {
      let text = SpeechWords.bare(lines.bytes, lines.text(header.last + 1))
      guard !text.isEmpty, text.count <= 6,
        let value = Int(String(decoding: lines.bytes[text], as: UTF8.self))
      else { continue }
      if value == index + 1 { own += 1 }
      if value == index + 2 { next += 1 }
    }
    guard max(own, next) * 100 >= found.headers.count * policy.leastNamed else { return 0 }
    return (own - next).signum() * policy.decisiveSign
  }

  /// The number on a line of its own at or directly above the first line of a header.
  private func number(of header: DumpHeader) -> Int? {
    var line = header.first
    for _ in 0..<Self.titleReach {
      let text = lines.text(line)
      if let last = text.last, text.count <= 6, lines.bytes[last] &- 0x30 < 10 {
        let digits = lines.bytes[text].drop { $0 == 0x23 }
        if let value = Int(String(decoding: digits, as: UTF8.self)) { return value }
      }
      line -= 1
      guard line >= 0 else { return nil }
    }
    return nil
  }

  /// The beginning of the text below a header in the line above it is a title, which nobody prints
  /// below.
  var titles: Int {
    let titled = found.headers.count { header in
      guard let above = text(above: header), let below = text(below: header) else { return false }
      return above.count >= Self.leastTitle && below.count >= Self.leastTitle
        && lines.bytes.equal(above.prefix(Self.leastTitle), below.prefix(Self.leastTitle))
    }
    return titled >= policy.leastHeaders && titled * 2 > found.headers.count
      ? policy.decisiveSign : 0
  }

  /// How many bytes of a title are compared, and how many lines away it is.
  private static let (leastTitle, titleReach) = (12, 3)

  private func text(above header: DumpHeader) -> Range<Int>? {
    let lowest = max(0, header.first - Self.titleReach)
    return (lowest..<header.first).last { !lines.isBlank($0) }.map { lines.text($0) }
  }

  private func text(below header: DumpHeader) -> Range<Int>? {
    let end = min(lines.count, header.last + 1 + Self.titleReach)
    return (min(header.last + 1, end)..<end).first { !lines.isBlank($0) }.map { lines.text($0) }
  }
}
