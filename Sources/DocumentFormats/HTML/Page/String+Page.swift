import DocumentParsing

extension String {
  /// Fit to be shown on a line: sanitised, runs of white space as one blank, none at the ends.
  ///
  /// No-break spaces stay inside.
  var collapsed: String {
    var clean: [UInt8] = []
    var text = self
    text.withUTF8 { _ = TextSanitizer.append(UnsafeRawBufferPointer($0), to: &clean) }
    var result: [UInt8] = []
    var isBlank = true
    for byte in clean {
      let blank = byte == 0x20 || 0x09...0x0D ~= byte
      if !blank { result.append(byte) } else if !isBlank { result.append(0x20) }
      isBlank = blank
    }
    if result.last == 0x20 { result.removeLast() }
    let edges: Set<Character> = ["\u{A0}", "\u{200B}", "\u{FEFF}"]
    text = String(decoding: result, as: UTF8.self)
    guard text.first.map(edges.contains) == true || text.last.map(edges.contains) == true else {
      return text
    }
    let start = text.drop { edges.contains($0) || $0 == " " }
    let length = start.reversed().drop { edges.contains($0) || $0 == " " }.count
    return String(start.prefix(length))
  }

  /// The text behind the first `separator`, nil if there is none.
  func behind(_ separator: Character) -> Substring? {
    firstIndex(of: separator).map { self[index(after: $0)...] }
  }
}
