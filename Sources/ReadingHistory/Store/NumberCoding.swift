/// Writes numbers and texts as bytes: seven bits of a number in each, small numbers in one.
struct NumberWriter {
  private(set) var bytes: [UInt8] = []

  /// Adds a number.
  mutating func add(_ number: Int) {
    // Small negative numbers stay small.
    var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Adds a text.
  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }
}

/// Reads what a `NumberWriter` wrote; zeros and empty texts where the bytes are something else.
struct NumberReader {
  private var rest: ArraySlice<UInt8>
  /// Whether the bytes ended early or are something else.
  private(set) var isBroken = false
  /// Whether nothing is left.
  var isAtEnd: Bool { rest.isEmpty }

  /// Reads `bytes` from their start.
  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The next number.
  mutating func number() -> Int {
    var number: UInt = 0
    for shift in stride(from: UInt(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { break }
      number |= UInt(byte & 0x7F) << shift
      guard byte & 0x80 != 0 else {
        return Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1)
      }
    }
    isBroken = true
    return 0
  }

  /// The next text.
  mutating func text() -> String {
    let count = number()
    guard !isBroken, 0...rest.count ~= count else {
      isBroken = true
      return ""
    }
    defer { rest = rest.dropFirst(count) }
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }
}
