import HTMLParsing

/// Text as WordPress stores it: mark-up in which blank lines end paragraphs and line breaks count,
/// as its `wpautop` (wp-includes/formatting.php) has it.
package enum WordPressText {
  /// The text as complete mark-up; O(length).
  package static func html(_ text: String) -> String {
    let bytes = Array(text.utf8)
    // Text of the block editor is complete, and says so.
    guard bytes.range(ofBytes: "<!-- wp:".utf8) == nil else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var isPreformatted = false
    var wasBlank = true
    var wasBlock = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      defer { output.append(0x0A) }
      if isPreformatted {
        output += line
        isPreformatted = !holds("</pre", line)
        continue
      }
      let words = line.drop { $0 <= 0x20 }
      guard !words.isEmpty else {
        wasBlank = true
        continue
      }
      let isBlock = beginsWithBlock(words)
      if wasBlank && !isBlock {
        output += "<p>".utf8
      } else if !wasBlank && !wasBlock && !isBlock {
        output += "<br>".utf8
      }
      output += words
      wasBlank = false
      wasBlock = endsWithBlock(words)
      isPreformatted = holds("<pre", words) && !holds("</pre", words)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The elements that no paragraph holds.
  private static let blocks: Set<String> = [
    "table", "thead", "tfoot", "caption", "col", "colgroup", "tbody", "tr", "td", "th", "div", "dl",
    "dd", "dt", "ul", "ol", "li", "pre", "form", "map", "area", "blockquote", "address", "style",
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "fieldset", "legend", "section", "article",
    "aside", "header", "footer", "nav", "figure", "figcaption", "details", "menu", "summary",
  ]

  private static func beginsWithBlock(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == 0x3C else { return false }
    return blocks.contains(name(line.dropFirst()))
  }

  /// Whether the last tag is a block's and the line ends with it.
  private static func endsWithBlock(_ line: ArraySlice<UInt8>) -> Bool {
    let line = line[..<(line.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? line.startIndex)]
    guard line.last == 0x3E, let open = line.lastIndex(of: 0x3C) else { return false }
    return blocks.contains(name(line[(open + 1)...]))
  }

  private static func name(_ tag: ArraySlice<UInt8>) -> String {
    let rest = tag.first == 0x2F ? tag.dropFirst() : tag
    let letters = rest.prefix { ($0 | 0x20) &- 0x61 < 26 || 0x30...0x39 ~= $0 }
    return String(decoding: letters.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func holds(_ word: String, _ line: ArraySlice<UInt8>) -> Bool {
    line.range(ofBytes: word.utf8) != nil
  }
}
