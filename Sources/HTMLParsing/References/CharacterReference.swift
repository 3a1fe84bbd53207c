/// A character reference, `&amp;`, `&#8212;` or `&#x2014;`, and what it stands for.
///
/// The HTML standard, 13.2.5.72 to 13.2.5.80.
struct CharacterReference {
  /// The number of bytes it takes, the `&` included.
  let count: Int
  /// One or two scalars.
  let first: UInt32
  let second: UInt32?

  /// Reads the reference that `text` begins with; nil if the `&` stands for itself.
  init?(_ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) {
    guard text.count >= 2, text[0] == 0x26 else { return nil }
    if text[1] == 0x23 {
      self.init(numeric: text)
    } else if let frequent = CharacterReference(frequent: text) {
      self = frequent
    } else {
      self.init(named: text, inAttribute: inAttribute)
    }
  }

  /// One of those that pages hold most; they need no search among all names.
  private init?(frequent text: UnsafeBufferPointer<UInt8>) {
    let name: StaticString
    switch text[1] {
    case 0x61: (name, first) = ("&amp;", 0x26)
    case 0x67: (name, first) = ("&gt;", 0x3E)
    case 0x6C: (name, first) = ("&lt;", 0x3C)
    case 0x6E: (name, first) = ("&nbsp;", 0xA0)
    case 0x71: (name, first) = ("&quot;", 0x22)
    default: return nil
    }
    count = name.utf8CodeUnitCount
    second = nil
    guard text.count >= count else { return nil }
    for offset in 2..<count where text[offset] != name.utf8Start[offset] { return nil }
  }

  private init?(numeric text: UnsafeBufferPointer<UInt8>) {
    let isHexadecimal = text.count > 2 && text[2] | 0x20 == 0x78
    var at = isHexadecimal ? 3 : 2
    let start = at
    var value: UInt32 = 0
    while at < text.count, let digit = CharacterReference.digit(text[at], isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      at += 1
    }
    guard at > start else { return nil }
    if at < text.count && text[at] == 0x3B { at += 1 }
    count = at
    first = CharacterReference.scalar(of: value)
    second = nil
  }

  private init?(named text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) {
    let name = UnsafeBufferPointer(rebasing: text[1...].prefix(40))
    guard name[0].isLetter, let match = NamedReferences.standard.longestMatch(name) else {
      return nil
    }
    if inAttribute && !match.endsInSemicolon && match.count < name.count {
      let next = name[match.count]
      if next == 0x3D || next.isLetter || next &- 0x30 < 10 { return nil }
    }
    count = match.count + 1
    first = match.scalars[0]
    second = match.scalars.count > 1 ? match.scalars[1] : nil
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    if byte &- 0x30 < 10 { return UInt32(byte & 0xF) }
    if isHexadecimal && (byte | 0x20) &- 0x61 < 6 { return UInt32((byte & 0xF) + 9) }
    return nil
  }

  /// The scalar a number stands for: pages write windows-1252 where C1 controls would be.
  private static func scalar(of value: UInt32) -> UInt32 {
    if value == 0 || value > 0x10FFFF || value & 0xFFFF_F800 == 0xD800 { return 0xFFFD }
    guard value >= 0x80 && value < 0xA0 else { return value }
    return windows1252[Int(value - 0x80)]
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
