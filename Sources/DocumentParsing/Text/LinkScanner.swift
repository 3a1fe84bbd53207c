import DocumentModel
import Glibc

/// Finds bare addresses in text.
package enum LinkScanner {
  /// Appends a link for every `http://`, `https://` or `ftp://` address in `range`, in order.
  ///
  /// Looks for `:` by `memchr`, so text without addresses costs next to nothing. Punctuation at an
  /// address's end belongs to the sentence; a closing bracket does unless it was opened inside.
  package static func links(
    in range: Range<Int>,
    of bytes: UnsafeRawBufferPointer,
    into spans: inout [Span]
  ) {
    var from = range.lowerBound
    while let colon = bytes.first(0x3A, in: from..<range.upperBound) {
      from = colon + 1
      guard colon + 3 < range.upperBound, bytes[colon + 1] == 0x2F, bytes[colon + 2] == 0x2F,
        let start = schemeStart(before: colon, notBefore: range.lowerBound, bytes)
      else { continue }
      let end = addressEnd(from: colon + 3, to: range.upperBound, bytes)
      guard end > colon + 3 else { continue }
      let text = TextRange(start, end)
      spans.append(Span(.link, text: text, url: text))
      from = end
    }
  }

  private static let schemes: [[UInt8]] = ["https", "http", "ftp"].map { Array($0.utf8) }

  private static func schemeStart(
    before colon: Int,
    notBefore limit: Int,
    _ bytes: UnsafeRawBufferPointer
  ) -> Int? {
    for scheme in schemes where colon - scheme.count >= limit {
      let start = colon - scheme.count
      let matches = scheme.indices.allSatisfy { bytes[start + $0] | 0x20 == scheme[$0] }
      let clings =
        start > limit
        && (0x61...0x7A ~= bytes[start - 1] | 0x20 || 0x30...0x39 ~= bytes[start - 1])
      if matches && !clings { return start }
    }
    return nil
  }

  private static func addressEnd(
    from start: Int,
    to limit: Int,
    _ bytes: UnsafeRawBufferPointer
  ) -> Int {
    var end = start
    while end < limit, isAddress(in: bytes, at: end, limit: limit) { end += 1 }
    var unopened = unopenedBrackets(start..<end, bytes)
    while end > start {
      let last = bytes[end - 1]
      if last == 0x29 {
        guard unopened > 0 else { return end }
        unopened -= 1
      } else if !isSentence(last) {
        return end
      }
      end -= 1
    }
    return end
  }

  /// Whether the address that ends before `offset` goes on there, behind characters that are dropped.
  static func goesOn(at offset: Int, of bytes: UnsafeRawBufferPointer) -> Bool {
    let next = bytes[offset...].firstIndex { $0 != 0x29 && !isSentence($0) } ?? bytes.count
    return next < bytes.count && isAddress(in: bytes, at: next, limit: bytes.count)
  }

  /// Whether a mark at the end of an address belongs to the sentence.
  private static func isSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x27, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5F: true
    default: false
    }
  }

  private static func unopenedBrackets(
    _ range: Range<Int>,
    _ bytes: UnsafeRawBufferPointer
  ) -> Int {
    range.reduce(0) { $0 + (bytes[$1] == 0x29 ? 1 : bytes[$1] == 0x28 ? -1 : 0) }
  }

  /// Whether the byte at `offset` may stand in an address; typographic quotes and dots may not.
  private static func isAddress(
    in bytes: UnsafeRawBufferPointer,
    at offset: Int,
    limit: Int
  ) -> Bool {
    switch bytes[offset] {
    case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F: return false
    case 0xC2 where offset + 1 < limit: return !(0xA0...0xBB ~= bytes[offset + 1])
    case 0xE2 where offset + 2 < limit: return bytes[offset + 1] != 0x80
    case 0xE3 where offset + 2 < limit: return bytes[offset + 1] != 0x80
    default: return true
    }
  }
}
