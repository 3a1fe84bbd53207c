import DocumentModel
import DocumentParsing

/// A date among the other words of a line.
struct LineDate {
  /// Where it stands.
  let range: Range<Int>
  /// What it says.
  let date: DateLine

  /// How many words at either end of a run of date words may belong to something else.
  private static let mostStrayWords = 3

  /// Finds the first date in the text at `line`, `nil` if there is none.
  ///
  /// A date is a run of words that dates are made of and no others; a name that clings to its day is
  /// cut off.
  init?(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>, policy: DatePolicy) {
    guard bytes[line].contains(where: { $0 &- 0x30 < 10 || 0xD9...0xE1 ~= $0 }) else { return nil }
    let words = DumpWord.words(bytes, line)
    let kinds = words.map { Kind(bytes, $0.range) }
    var start = 0
    while start < words.count {
      guard kinds[start] != .other else {
        start += 1
        continue
      }
      var end = start
      while end < words.count, kinds[end] != .other { end += 1 }
      let run = start..<end
      let found =
        Self.gluedDate(bytes, words, run, policy: policy)
        ?? (kinds[run].contains(.number)
          ? Self.date(bytes, words, kinds, run, policy: policy) : nil)
      if let found {
        self = found
        return
      }
      start = end
    }
    guard let age = Self.shortAge(bytes, words) else { return nil }
    self = age
  }

  /// The most words of a line with an age of a number and a letter.
  private static let mostWordsBesideAge = 6

  /// An age of a number and a letter that is the line, ends it or stands beside a sign: `15h`,
  /// `Ines · 2d`.
  private static func shortAge(_ bytes: UnsafeRawBufferPointer, _ words: [DumpWord]) -> LineDate? {
    guard words.count <= mostWordsBesideAge else { return nil }
    for index in words.indices.reversed() {
      let word = words[index].range
      guard let length = ShortAge.length(bytes, word),
        let date = DateLine(age: bytes, word)
      else { continue }
      let isLast = index == words.count - 1
      let signs = [index - 1, index + 1].filter(words.indices.contains)
      guard isLast || signs.contains(where: { NameShape.trimmed(bytes, words[$0].range).isEmpty })
      else { continue }
      return LineDate(range: word.prefix(length), date: date)
    }
    return nil
  }

  /// The date whose beginning clings to the word before the run of date words at `run`: the name of a
  /// month or weekday (`InesMay 3, 2019`), or the number of an age (`Ines3 hours ago`).
  private static func gluedDate(
    _ bytes: UnsafeRawBufferPointer,
    _ words: [DumpWord],
    _ run: Range<Int>,
    policy: DatePolicy
  ) -> LineDate? {
    guard run.lowerBound > 0 else { return nil }
    let word = words[run.lowerBound - 1].range
    let name = wordOfDateEnding(bytes, word)
    guard let start = name ?? dayEnding(bytes, word) else { return nil }
    var policy = policy
    policy.mostUnknownWords = 0
    for last in run.reversed().prefix(mostStrayWords + 1) {
      var range = start..<words[last].range.upperBound
      while let end = range.last, bytes[end] < 0x30, bytes[end] != 0x29 { range.removeLast(1) }
      guard let date = DateLine(bytes, range, policy: policy), Self.isOfOurTime(date) else {
        continue
      }
      if name != nil || date.isRelative { return LineDate(range: range, date: date) }
    }
    return nil
  }

  /// Where the name of a month or weekday begins that ends a word, with a capital: `InesMay`.
  private static func wordOfDateEnding(
    _ bytes: UnsafeRawBufferPointer,
    _ word: Range<Int>
  ) -> Int? {
    let end = bytes[word.upperBound - 1] == 0x2C ? word.upperBound - 1 : word.upperBound
    return word.dropFirst().first { offset in
      guard bytes[offset] &- 0x41 < 26, end - offset >= 3, bytes[offset + 1] &- 0x61 < 26 else {
        return false
      }
      switch DateWordKind(bytes, offset..<end) {
      case .month?, .part?: return true
      default: return false
      }
    }
  }

  private init(range: Range<Int>, date: DateLine) {
    self.range = range
    self.date = date
  }

  /// The date without one or more words at an end, if what is left is one that `isMeant`.
  func without(
    wordsOf bytes: UnsafeRawBufferPointer,
    policy: DatePolicy,
    where isMeant: (DateLine) -> Bool
  ) -> LineDate? {
    var policy = policy
    policy.mostUnknownWords = 0
    let words = DumpWord.words(bytes, range)
    for count in 1...Self.mostStrayWords where words.count > count {
      for part in [words.dropFirst(count), words.dropLast(count)] {
        guard let first = part.first, let last = part.last, !Kind(bytes, first.range).isJoint else {
          continue
        }
        var rest = first.range.lowerBound..<last.range.upperBound
        while let end = rest.last, bytes[end] == 0x2F || bytes[end] == 0x2C || bytes[end] == 0x20 {
          rest.removeLast(1)
        }
        if let date = DateLine(bytes, rest, policy: policy), isMeant(date) {
          return LineDate(range: rest, date: date)
        }
      }
    }
    return nil
  }

  private static func date(
    _ bytes: UnsafeRawBufferPointer,
    _ words: [DumpWord],
    _ kinds: [Kind],
    _ run: Range<Int>,
    policy: DatePolicy
  ) -> LineDate? {
    var run = run
    while let first = run.first, kinds[first] == .joint { run = first + 1..<run.upperBound }
    // A number in brackets with a word behind it counts something: `(3 replies)`.
    while let last = run.last,
      kinds[last] == .joint || opensBracket(bytes, words[last].range)
    {
      run = run.lowerBound..<last
    }
    guard let first = run.first else { return nil }
    var policy = policy
    policy.mostUnknownWords = 0
    func read(_ range: Range<Int>) -> LineDate? {
      var range = range
      while let last = range.last, [0x2A, 0x2C, 0x3A, 0x3B, 0x7C, 0x5D, 0x29].contains(bytes[last])
      {
        range.removeLast(1)
      }
      guard let date = DateLine(bytes, range, policy: policy), Self.isOfOurTime(date) else {
        return nil
      }
      return LineDate(range: range, date: date)
    }
    let end = words[run.upperBound - 1].range.upperBound
    if first > 0, kinds[first] == .month, let start = dayEnding(bytes, words[first - 1].range),
      let found = read(start..<end)
    {
      return found
    }
    if let sign = run.dropFirst().last(where: {
      kinds[$0] == .joint && isSign(bytes, words[$0].range)
    }),
      sign + 1 < run.upperBound,
      !kinds[run.lowerBound..<sign].contains(.number),
      let found = read(words[sign + 1].range.lowerBound..<end), found.date.isRelative
    {
      return found
    }
    for stray in 0...mostStrayWords {
      for lead in 0...stray where run.count > stray {
        let part = run.lowerBound + lead...run.upperBound - 1 - (stray - lead)
        guard kinds[part.lowerBound] != .joint, kinds[part.upperBound] != .joint else { continue }
        let range =
          words[part.lowerBound].range.lowerBound..<words[part.upperBound].range.upperBound
        if let found = read(range) { return found }
      }
    }
    return nil
  }

  /// Whether a word is a sign alone, such as a bullet or a bar.
  private static func isSign(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) -> Bool {
    NameShape.trimmed(bytes, word).isEmpty
  }

  /// Whether a word begins with a bracket that it does not close.
  private static func opensBracket(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) -> Bool {
    bytes[word.lowerBound] == 0x28 && bytes.first(0x29, in: word) == nil
  }

  /// Whether the numbers of four digits can be years of some calendar.
  private static func isOfOurTime(_ date: DateLine) -> Bool {
    (0..<date.count).allSatisfy { index in
      guard date.fourDigits & (1 << UInt8(index)) != 0 else { return true }
      return [1340...1450, 1970...2100, 2500...2650].contains { $0.contains(date.number(index)) }
    }
  }

  /// Where the digits begin that end a word, before a full stop: the day that clings to a name.
  private static func dayEnding(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) -> Int? {
    var end = word.upperBound
    if end > word.lowerBound, bytes[end - 1] == 0x2E { end -= 1 }
    if end > word.lowerBound, bytes[end - 1] == 0x5C { end -= 1 }
    var start = end
    while start > word.lowerBound, end - start < 2, bytes[start - 1] &- 0x30 < 10 { start -= 1 }
    return start < end && start > word.lowerBound ? start : nil
  }

  /// What a word does in a date.
  private enum Kind {
    /// It holds digits, and nothing that dates do not hold.
    case number
    /// It names a month.
    case month
    /// It is another word of dates.
    case word
    /// It joins parts, as punctuation does.
    case joint
    /// Dates do not hold it.
    case other

    var isJoint: Bool { self == .joint }

    init(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) {
      guard !Self.isVersion(bytes, word) else {
        self = .other
        return
      }
      var (digits, run, hasLetters) = (0, 0, false)
      var kind = Kind.joint
      var offset = word.lowerBound
      while offset < word.upperBound {
        let length = Self.digitLength(bytes, offset)
        if length > 0 {
          (digits, run, offset) = (digits + 1, run + 1, offset + length)
          guard run <= 4 else {
            self = .other
            return
          }
          continue
        }
        run = 0
        let start = offset
        offset = Self.lettersEnd(bytes, start, upTo: word.upperBound)
        guard offset > start else {
          let scalar = Scalar(in: bytes, at: start)
          guard Self.isMark(scalar.value) else {
            self = .other
            return
          }
          offset = start + scalar.length
          continue
        }
        hasLetters = true
        switch DateWordKind(bytes, start..<offset) ?? Self.zone(bytes, start..<offset) {
        case .none: self = .other; return
        case .joint?: break
        case .month?: kind = .month
        default: kind = .word
        }
      }
      self = digits > 0 ? .number : hasLetters ? kind : .joint
    }

    /// Whether a word is the number of a version: `1.6.99.1`, `2.2.40-1`, `17.0.15+6`.
    private static func isVersion(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) -> Bool {
      var (dots, hasSuffix) = (0, false)
      for offset in word.dropFirst() where bytes[offset - 1] &- 0x30 < 10 {
        switch bytes[offset] {
        case 0x2E where offset + 1 < word.upperBound && bytes[offset + 1] &- 0x30 < 10: dots += 1
        case 0x2B, 0x2D, 0x7E: hasSuffix = true
        case 0x3A: return false
        default: break
        }
      }
      return dots > 2 || dots > 0 && hasSuffix
    }

    /// How many bytes a digit at `offset` takes, in any script; 0 if none is there.
    private static func digitLength(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
      if bytes[offset] < 0x80 { return bytes[offset] &- 0x30 < 10 ? 1 : 0 }
      let scalar = Scalar(in: bytes, at: offset)
      return DateWordKind.isDigit(scalar.value) ? scalar.length : 0
    }

    private static func lettersEnd(
      _ bytes: UnsafeRawBufferPointer,
      _ start: Int,
      upTo end: Int
    ) -> Int {
      var offset = start
      while offset < end {
        let scalar = Scalar(in: bytes, at: offset)
        let isLetter =
          LetterCase.isLetter(scalar.value) && !isMark(scalar.value)
          && !DateWordKind.isDigit(scalar.value)
        guard isLetter || scalar.value == 0x27 && offset > start else { break }
        offset += scalar.length
      }
      return offset
    }

    /// Names of zones, three or four capitals, are parts of dates.
    private static func zone(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) -> DateWordKind? {
      DateWordKind.isZone(bytes, word) ? .part : nil
    }

    private static func isMark(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0x28...0x2A, 0x2B...0x2F, 0x3A, 0x3B, 0x40, 0x5B...0x5D, 0x7C, 0xB7, 0x60C, 0x964: true
      case 0x2013, 0x2014, 0x2022, 0xFF1A, 0xFF0C: true
      default: false
      }
    }
  }
}
