import DocumentParsing
import HTMLParsing
import PageModel

/// What a byline says: who wrote something, and when.
///
/// “By Ann and Bob, 3 May 2020”, “May 20, 2021”, a name and below it a date.
struct BylineText {
  /// The names as the line has them, empty if it has none.
  private(set) var name = ""
  /// The date, none if the line has none.
  private(set) var date = PageDate.none

  /// Reads the element of a byline.
  ///
  /// O(its size); what is longer than any byline has neither name nor date.
  init(_ node: HTMLNodeID, on page: HTMLPage, policy: MetadataPolicy) {
    var text = Self.lines(of: node, on: page, limit: policy.longestName * 4)
    if let time = page.tree[node].tag == .time ? node : page.tree.first(.time, in: node) {
      date = page.date(time)
      let shown = page.text(time)
      if let place = text.firstRange(of: shown) {
        text = Self.withoutJoint(text[..<place.lowerBound]) + "\n" + text[place.upperBound...]
      }
    }
    read(text)
  }

  /// Reads a byline that is one text.
  init(_ text: String) { read(text) }

  private mutating func read(_ text: String) {
    var names: [String] = []
    let text = text.replacing("\u{A0}", with: " ").replacing(" - ", with: "|")
    for line in text.split(whereSeparator: { $0.isNewline || Self.separators.contains($0) }) {
      let line = String(line).collapsed
      guard let found = EmbeddedDate(in: line) else {
        names.append(line)
        continue
      }
      if date == .none { date = PageDate(text: found.date) }
      names += [found.before, found.behind]
    }
    // What ends with a colon says what follows: “Last Updated:”.
    let candidates = names.filter { $0.contains(where: \.isLetter) && $0.last != ":" }
      .map(Self.trimmed)
    let marked = candidates.lazy.map(Self.withoutVerb).first { $0.withoutBy != $0 }
    // Beside a date stands what was done then, “Posted on”; others lead to the name: “About the author”.
    let sure = marked?.withoutBy ?? candidates.first(where: Self.isName)
    name = Self.trimmed(sure ?? (date == .none ? candidates.first ?? "" : ""))
  }

  /// The text before a date, without a word that joins a name to it: “on”.
  private static func withoutJoint(_ text: Substring) -> String {
    var words = text
    while words.last?.isWhitespace == true { words.removeLast() }
    guard var last = words.split(whereSeparator: \.isWhitespace).last.map(String.init),
      last.withUTF8({ DateWordKind(UnsafeRawBufferPointer($0), 0..<$0.count) }) == .joint
    else { return String(text) }
    return String(words.dropLast(last.count))
  }

  /// The text of an element, what a browser shows on lines of its own on lines of its own.
  private static func lines(of top: HTMLNodeID, on page: HTMLPage, limit: Int) -> String {
    var text = ""
    var next: HTMLNodeID? = top
    while let node = next, text.utf8.count <= limit {
      let tag = page.tree[node].tag
      if tag == .br || node != top && ContentReader.isBlock(tag) { text += "\n" }
      let isText = page.tree[node].kind == .text
      if isText { text += page.tree.decodedText(of: node).replacing("\n", with: " ") }
      let skips = tag == .script || tag == .style || page.isConcealed(node, from: .viewers)
      next = page.tree.node(after: node, in: top, skippingChildren: skips)
    }
    return text
  }

  /// Whether a text beside a date can be nothing but names: words that begin with capitals, few small
  /// ones between them.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let first = words.first?.first, let last = words.last?.first else { return false }
    guard 2...mostWords ~= words.count, !text.contains(where: \.isNumber) else { return false }
    let isCased = text.contains { $0.isUppercase || $0.isLowercase }
    return !isCased || first.isUppercase && last.isUppercase && !text.contains(":")
  }

  /// “By Ines” of “Posted by Ines”.
  private static func withoutVerb(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 4)
    guard let by = words.dropFirst().firstIndex(where: { ["by", "by:"].contains($0.lowercased()) })
    else { return text }
    return String(text[words[by].startIndex...])
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, first == " " || edges.contains(first) { rest.removeFirst() }
    while let last = rest.last, last == " " || edges.contains(last) && last != "." {
      if last == ")", rest.contains("(") { break }
      rest.removeLast()
    }
    return String(rest)
  }

  private static let mostWords = 9
  private static let separators: Set<Character> = ["|", "•", "·", "–", "—", "│", "¦", "∙"]
  private static let edges: Set<Character> = [
    ",", ";", ":", "-", "–", "—", ".", ")", "|", "@",
  ]
}

extension String {
  /// A byline without the preposition at its start.
  var withoutBy: String {
    let words = split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { return self }
    let first = words[0].lowercased()
    let prepositions = [
      "by", "by:", "von", "par", "por", "di", "door", "av", "af", "de:", "od", "от",
    ]
    return prepositions.contains(first) ? String(words[1]) : self
  }
}
