import DocumentModel
import DocumentParsing

/// Plain text as mark-up.
package enum PlainText {
  /// `text` with every line break kept, empty lines between paragraphs, and bare addresses as links.
  ///
  /// O(length).
  package static func html(_ text: String) -> String {
    var text = text
    return text.withUTF8 { utf8 in
      let bytes = UnsafeRawBufferPointer(utf8)
      var links: [Span] = []
      LinkScanner.links(in: 0..<bytes.count, of: bytes, into: &links)
      var markup: [UInt8] = []
      var offset = 0
      for link in links {
        let range = Int(link.text.start)..<Int(link.text.end)
        append(bytes[offset..<range.lowerBound], to: &markup)
        appendLink(bytes[range], to: bytes[range], &markup)
        offset = range.upperBound
      }
      append(bytes[offset...], to: &markup)
      return String(decoding: markup, as: UTF8.self)
    }
  }

  /// `text` with characters of mark-up as references, fit for an attribute as well.
  package static func escaped(_ text: String) -> String {
    var markup: [UInt8] = []
    for byte in text.utf8 { appendEscaped(byte, to: &markup) }
    return String(decoding: markup, as: UTF8.self)
  }

  /// Appends text: characters of mark-up as references, line breaks as `br`, empty lines as `p`.
  static func append(_ text: some Collection<UInt8>, to markup: inout [UInt8]) {
    var breaks = 0
    for byte in text {
      if byte == 0x0A {
        breaks += 1
        continue
      }
      if byte == 0x0D { continue }
      if breaks > 0 { markup += (breaks > 1 ? "<p>" : "<br>").utf8 }
      breaks = 0
      appendEscaped(byte, to: &markup)
    }
    if breaks > 0 { markup += (breaks > 1 ? "<p>" : "<br>").utf8 }
  }

  /// Appends a link.
  static func appendLink(
    _ text: some Collection<UInt8>,
    to address: some Collection<UInt8>,
    _ markup: inout [UInt8]
  ) {
    markup += "<a href=\"".utf8
    for byte in address { appendEscaped(byte, to: &markup) }
    markup += "\">".utf8
    append(text, to: &markup)
    markup += "</a>".utf8
  }

  /// A paragraph with a title, as a link if it leads somewhere; a link without a title shows where it
  /// leads, and nothing is empty.
  static func paragraph(_ title: String, to address: String?) -> String {
    guard let address else { return title.isEmpty ? "" : "<p>\(escaped(title))" }
    var markup = Array("<p>".utf8)
    appendLink((title.isEmpty ? address : title).utf8, to: address.utf8, &markup)
    return String(decoding: markup, as: UTF8.self)
  }

  private static func appendEscaped(_ byte: UInt8, to markup: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "<"): markup += "&lt;".utf8
    case UInt8(ascii: ">"): markup += "&gt;".utf8
    case UInt8(ascii: "&"): markup += "&amp;".utf8
    case UInt8(ascii: "\""): markup += "&quot;".utf8
    default: markup.append(byte)
    }
  }
}
