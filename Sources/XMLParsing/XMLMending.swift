import DocumentParsing
import HTMLParsing

/// Mends what feeds get wrong most: references to HTML's characters, and a `&` or `<` that is none.
///
/// What stands in comments, in CDATA and in declarations stays as it is.
enum XMLMending {
  /// The mended document; O(length).
  static func mended(_ document: UnsafeRawBufferPointer) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(document.count + document.count / 16)
    var plain = 0
    var offset = 0
    while offset < document.count {
      let byte = document[offset]
      guard byte == 0x26 || byte == 0x3C else {
        offset += 1
        continue
      }
      output.append(contentsOf: document[plain..<offset])
      let rest = UnsafeRawBufferPointer(rebasing: document[offset...])
      let length = byte == 0x26 ? reference(rest, to: &output) : mark(rest, to: &output)
      offset += length
      plain = offset
    }
    output.append(contentsOf: document[plain...])
    return output
  }

  /// Appends what `text`, which begins with `&`, stands for; returns how many bytes that takes.
  private static func reference(_ text: UnsafeRawBufferPointer, to output: inout [UInt8]) -> Int {
    for name in predefined where text.starts(with: name.utf8) {
      output += name.utf8
      return name.utf8.count
    }
    var character: [UInt8] = []
    let length = NamedCharacter.append(text, to: &character)
    guard length > 0 else {
      output += "&amp;".utf8
      return 1
    }
    // Control characters cannot be written in XML, not even as references.
    for byte in character {
      switch byte {
      case 0x26: output += "&amp;".utf8
      case 0x3C: output += "&lt;".utf8
      case 0x22: output += "&quot;".utf8
      case 0x27: output += "&apos;".utf8
      case 0..<0x20 where byte != 0x0A && byte != 0x09: break
      default: output.append(byte)
      }
    }
    return length
  }

  private static let predefined = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"]

  /// Appends what begins with `<`, up to where references count again; returns its length.
  private static func mark(_ text: UnsafeRawBufferPointer, to output: inout [UInt8]) -> Int {
    for section in sections where text.starts(with: section.start.utf8) {
      let length = end(of: text, section.end) ?? text.count
      output.append(contentsOf: text[..<length])
      return length
    }
    let next = text.count > 1 ? text[1] : 0x20
    let isTag = (next | 0x20) &- 0x61 < 26 || next == 0x2F || next == 0x5F || next >= 0x80
    output += isTag ? [0x3C] : Array("&lt;".utf8)
    return 1
  }

  private static let sections: [(start: String, end: String)] = [
    ("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>"), ("<!", ">"),
  ]

  /// Where `mark` first ends in `text`.
  private static func end(of text: UnsafeRawBufferPointer, _ mark: String) -> Int? {
    let mark = Array(mark.utf8)
    var offset = 0
    while let found = text.first(mark[mark.count - 1], in: offset..<text.count) {
      let start = found + 1 - mark.count
      if start > 0, text[start..<(found + 1)].elementsEqual(mark) { return found + 1 }
      offset = found + 1
    }
    return nil
  }
}
