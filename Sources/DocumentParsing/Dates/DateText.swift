import DocumentModel

/// A date's text in the form `DateLine` reads: ASCII digits, the zone taken off, signs behind it gone.
struct DateText {
  /// The text.
  private(set) var bytes: [UInt8] = []
  /// Minutes east of UTC, `nil` if the text gives no zone.
  private(set) var offset: Int16?

  /// Whether the text at `range` is in that form already, as most dates are.
  static func isPlain(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    var previous: UInt8 = 0x20
    for byte in bytes[range] {
      switch byte {
      case 0x23, 0x2A, 0x2B, 0x5C, 0xD8...0xDB, 0xE0, 0xE1: return false
      case 0x30...0x39 where previous == 0x27 || previous == 0x99: return false
      case _ where Self.endsZone(byte) && 0x41...0x5A ~= previous: return false
      case 0x5A where 0x41...0x5A ~= previous || 0x30...0x39 ~= previous: return false
      case 0xA1 where previous == 0xC3: return false
      case _ where previous == 0xC2 && (byte == 0xB6 || byte == 0xA7): return false
      case 0xBB where previous == 0xE4: return false
      case 0xB9 where previous == 0xE5: return false
      case 0x98, 0xB0: if previous == 0xE6 { return false }
      default: break
      }
      previous = byte
    }
    return !endsInOffset(bytes, range)
  }

  /// Whether names of zones end in a letter: T, C, K.
  private static func endsZone(_ byte: UInt8) -> Bool {
    byte == 0x54 || byte == 0x43 || byte == 0x4B
  }

  /// Whether a text ends like «-0500».
  private static func endsInOffset(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    let end = range.suffix(6)
    guard let sign = end.last(where: { bytes[$0] == 0x2D }), sign > range.lowerBound else {
      return false
    }
    return bytes[sign - 1] == 0x20 || 0x41...0x5A ~= bytes[sign - 1]
      || range.upperBound - sign == 6 && bytes[sign + 3] == 0x3A
  }

  /// Cleans the text at `range`.
  init(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) {
    copy(text, range)
    trimSigns()
    takeZone()
    readVietnameseMonth()
    readEra()
  }

  // MARK: Letters and digits

  private mutating func copy(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) {
    var offset = range.lowerBound
    var isThai = false
    while offset < range.upperBound {
      let byte = text[offset]
      guard byte >= 0x80 else {
        let next = offset + 1 < range.upperBound ? text[offset + 1] : 0
        let isYearSign = byte == 0x27 && 0x30...0x39 ~= next
        // Thai abbreviations have full stops inside.
        let isInside = byte == 0x2E && isThai
        if byte != 0x5C, !isYearSign, !isInside { bytes.append(byte) }
        offset += 1
        continue
      }
      let scalar = Scalar(in: text, at: offset)
      isThai = 0xE01...0xE4E ~= scalar.value
      let end = min(range.upperBound, offset + scalar.length)
      copy(scalar.value, text[offset..<end], before: end < range.upperBound ? text[end] : 0)
      offset = end
    }
  }

  private mutating func copy(
    _ scalar: UInt32,
    _ source: Slice<UnsafeRawBufferPointer>,
    before: UInt8
  ) {
    if let digit = Self.digit(scalar) { return bytes.append(0x30 + digit) }
    switch scalar {
    case 0x60C, 0x66B, 0x66C, 0x964: bytes.append(0x2C)
    case 0x2212: bytes.append(0x2D)
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: break
    case 0x2019 where 0x30...0x39 ~= before: break
    default: bytes.append(contentsOf: source)
    }
  }

  /// The value of a decimal digit of another script.
  static func digit(_ scalar: UInt32) -> UInt8? {
    for zero in zeros where zero...zero + 9 ~= scalar { return UInt8(scalar - zero) }
    return nil
  }

  /// The zeros of the scripts whose digits pages print dates in.
  private static let zeros: [UInt32] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x17E0, 0x1810, 0xFF10,
  ]

  // MARK: What follows a date

  /// Takes off the sign of a permalink: `#`, `¶`, `— #12`.
  private mutating func trimSigns() {
    trimEnd()
    var end = bytes.count
    while end > 0, 0x30...0x39 ~= bytes[end - 1] { end -= 1 }
    if end > 0, bytes[end - 1] == 0x23 || bytes[end - 1] == 0x2A {
      bytes.removeLast(bytes.count - end + 1)
    } else if bytes.count > 1, bytes[bytes.count - 2] == 0xC2,
      [0xB6, 0xA7].contains(bytes[bytes.count - 1])
    {
      bytes.removeLast(2)
    }
    trimEnd()
  }

  /// Takes off blanks, dashes and bars.
  private mutating func trimEnd() {
    while let last = bytes.last {
      if last == 0x20 || last == 0x2D || last == 0x7C {
        bytes.removeLast()
      } else if bytes.suffix(3).elementsEqual([0xE2, 0x80, 0x94])
        || bytes.suffix(3).elementsEqual([0xE2, 0x80, 0x93])
      {
        bytes.removeLast(3)
      } else {
        return
      }
    }
  }

  // MARK: Zones

  private mutating func takeZone() {
    guard let colon = bytes.lastIndex(of: 0x3A) ?? bytes.lastIndex(of: 0x6D) else { return }
    let whole = bytes
    if bytes.last == 0x29, let open = bytes.lastIndex(of: 0x28), open > colon {
      let inside = Array(bytes[(open + 1)..<(bytes.count - 1)])
      bytes.removeLast(bytes.count - open)
      trimEnd()
      if takeOffset() || takeName() { return }
      if let named = Self.zone(inside[...]) {
        offset = named
        return
      }
      bytes = whole
      return
    }
    if takeOffset() || takeName() { return }
    bytes = whole
  }

  /// Takes `+02:00`, `+0200`, `UTC+2` off the end.
  private mutating func takeOffset() -> Bool {
    var digits: [Int] = []
    var index = bytes.count
    var colons = 0
    while index > 0, digits.count < 4 {
      let byte = bytes[index - 1]
      if 0x30...0x39 ~= byte {
        digits.insert(Int(byte - 0x30), at: 0)
      } else if byte == 0x3A, digits.count == 2, colons == 0 {
        colons = 1
      } else {
        break
      }
      index -= 1
    }
    guard index > 1, bytes[index - 1] == 0x2B || bytes[index - 1] == 0x2D else { return false }
    let isWest = bytes[index - 1] == 0x2D
    var start = index - 1
    let isNamed =
      start >= 3 && Self.zone(bytes[(start - 3)..<start]) == 0
    if isNamed { start -= 3 }
    let isApart = isNamed || bytes[start - 1] == 0x20 || bytes[..<start].contains(0x54)
    guard isApart, isNamed || digits.count == 4 || colons == 1, !digits.isEmpty,
      hasTime(before: start)
    else { return false }
    let hours = digits.count > 2 ? digits.dropLast(2) : digits[...]
    let minutes = digits.count > 2 ? digits.suffix(2).reduce(0) { $0 * 10 + $1 } : 0
    let size = hours.reduce(0) { $0 * 10 + $1 } * 60 + minutes
    guard size <= 14 * 60 else { return false }
    offset = Int16(isWest ? -size : size)
    bytes.removeLast(bytes.count - start)
    trimEnd()
    return true
  }

  /// Takes `Z`, `UTC`, `EDT` off the end.
  private mutating func takeName() -> Bool {
    var start = bytes.count
    while start > 0, 0x41...0x5A ~= bytes[start - 1] { start -= 1 }
    guard start > 0, let named = Self.zone(bytes[start...]), hasTime(before: start) else {
      return false
    }
    if bytes.count - start == 1 {
      guard 0x30...0x39 ~= bytes[start - 1] else { return false }
    } else if bytes[start - 1] != 0x20, !(0x30...0x39 ~= bytes[start - 1]) {
      return false
    }
    offset = named
    bytes.removeLast(bytes.count - start)
    trimEnd()
    return true
  }

  /// Whether a time of day stands before `end`.
  private func hasTime(before end: Int) -> Bool {
    bytes[..<end].contains(0x3A)
      || bytes[..<end].suffix(4).contains { $0 | 0x20 == 0x6D }
  }

  /// Minutes east of UTC of a zone that RFC 2822 or common use names without doubt.
  static func zone(_ name: some Collection<UInt8>) -> Int16? {
    guard 1...4 ~= name.count else { return nil }
    let text = String(decoding: name, as: UTF8.self)
    return zones.first { $0.name == text }?.offset
  }

  private static let zones: [(name: String, offset: Int16)] = [
    ("Z", 0), ("UT", 0), ("UTC", 0), ("GMT", 0), ("EST", -300), ("EDT", -240), ("CST", -360),
    ("CDT", -300), ("MST", -420), ("MDT", -360), ("PST", -480), ("PDT", -420), ("WET", 0),
    ("WEST", 60), ("CET", 60), ("CEST", 120), ("MEZ", 60), ("MESZ", 120), ("EET", 120),
    ("EEST", 180), ("BST", 60), ("MSK", 180), ("JST", 540), ("AEST", 600), ("AEDT", 660),
  ]

  // MARK: Words that are several

  /// Puts an English month in place of «Tháng Ba» and «tháng 3».
  private mutating func readVietnameseMonth() {
    guard let at = bytes.firstRange(ofLetters: [0x68, 0xC3, 0xA1, 0x6E, 0x67]), at.lowerBound > 0,
      bytes[at.lowerBound - 1] | 0x20 == 0x74
    else { return }
    let start = at.lowerBound - 1
    let rest = String(decoding: bytes[at.upperBound...], as: UTF8.self)
      .split(omittingEmptySubsequences: true) { $0 == " " || $0 == "," }
    let two = rest.prefix(2).map { $0.lowercased() }.joined(separator: " ")
    let one = rest.first.map { $0.lowercased() } ?? ""
    let (name, month) =
      Self.vietnamese.firstIndex(of: two).map { (two, $0) }
      ?? Self.vietnamese.firstIndex(of: one).map { (one, $0) } ?? (one, (Int(one) ?? 0) - 1)
    guard Self.english.indices.contains(month),
      let place = bytes[at.upperBound...].firstIndex(where: { $0 != 0x20 })
    else { return }
    let end = min(bytes.count, place + name.utf8.count)
    bytes.replaceSubrange(start..<end, with: Self.english[month].utf8)
  }

  private static let vietnamese = [
    "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
  ]
  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October",
    "November", "December",
  ]

  /// Puts the year of the Gregorian calendar in place of one of a Japanese era: 令和4年.
  private mutating func readEra() {
    for (era, first) in Self.eras {
      guard let at = bytes.firstRange(ofLetters: Array(era.utf8)) else { continue }
      var (end, year) = (at.upperBound, 0)
      if bytes[end...].starts(with: "元".utf8) { (end, year) = (end + 3, 1) }
      while end < bytes.count, 0x30...0x39 ~= bytes[end], year < 200 {
        year = year * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      guard year > 0 else { return }
      bytes.replaceSubrange(at.lowerBound..<end, with: String(first + year - 1).utf8)
      return
    }
  }

  /// Eras and their first years.
  private static let eras = [("令和", 2019), ("平成", 1989), ("昭和", 1926), ("民國", 1912)]
}

extension [UInt8] {
  /// Where `letters` stand first.
  fileprivate func firstRange(ofLetters letters: [UInt8]) -> Range<Int>? {
    guard count >= letters.count else { return nil }
    for start in 0...(count - letters.count)
    where self[start] == letters[0] && self[start...].starts(with: letters) {
      return start..<start + letters.count
    }
    return nil
  }
}
