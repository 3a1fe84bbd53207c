import DocumentModel
import DocumentParsing
import HTMLParsing

/// The beginning of an XML document: how it is encoded, and its outermost element.
package struct XMLRoot: Sendable {
  /// The name of the outermost element without its prefix, empty if no element begins.
  package let name: String
  /// What stands in the start tag behind the name.
  package let attributes: String

  /// The number of bytes within which the outermost element has to begin; exports explain themselves
  /// in comments first.
  private static let limit = 1 << 14

  /// Looks at the beginning of `source`.
  package init(_ source: SourceText) {
    let head = Self.ascii(source.raw.bytes.prefix(Self.limit))
    guard let tag = Self.rootTag(in: head) else {
      (name, attributes) = ("", "")
      return
    }
    let written = tag.prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3E }
    name = String(decoding: written.split(separator: 0x3A).last ?? [], as: UTF8.self)
    let rest = tag.dropFirst(written.count).prefix { $0 != 0x3E }
    attributes = String(decoding: rest, as: UTF8.self)
  }

  /// The bytes that are ASCII; those of UTF-16 have a NUL beside each.
  private static func ascii(_ bytes: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
    bytes.filter { $0 != 0 && $0 < 0x80 }
  }

  /// What follows the `<` of the first element, if nothing but a declaration, comments and a stray
  /// mark stands before it.
  private static func rootTag(in head: [UInt8]) -> ArraySlice<UInt8>? {
    var rest = head[...]
    guard let first = rest.firstIndex(of: 0x3C),
      rest[..<first].count(where: { $0 > 0x20 }) <= 1
    else { return nil }
    rest = rest[first...]
    while rest.first == 0x3C {
      let end: String
      if rest.starts(with: "<!--".utf8) {
        end = "-->"
      } else if rest.starts(with: "<?".utf8) {
        end = "?>"
      } else if rest.starts(with: "<!".utf8) {
        end = ">"
      } else {
        return rest.dropFirst()
      }
      guard var next = rest.range(ofBytes: end.utf8) else { return nil }
      // A declaration may hold others in brackets.
      if end == ">", rest[..<next.lowerBound].contains(0x5B) {
        guard let close = rest.range(ofBytes: "]>".utf8) else { return nil }
        next = close
      }
      rest = rest[next.upperBound...].drop { $0 <= 0x20 }
    }
    return nil
  }

  /// The encoding that the bytes have to be decoded from, nil if the text is decoded already.
  static func encoding(of source: SourceText) -> HTMLEncoding? {
    let bytes = source.raw.bytes
    let hasMark = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].contains(where: bytes.starts)
    guard !hasMark, let label = source.charset ?? declaredEncoding(bytes),
      let encoding = HTMLEncoding(label: label)
    else { return nil }
    switch encoding {
    case .utf8, .windows1252, .utf16BigEndian, .utf16LittleEndian: return nil
    case .iso2022JP: return encoding
    default: return source.diagnostics.isEmpty ? nil : encoding
    }
  }

  /// What the XML declaration says.
  private static func declaredEncoding(_ bytes: UnsafeRawBufferPointer) -> String? {
    let head = ascii(bytes.prefix(256))
    guard let start = head.range(ofBytes: "<?xml".utf8),
      let end = head[start.upperBound...].range(ofBytes: "?>".utf8),
      let name = head[..<end.lowerBound].range(ofBytes: "encoding".utf8)
    else { return nil }
    let value = head[name.upperBound..<end.lowerBound].drop { $0 <= 0x20 || $0 == 0x3D }
    guard let quote = value.first, quote == 0x22 || quote == 0x27 else { return nil }
    return String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self)
  }
}
