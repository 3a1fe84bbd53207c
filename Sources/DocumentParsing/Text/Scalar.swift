/// One scalar of UTF-8 above ASCII, or a malformed stretch of bytes.
package struct Scalar {
  /// The scalar's number; U+FFFD for what is malformed.
  package let value: UInt32
  /// How many bytes it takes.
  package let length: Int
  let isWellFormed: Bool

  /// Decodes at `offset`; a malformed stretch is as long as the Unicode Standard's table 3-8 says:
  /// the bytes that could have begun a scalar, at least one.
  package init(in bytes: UnsafeRawBufferPointer, at offset: Int) {
    let lead = bytes[offset]
    let (needed, low, high): (Int, UInt8, UInt8) =
      switch lead {
      case 0xC2...0xDF: (1, 0x80, 0xBF)
      case 0xE0: (2, 0xA0, 0xBF)
      case 0xED: (2, 0x80, 0x9F)
      case 0xE1...0xEF: (2, 0x80, 0xBF)
      case 0xF0: (3, 0x90, 0xBF)
      case 0xF1...0xF3: (3, 0x80, 0xBF)
      case 0xF4: (3, 0x80, 0x8F)
      default: (0, 0, 0)
      }
    var value = UInt32(lead) & (needed == 1 ? 0x1F : needed == 2 ? 0x0F : 0x07)
    var length = 1
    while length <= needed, offset + length < bytes.count {
      let byte = bytes[offset + length]
      guard length == 1 ? (low...high ~= byte) : (byte & 0xC0 == 0x80) else { break }
      value = value << 6 | UInt32(byte & 0x3F)
      length += 1
    }
    isWellFormed = lead < 0x80 || (needed > 0 && length == needed + 1)
    self.value = lead < 0x80 ? UInt32(lead) : isWellFormed ? value : 0xFFFD
    self.length = length
  }
}
