import DocumentParsing
import HTMLParsing
import PageModel

/// The text of a post on one line, for lists.
package enum PostText {
  /// The most characters that are looked at where only the beginning is wanted.
  private static let longest = 4096
  /// The most characters of what stands for a title.
  private static let titleLimit = 100

  /// What some mark-up says, on one line; between paragraphs, lines and the like stands a blank.
  package static func line(_ markup: String) -> String {
    guard markup.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return markup
    }
    let page = HTMLPage(markup: spaced(markup))
    return page.tree.first(.body).map { page.text($0) } ?? ""
  }

  /// The elements that begin or end a line.
  private static let blocks: Set<String> = [
    "p", "br", "div", "li", "ul", "ol", "dl", "dt", "dd", "tr", "td", "th", "table", "hr", "pre",
    "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "figure", "figcaption",
  ]

  /// Mark-up with a blank before each tag that begins or ends a line.
  private static func spaced(_ markup: String) -> String {
    let bytes = Array(markup.utf8)
    var spaced: [UInt8] = []
    spaced.reserveCapacity(bytes.count + bytes.count / 16)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "<") {
        let rest = bytes[(index + 1)...].prefix(12).drop { $0 == UInt8(ascii: "/") }
        let name = rest.prefix { 0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 }
        if blocks.contains(String(decoding: name, as: UTF8.self).lowercased()) {
          spaced.append(0x20)
        }
      }
      spaced.append(byte)
    }
    return String(decoding: spaced, as: UTF8.self)
  }

  /// The beginning of what some mark-up says, on one line.
  static func beginning(_ markup: String) -> String { line(String(markup.prefix(longest))) }

  /// The beginning of a text as a title: whole words, where these are not most of it.
  static func title(_ text: String) -> String {
    guard text.count > titleLimit else { return text }
    let start = text.prefix(titleLimit)
    // Some scripts have no blanks between words.
    let end = start.suffix(titleLimit / 4).lastIndex(of: " ") ?? start.endIndex
    return start[..<end] + "…"
  }
}
