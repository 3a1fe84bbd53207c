import DocumentModel

/// A line that holds a date and nothing else, split into its parts.
///
/// Day, month (name or number), year, weekday and time may come in any order and punctuation, with
/// the words of `DateWords` between them. A few other words are accepted and counted, because a site
/// may put any word into its date format. What each number means is decided by `DateReading`.
package struct DateLine: Sendable {
  /// A hash of the line with its numbers and names masked: equal for all dates printed in one format,
  /// and almost always different for other formats.
  package private(set) var shape = FNVHash.start
  /// How many numbers there are.
  package private(set) var count: Int {
    get { Int(small.count) }
    set { small.count = UInt8(truncatingIfNeeded: newValue) }
  }
  /// One bit for each number that has four digits.
  package private(set) var fourDigits: UInt8 = 0
  /// The month if it is named, else 0.
  package private(set) var month: Int {
    get { Int(small.month) }
    set { small.month = UInt8(truncatingIfNeeded: newValue) }
  }
  /// Which number begins the time of day, if punctuation tells.
  package private(set) var timeStart: Int? {
    get { small.timeStart < 0 ? nil : Int(small.timeStart) }
    set { small.timeStart = Int8(truncatingIfNeeded: newValue ?? -1) }
  }
  /// Whether the date counts from the reader's now, as «3 hours ago» does.
  package var isRelative: Bool { hasAgo && hasUnit && (count <= 1 || count == Int(small.units)) }
  /// Whether it is an age of a number and a short unit, such as `15h`.
  package private(set) var isShortAge: Bool {
    get { small.isShortAge }
    set { small.isShortAge = newValue }
  }
  /// Whether it tells a time of day or an age, as dates of comments do.
  package var isMoment: Bool { isRelative || timeStart != nil || count > (month > 0 ? 2 : 3) }
  /// How many words no list knows.
  package private(set) var unknownWords: Int {
    get { Int(small.unknownWords) }
    set { small.unknownWords = UInt8(truncatingIfNeeded: newValue) }
  }
  /// Before or after noon, if the line says.
  package private(set) var isAfternoon: Bool?
  /// Minutes east of UTC, if the line names the zone.
  package var offset: Int16? { small.zone == .min ? nil : small.zone }

  /// The numbers in their order, those of a month with a sign of its own left out, of 16 bits each.
  private var numbers: (low: UInt64, high: UInt64) = (0, 0)
  private var hasAgo = false
  private var hasUnit = false
  private var small = Small()

  /// Counts that fit in a byte each: a page has a date for every comment, and all are kept at once.
  private struct Small: Sendable {
    var count: UInt8 = 0
    var month: UInt8 = 0
    var timeStart: Int8 = -1
    var unknownWords: UInt8 = 0
    /// One bit for each number that has one digit.
    var oneDigits: UInt8 = 0
    /// How many units of relative dates there are.
    var units: UInt8 = 0
    var isShortAge = false
    /// Minutes east of UTC, the least number if no zone is named.
    var zone = Int16.min
  }

  /// The number at `index`, at most 9999.
  @inline(__always)
  package func number(_ index: Int) -> Int {
    let half = index < 4 ? numbers.low : numbers.high
    return Int(truncatingIfNeeded: (half >> (UInt64(index & 3) * 16)) & 0xFFFF)
  }

  private mutating func appendNumber(_ value: Int) {
    let shifted = UInt64(truncatingIfNeeded: value) << (UInt64(count & 3) * 16)
    if count < 4 { numbers.low |= shifted } else { numbers.high |= shifted }
    count += 1
  }

  /// Puts other numbers in place of those there are; `value` gives the one at an index.
  @inline(__always)
  mutating func replaceNumbers(_ value: (Int) -> Int) {
    numbers = (0, 0)
    for index in 0..<count {
      let shifted = UInt64(truncatingIfNeeded: value(index)) << (UInt64(index & 3) * 16)
      if index < 4 { numbers.low |= shifted } else { numbers.high |= shifted }
    }
  }

  /// No date is shorter, in bytes.
  package static let leastLength = 5

  /// Reads the line at `range`, `nil` if it is anything but a date.
  package init?(
    _ bytes: UnsafeRawBufferPointer,
    _ range: Range<Int>,
    policy: DatePolicy = DatePolicy()
  ) {
    guard range.count >= Self.leastLength && range.count <= policy.longestLine else { return nil }
    if DateText.isPlain(bytes, range) {
      self.init(plain: bytes, range, policy: policy)
      return
    }
    let text = DateText(bytes, range)
    let line = text.bytes.withUnsafeBytes { DateLine(plain: $0, 0..<$0.count, policy: policy) }
    guard let line else { return nil }
    self = line
    if let offset = text.offset {
      small.zone = offset
      mix(0x5A)
    }
  }

  /// Reads an age such as `15h` (`ShortAge`) at the beginning of the text at `range`; `nil` if there is
  /// none.
  package init?(age bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    guard let length = ShortAge.length(bytes, range) else { return nil }
    let digits = range.prefix(length).prefix { bytes[$0] &- 0x30 < 10 }
    appendNumber(bytes[digits].reduce(0) { $0 * 10 + Int($1 - 0x30) })
    (hasAgo, hasUnit, small.units, isShortAge) = (true, true, 1, true)
    mix(0x4E)
    mix(0x55)
  }

  /// Reads text that `DateText` has nothing to do with.
  private init?(
    plain bytes: UnsafeRawBufferPointer,
    _ range: Range<Int>,
    policy: DatePolicy
  ) {
    guard range.count >= Self.leastLength, !Self.endsInOnlyNumber(bytes, range) else { return nil }
    var cursor = DateCursor(bytes: bytes, offset: range.lowerBound, end: range.upperBound)
    while cursor.offset < cursor.end {
      let byte = bytes[cursor.offset]
      if 0x30...0x39 ~= byte {
        guard readNumber(&cursor) else { return nil }
      } else if cursor.isLetter {
        guard readWord(&cursor, policy: policy) else { return nil }
      } else {
        guard readMark(&cursor) else { return nil }
      }
    }
    guard isRelative || isWhole else { return nil }
  }

  /// Whether there is at least a day of a year, or of a month at a time of day.
  private var isWhole: Bool {
    let inTime = timeStart.map { min(count - $0, 3) } ?? 0
    let inDate = count - (timeStart == nil ? 0 : min(inTime, 2))
    if month > 0 { return inDate >= 2 ? tellsYear : inDate >= 1 && inTime >= 2 }
    // A word no list knows may be the month.
    return inDate >= 3
      ? tellsYear : (unknownWords > 0 && inDate == 2 && fourDigits != 0 && inTime >= 2)
  }

  /// Whether one number of the day can be its year: the first if it has four digits, the last if it
  /// has more than one.
  private var tellsYear: Bool {
    let time = time
    let first = time.lowerBound > 0 ? 0 : time.count
    let last = month > 0 ? 1 : 2
    let end = last < time.lowerBound ? last : last + time.count
    return fourDigits & (1 << UInt8(first)) != 0 || small.oneDigits & (1 << UInt8(end)) == 0
  }

  /// Which numbers tell the time of day: those behind a colon or «h», else what the date leaves.
  @inline(__always)
  var time: Range<Int> {
    let inDate = month > 0 ? 2 : 3
    guard let start = timeStart else { return min(count, inDate)..<count }
    return start..<min(count, start + max(1, min(3, count - inDate)))
  }

  @inline(__always)
  private mutating func mix(_ byte: UInt8) {
    shape = FNVHash.mix(shape, byte)
  }

  private mutating func readNumber(_ cursor: inout DateCursor) -> Bool {
    var value = 0
    var digits = 0
    while !cursor.isAtEnd, 0x30...0x39 ~= cursor.byte {
      value = value * 10 + Int(cursor.byte - 0x30)
      digits += 1
      cursor.offset += 1
      guard digits <= 4 else { return false }
    }
    guard digits != 3 && count < 8 else { return false }
    if let sign = cursor.monthSign, month == 0, 1...12 ~= value {
      month = value
      cursor.offset = sign
      mix(0x4D)
      return true
    }
    if timeStart == nil, cursor.opensTime { timeStart = count }
    if digits == 4 { fourDigits |= 1 << UInt8(count) }
    if digits == 1 { small.oneDigits |= 1 << UInt8(count) }
    appendNumber(value)
    mix(digits == 4 ? 0x59 : 0x4E)
    cursor.skipOrdinal()
    return true
  }

  private mutating func readWord(_ cursor: inout DateCursor, policy: DatePolicy) -> Bool {
    let start = cursor.offset
    while !cursor.isAtEnd, 0x61...0x7A ~= cursor.byte | 0x20 {
      cursor.offset += 1
    }
    if cursor.offset > start,
      cursor.offset == cursor.end || cursor.byte < 0x80 && cursor.byte != 0x27
    {
      return finishWord(from: start, &cursor, policy: policy)
    }
    cursor.offset = start
    let first = cursor.scalar
    cursor.offset += first.length
    if LetterCase.isIdeographic(first.value), isCounter(first.value), count > 0 || hasUnit {
      hasUnit = true
      mix(0x55)
      return true
    }
    let ideographic = LetterCase.isIdeographic(first.value)
    while !cursor.isAtEnd {
      let scalar = cursor.scalar
      let isApostrophe = scalar.value == 0x27 || scalar.value == 0x2019 || scalar.value == 0x2BC
      guard LetterCase.isLetter(scalar.value) || (isApostrophe && !ideographic),
        LetterCase.isIdeographic(scalar.value) == ideographic
      else { break }
      cursor.offset += scalar.length
    }
    return finishWord(from: start, &cursor, policy: policy)
  }

  /// Takes the word from `start` to the cursor.
  private mutating func finishWord(
    from start: Int,
    _ cursor: inout DateCursor,
    policy: DatePolicy
  ) -> Bool {
    if readDottedHalf(from: start, &cursor) { return true }
    return take(
      start..<cursor.offset,
      meaning: DateWords.meaning(ofHash: DateWords.hash(cursor.bytes, start..<cursor.offset)),
      &cursor,
      policy: policy
    )
  }

  /// Signs that count days, hours and so on right behind their number.
  private func isCounter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5E74, 0x65E5, 0x6642, 0x65F6, 0x5206, 0x79D2, 0x70B9: true
    case 0xB144, 0xC77C, 0xC2DC, 0xBD84, 0xCD08: true
    default: false
    }
  }

  /// Reads a dotted half of the day («a.m.») of which the cursor has passed the first letter.
  private mutating func readDottedHalf(from start: Int, _ cursor: inout DateCursor) -> Bool {
    guard cursor.offset == start + 1, cursor.offset + 1 < cursor.end, cursor.byte == 0x2E else {
      return false
    }
    let letter = cursor.bytes[start] | 0x20
    var next = cursor.offset + 1
    if cursor.bytes[next] == 0x20 { next += 1 }
    guard letter == 0x61 || letter == 0x70, next < cursor.end, cursor.bytes[next] | 0x20 == 0x6D
    else {
      return false
    }
    next += 1
    if next < cursor.end && cursor.bytes[next] == 0x2E { next += 1 }
    cursor.offset = next
    isAfternoon = letter == 0x70
    mix(0x41)
    return true
  }

  private mutating func take(
    _ word: Range<Int>,
    meaning: DateWord?,
    _ cursor: inout DateCursor,
    policy: DatePolicy
  ) -> Bool {
    func skipFullStop() { if !cursor.isAtEnd && cursor.byte == 0x2E { cursor.offset += 1 } }
    switch meaning {
    case .month where hasUnit:
      // «ago» is August in Spanish and Italian.
      hasAgo = true
      mix(0x42)
    case .month(let number) where month == 0:
      month = Int(number)
      mix(0x4D)
      skipFullStop()
    case .weekday:
      mix(0x57)
      skipFullStop()
    case .morning, .afternoon:
      isAfternoon = meaning == .afternoon
      mix(0x41)
      skipFullStop()
    case .unit:
      hasUnit = true
      small.units &+= 1
      mix(0x55)
    case .ago, .joint:
      guard count > 0 || !clingsToNumber(word, in: cursor) else { return false }
      if meaning == .ago { hasAgo = true }
      for index in word { mix(cursor.bytes[index]) }
    case nil where cursor.isTimeMark(word):
      mix(0x54)
    case .month, nil:
      unknownWords += 1
      guard unknownWords <= policy.mostUnknownWords, word.count <= policy.longestUnknownWord,
        !clingsToNumber(word, in: cursor)
      else {
        return false
      }
      // It may be the name of a month in another language, so it must not tell shapes apart.
      mix(0x3F)
    }
    return true
  }

  /// Whether a number follows a word without a blank, as in «v1» and «beta2»; the letter between day
  /// and time («T») or hours and minutes («u») does not count.
  private func clingsToNumber(_ word: Range<Int>, in cursor: DateCursor) -> Bool {
    guard word.upperBound < cursor.end, 0x30...0x39 ~= cursor.bytes[word.upperBound],
      cursor.bytes[word.upperBound - 1] < 0x80
    else { return false }
    let letter = cursor.bytes[word.lowerBound] | 0x20
    return word.count > 1 || count == 0 || (letter != 0x74 && letter != 0x75)
  }

  /// Takes one mark of punctuation or blank; runs of blanks count once.
  private mutating func readMark(_ cursor: inout DateCursor) -> Bool {
    let scalar = cursor.scalar
    cursor.offset += scalar.length
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x202F, 0x2009:
      while cursor.offset < cursor.bytes.count, cursor.byte == 0x20 { cursor.offset += 1 }
      mix(0x20)
    case 0x28, 0x29, 0x2B...0x2F, 0x3A, 0x3B, 0x40, 0x5B, 0x5D, 0x7C, 0xB7, 0x60C:
      mix(UInt8(truncatingIfNeeded: scalar.value))
    case 0x2013, 0x2014, 0x2022, 0xFF1A, 0xFF0C, 0xFF08, 0xFF09:
      mix(UInt8(truncatingIfNeeded: scalar.value))
    default: return false
    }
    return true
  }
}
