import DocumentModel
import DocumentParsing

/// Recognises headings without mark-up.
enum Heading {
  /// Whether a line that stands alone reads like a heading: short, and not ended like a sentence.
  static func isOne(
    _ bytes: UnsafeRawBufferPointer,
    _ line: Range<Int>,
    longest: Int
  ) -> Bool {
    guard !line.isEmpty && line.count <= longest else { return false }
    switch bytes[line.upperBound - 1] {
    case 0x2C, 0x2E, 0x3A, 0x3B: return false
    default: break
    }
    switch Scalar(in: bytes, at: line.lowerBound).value {
    case 0x61...0x7A, 0x28, 0x2A, 0x2D, 0x3C, 0x3E, 0x40, 0x5B, 0x2013, 0x2014, 0x2026: return false
    default: break
    }
    let tail = line.upperBound - 3
    guard tail >= line.lowerBound, bytes[tail] & 0xC0 != 0x80 else { return true }
    // An ellipsis, a full stop of Chinese and Japanese.
    return ![0x2026, 0x3002].contains(Scalar(in: bytes, at: tail).value)
  }
}

/// Recognises quotations without mark-up.
enum Quotation {
  /// Whether a paragraph ends by closing a quotation it has not opened.
  static func closesUnopened(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Bool {
    let tail = line.upperBound - 3
    guard tail > line.lowerBound, isQuote(bytes, tail, 0x9D) else { return false }
    var open = 0
    var offset = line.lowerBound
    while let mark = bytes.first(0xE2, in: offset..<line.upperBound) {
      guard mark + 2 < line.upperBound else { break }
      if isQuote(bytes, mark, 0x9C) { open += 1 }
      if isQuote(bytes, mark, 0x9D) {
        if open == 0 && mark == tail { return true }
        open = max(0, open - 1)
      }
      offset = mark + 3
    }
    return false
  }

  private static func isQuote(
    _ bytes: UnsafeRawBufferPointer,
    _ offset: Int,
    _ last: UInt8
  ) -> Bool {
    bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80 && bytes[offset + 2] == last
  }
}
