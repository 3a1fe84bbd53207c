/// Percent-encoding (RFC 3986, section 2.1).
enum PercentCoding {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Appends one byte as `%XX`.
  static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// `text` as the name or the value of a form's field.
  static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: bytes.append(byte)
      default: append(byte, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
