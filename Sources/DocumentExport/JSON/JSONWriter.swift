/// Writes compact JSON (RFC 8259).
struct JSONWriter: ~Copyable {
  private var sink: ByteSink
  private var needsComma = false

  init(_ sink: consuming ByteSink) { self.sink = sink }

  /// Returns the sink.
  consuming func finish() -> ByteSink { sink }

  mutating func begin(_ bracket: Unicode.Scalar) {
    separate()
    sink.write(UInt8(ascii: bracket))
    needsComma = false
  }

  mutating func end(_ bracket: Unicode.Scalar) {
    sink.write(UInt8(ascii: bracket))
    needsComma = true
  }

  mutating func newline() { sink.write(0x0A) }

  mutating func key(_ name: StaticString) {
    separate()
    sink.write(0x22)
    sink.write(name)
    sink.write("\":")
    needsComma = false
  }

  mutating func null() {
    separate()
    sink.write("null")
    needsComma = true
  }

  mutating func value(_ flag: Bool) {
    separate()
    sink.write(flag ? "true" : "false")
    needsComma = true
  }

  mutating func value(_ number: Int) {
    separate()
    sink.write(decimal: number)
    needsComma = true
  }

  mutating func value(_ text: StaticString) {
    openString()
    sink.write(text)
    closeString()
  }

  mutating func value(_ text: String) {
    openString()
    var text = text
    text.withUTF8 { escape(UnsafeRawBufferPointer($0)) }
    closeString()
  }

  /// Opens a string, to which `escape` adds text.
  mutating func openString() {
    separate()
    sink.write(0x22)
  }

  mutating func closeString() {
    sink.write(0x22)
    needsComma = true
  }

  /// Adds a letter and a number to the open string.
  mutating func number(after letter: UInt8, _ number: Int) {
    sink.write(letter)
    sink.write(decimal: number)
  }

  /// Adds text to the open string, escaped.
  ///
  /// Beside what JSON demands, everything is escaped that could command a terminal the JSON is printed
  /// on or change the order of its text. Runs without characters to escape are copied as a whole.
  mutating func escape(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    var offset = 0
    while offset < bytes.count {
      offset = Self.plainRun(in: bytes, from: offset)
      guard offset < bytes.count else { break }
      guard let (scalar, length) = Self.escaped(in: bytes, at: offset) else {
        offset += 1
        continue
      }
      sink.write(UnsafeRawBufferPointer(rebasing: bytes[start..<offset]))
      switch scalar {
      case 0x0A: sink.write("\\n")
      case 0x09: sink.write("\\t")
      case 0x22: sink.write("\\\"")
      case 0x5C: sink.write("\\\\")
      default: write(hexadecimal: scalar)
      }
      offset += length
      start = offset
    }
    sink.write(UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }

  private mutating func write(hexadecimal scalar: UInt16) {
    let digits: StaticString = "0123456789abcdef"
    sink.write("\\u")
    for shift in [12, 8, 4, 0] { sink.write(digits.utf8Start[Int(scalar >> shift & 15)]) }
  }

  /// The scalar at `offset` and its length, if it has to be escaped.
  ///
  /// Those above ASCII: C1, U+061C, U+200E, U+200F, U+2028 to U+202E, U+2066 to U+2069.
  private static func escaped(
    in bytes: UnsafeRawBufferPointer,
    at offset: Int
  ) -> (scalar: UInt16, length: Int)? {
    let lead = bytes[offset]
    switch lead {
    case 0..<0x20, 0x22, 0x5C, 0x7F: return (UInt16(lead), 1)
    case 0xC2, 0xD8:
      guard offset + 1 < bytes.count else { return nil }
      let next = bytes[offset + 1]
      let isEscaped = lead == 0xC2 ? next < 0xA0 : next == 0x9C
      return isEscaped ? (UInt16(lead & 0x1F) << 6 | UInt16(next & 0x3F), 2) : nil
    case 0xE2:
      guard offset + 2 < bytes.count, 0x80...0x81 ~= bytes[offset + 1] else { return nil }
      let scalar = 0x2000 | UInt16(bytes[offset + 1] & 1) << 6 | UInt16(bytes[offset + 2] & 0x3F)
      switch scalar {
      case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: return (scalar, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// Skips words of eight bytes in which no character that has to be escaped can begin.
  private static func plainRun(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let tops: UInt64 = 0x8080_8080_8080_8080
    var offset = start
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let control = (word &- 0x2020_2020_2020_2020) & ~word
      let found =
        control | holds(0x22, word) | holds(0x5C, word) | holds(0x7F, word) | holds(0xC2, word)
        | holds(0xD8, word) | holds(0xE2, word)
      guard found & tops == 0 else { return offset }
      offset += 8
    }
    return offset
  }

  /// A word that has a top bit set if one of the bytes of `word` is `byte`.
  @inline(__always)
  private static func holds(_ byte: UInt64, _ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = word ^ (ones &* byte)
    return (difference &- ones) & ~difference
  }

  private mutating func separate() {
    if needsComma { sink.write(0x2C) }
    needsComma = false
  }
}
