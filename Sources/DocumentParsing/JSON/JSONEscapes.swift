/// The escapes in the strings of JSON (RFC 8259, section 7).
enum JSONEscapes {
  /// Appends the text that bytes with escapes stand for.
  static func append(_ bytes: UnsafeRawBufferPointer.SubSequence, to output: inout [UInt8]) {
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      guard byte == 0x5C, position < bytes.endIndex else {
        output.append(byte)
        continue
      }
      let letter = bytes[position]
      position += 1
      switch letter {
      case 0x62: output.append(0x08)
      case 0x66: output.append(0x0C)
      case 0x6E: output.append(0x0A)
      case 0x72: output.append(0x0D)
      case 0x74: output.append(0x09)
      case 0x75: appendScalar(bytes, &position, to: &output)
      default: output.append(letter)
      }
    }
  }

  /// Appends the scalar of `\uXXXX`, or of two that are halves of one.
  private static func appendScalar(
    _ bytes: UnsafeRawBufferPointer.SubSequence,
    _ position: inout Int,
    to output: inout [UInt8]
  ) {
    let first = unit(bytes, &position)
    var value = first ?? 0xFFFD
    if 0xD800...0xDBFF ~= value {
      var next = position + 2
      if bytes[position...].starts(with: [0x5C, 0x75]), let second = unit(bytes, &next),
        0xDC00...0xDFFF ~= second
      {
        value = 0x10000 + (value - 0xD800) << 10 + (second - 0xDC00)
        position = next
      }
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The number of four hexadecimal digits; nil, and nothing taken, if they are none.
  private static func unit(
    _ bytes: UnsafeRawBufferPointer.SubSequence,
    _ position: inout Int
  ) -> UInt32? {
    guard position + 4 <= bytes.endIndex else { return nil }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }) else { return nil }
    guard let value = UInt32(digits, radix: 16) else { return nil }
    position += 4
    return value
  }
}
