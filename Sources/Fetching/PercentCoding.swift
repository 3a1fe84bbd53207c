/// Bytes as `%XX` (RFC 3986, section 2.1).
enum PercentCoding {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Appends one byte as three.
  static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// The fields of a form as `application/x-www-form-urlencoded`.
  static func form(_ fields: [FormField]) -> String {
    fields.map { encoded($0.name) + "=" + encoded($0.value) }.joined(separator: "&")
  }

  private static func encoded(_ text: String) -> String {
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
