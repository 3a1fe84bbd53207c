import HTMLParsing
import PageModel
import Structured

/// Wikitext as mark-up of a page: what people write on talk pages.
///
/// Templates stay as they are written, but for those that name who is spoken to.
struct WikiMarkup {
  /// The address that the name of a page is put to; nil: links are text.
  let wiki: String?
  private var output: [UInt8] = []
  private var openLists: [UInt8] = []
  private var isInParagraph = false

  init(wiki: String?) { self.wiki = wiki }

  /// The most bytes of a link or a template.
  private static let linkLimit = 2048

  /// The mark-up of lines, without the first `indent` marks of indentation.
  ///
  /// O(their length).
  static func html(_ lines: some Sequence<ArraySlice<UInt8>>, indent: Int, wiki: String?) -> String
  {
    var markup = WikiMarkup(wiki: wiki)
    for line in lines { markup.add(line, indent: indent) }
    markup.closeLists(to: 0)
    return String(decoding: markup.output, as: UTF8.self)
  }

  /// How many marks of indentation a line begins with.
  static func indent(of line: ArraySlice<UInt8>) -> Int {
    line.prefix { ":*#;".utf8.contains($0) }.count
  }

  private mutating func add(_ line: ArraySlice<UInt8>, indent: Int) {
    let marks = line.prefix { ":*#;".utf8.contains($0) }
    let words = line[marks.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
    let inner = marks.dropFirst(indent)
    if let heading = Self.heading(line) {
      closeLists(to: 0)
      output += "<h\(heading.level)>".utf8
      inline(heading.words)
      output += "</h\(heading.level)>\n".utf8
      isInParagraph = false
    } else if let kind = inner.last(where: { $0 == 0x2A || $0 == 0x23 }) {
      openList(depth: min(inner.count { $0 == 0x2A || $0 == 0x23 }, 8), kind)
      output += "<li>".utf8
      inline(words)
      isInParagraph = false
    } else if words.isEmpty {
      closeLists(to: 0)
      isInParagraph = false
    } else {
      closeLists(to: 0)
      // Each indented line stands by itself; others run on.
      output += isInParagraph && marks.isEmpty ? [0x0A] : Array("<p>".utf8)
      inline(words)
      isInParagraph = true
    }
  }

  /// A heading, `== Words ==`, and its level.
  static func heading(_ line: ArraySlice<UInt8>) -> (level: Int, words: ArraySlice<UInt8>)? {
    guard line.first == 0x3D, let last = line.lastIndex(where: { $0 > 0x20 }) else { return nil }
    let level = line.prefix { $0 == 0x3D }.count
    let end = last + 1
    guard (1...6) ~= level, end - level > line.startIndex + level,
      line[(end - level)..<end].allSatisfy({ $0 == 0x3D })
    else { return nil }
    return (level, line[(line.startIndex + level)..<(end - level)])
  }

  /// Words on a line without their mark-up.
  static func plain(_ text: ArraySlice<UInt8>) -> String {
    let page = HTMLPage(markup: html([text], indent: 0, wiki: nil))
    return page.text(page.tree.first(.body))
  }

  private mutating func openList(depth: Int, _ kind: UInt8) {
    closeLists(to: depth)
    if openLists.count == depth, openLists.last != kind { closeLists(to: depth - 1) }
    while openLists.count < depth {
      output += (kind == 0x23 ? "<ol>" : "<ul>").utf8
      openLists.append(kind)
    }
  }

  private mutating func closeLists(to depth: Int) {
    while openLists.count > depth {
      output += (openLists.removeLast() == 0x23 ? "</ol>" : "</ul>").utf8
    }
  }

  /// Emphasis, links and templates inside a line.
  private mutating func inline(_ text: ArraySlice<UInt8>) {
    var open: [String] = []
    var offset = text.startIndex
    while offset < text.endIndex {
      let rest = text[offset...]
      switch text[offset] {
      case 0x27 where rest.starts(with: "''".utf8):
        let quotes = rest.prefix { $0 == 0x27 }.count
        let count = quotes >= 5 ? 5 : quotes >= 3 ? 3 : 2
        if count != 2 { toggle("b", &open) }
        if count != 3 { toggle("i", &open) }
        offset += count
      case 0x5B where rest.starts(with: "[[".utf8):
        offset = link(rest) ?? literal(offset, text)
      case 0x5B: offset = outsideLink(rest) ?? literal(offset, text)
      case 0x7B where rest.starts(with: "{{".utf8):
        offset = template(rest) ?? literal(offset, text)
      case 0x68 where rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8):
        let address = rest.prefix { $0 > 0x20 && !"<>[]{}|\"".utf8.contains($0) }
        anchor(address, address)
        offset = address.endIndex
      default: offset = literal(offset, text)
      }
    }
    for tag in open.reversed() { output += "</\(tag)>".utf8 }
  }

  private mutating func literal(_ offset: Int, _ text: ArraySlice<UInt8>) -> Int {
    output.append(text[offset])
    return offset + 1
  }

  private mutating func toggle(_ tag: String, _ open: inout [String]) {
    if open.contains(tag) {
      open.removeAll { $0 == tag }
      output += "</\(tag)>".utf8
    } else {
      open.append(tag)
      output += "<\(tag)>".utf8
    }
  }

  /// `[[Page|words]]`; returns where the text goes on.
  private mutating func link(_ text: ArraySlice<UInt8>) -> Int? {
    guard let close = text.prefix(Self.linkLimit).range(ofBytes: "]]".utf8) else {
      return nil
    }
    let parts = text[(text.startIndex + 2)..<close.lowerBound].split(
      separator: 0x7C,
      maxSplits: 1,
      omittingEmptySubsequences: true
    )
    guard let target = parts.first, let words = parts.last, target.count <= 512 else { return nil }
    if let wiki {
      let page = target.map { $0 == 0x20 ? 0x5F : $0 }
      anchor(Array(wiki.utf8) + page, words)
    } else {
      output += words
    }
    return close.upperBound
  }

  /// `[http://example.org words]`.
  private mutating func outsideLink(_ text: ArraySlice<UInt8>) -> Int? {
    guard let close = text.prefix(Self.linkLimit).firstIndex(of: 0x5D) else { return nil }
    let inner = text[(text.startIndex + 1)..<close]
    guard inner.starts(with: "http".utf8) || inner.starts(with: "//".utf8) else { return nil }
    let address = inner.prefix { $0 > 0x20 }
    let words = inner[address.endIndex...].drop { $0 <= 0x20 }
    anchor(address, words.isEmpty ? address : words)
    return close + 1
  }

  /// `{{ping|Name}}` and its like as `@Name`.
  private mutating func template(_ text: ArraySlice<UInt8>) -> Int? {
    guard let close = text.prefix(Self.linkLimit).range(ofBytes: "}}".utf8) else {
      return nil
    }
    let parts = text[(text.startIndex + 2)..<close.lowerBound].split(separator: 0x7C).map {
      String(decoding: $0, as: UTF8.self).trimmedBlanks
    }
    guard let name = parts.first?.lowercased(), Self.namings.contains(name), parts.count > 1 else {
      return nil
    }
    let names = parts.dropFirst().filter { !$0.contains("=") }
    output += PlainText.escaped(names.map { "@\($0)" }.joined(separator: ", ") + ":").utf8
    return close.upperBound
  }

  /// The templates that name who is spoken to (en.wikipedia.org/wiki/Template:Reply_to and what
  /// redirects to it).
  private static let namings: Set<String> = ["ping", "re", "reply to", "reply", "replyto", "yo"]

  private mutating func anchor(_ address: some Collection<UInt8>, _ words: some Collection<UInt8>) {
    output += "<a href=\"".utf8
    output += PlainText.escaped(String(decoding: address, as: UTF8.self)).utf8
    output += "\">".utf8
    output += words
    output += "</a>".utf8
  }
}
