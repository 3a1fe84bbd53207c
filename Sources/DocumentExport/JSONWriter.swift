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
  /// Runs without characters to escape are copied as a whole.
  mutating func escape(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    var offset = 0
    while offset < bytes.count {
      offset = plainRun(in: bytes, from: offset)
      guard offset < bytes.count else { break }
      let byte = bytes[offset]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else {
        offset += 1
        continue
      }
      sink.write(UnsafeRawBufferPointer(rebasing: bytes[start..<offset]))
      switch byte {
      case 0x0A: sink.write("\\n")
      case 0x09: sink.write("\\t")
      case 0x22: sink.write("\\\"")
      case 0x5C: sink.write("\\\\")
      default:
        let digits: StaticString = "0123456789abcdef"
        sink.write("\\u00")
        sink.write(digits.utf8Start[Int(byte >> 4)])
        sink.write(digits.utf8Start[Int(byte & 15)])
      }
      offset += 1
      start = offset
    }
    sink.write(UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }

  /// Skips words of eight bytes in which nothing has to be escaped.
  ///
  /// A byte needs it if it is below 0x20, a quote or a backslash; each test sets the byte's top bit.
  private func plainRun(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var offset = start
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let found =
        ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote)
        | ((backslash &- ones) & ~backslash)
      guard found & tops == 0 else { return offset }
      offset += 8
    }
    return offset
  }

  private mutating func separate() {
    if needsComma { sink.write(0x2C) }
    needsComma = false
  }
}
