import DocumentModel

/// Text as Slack writes it («mrkdwn»): `*strong*`, `_emphasis_`, `~struck~`, code in back-ticks, lines
/// that begin with `&gt;` as quotations, and links and names in angle brackets.
///
/// Of the characters of mark-up, `&`, `<` and `>` come as references; everything else stands for itself.
enum Mrkdwn {
  /// The text as mark-up; O(length).
  static func html(_ text: String) -> String {
    var markup = ""
    for (index, part) in text.split(separator: "```", omittingEmptySubsequences: false).enumerated()
    {
      if index % 2 == 1 {
        markup += "<pre>" + escapedQuotes(part.drop { $0 == "\n" }) + "</pre>"
      } else {
        appendLines(part, to: &markup)
      }
    }
    return markup
  }

  private static func appendLines(_ text: Substring, to markup: inout String) {
    var isQuote = false
    var isFirst = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let quoted = line.hasPrefix("&gt;")
      if quoted != isQuote {
        markup += quoted ? "<blockquote>" : "</blockquote>"
      } else if !isFirst {
        markup += "<br>"
      }
      (isQuote, isFirst) = (quoted, false)
      appendLine(quoted ? line.dropFirst(4) : line, to: &markup)
    }
    if isQuote { markup += "</blockquote>" }
  }

  /// Marks inside marks are read to a depth of four.
  private static func appendLine(_ line: Substring, to markup: inout String, depth: Int = 0) {
    var rest = line
    var before: Character = " "
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        appendBracket(rest[..<end].dropFirst(), to: &markup)
        rest = rest[end...].dropFirst()
      } else if depth < 4, let tag = tags[character], !isOfWord(before),
        let end = end(of: character, in: rest)
      {
        markup += "<\(tag)>"
        let inner = rest[..<end].dropFirst()
        if character == "`" {
          markup += escapedQuotes(inner)
        } else {
          appendLine(inner, to: &markup, depth: depth + 1)
        }
        markup += "</\(tag)>"
        rest = rest[end...].dropFirst()
      } else {
        markup += escapedQuotes(rest.prefix(1))
        rest = rest.dropFirst()
      }
      before = character
    }
  }

  private static let tags: [Character: String] = ["*": "strong", "_": "em", "~": "s", "`": "code"]

  /// Where a stretch of text ends that begins with `mark`: at the same mark, behind a word and not before
  /// one; nil if it does not.
  private static func end(of mark: Character, in text: Substring) -> Substring.Index? {
    guard let first = text.dropFirst().first, first != mark, !first.isWhitespace else { return nil }
    var start = text.index(after: text.startIndex)
    // A mark is not looked for in more than a line of usual length: what has none costs little.
    let limit =
      text.index(text.startIndex, offsetBy: 4096, limitedBy: text.endIndex) ?? text.endIndex
    while let end = text[start..<limit].firstIndex(of: mark) {
      let next = text.index(after: end)
      let isBehindWord = !text[text.index(before: end)].isWhitespace
      if isBehindWord, next == text.endIndex || !isOfWord(text[next]) { return end }
      start = next
    }
    return nil
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// A link, `address|words`, or a name: `@ID|name`, `#ID|name`, `!here`.
  private static func appendBracket(_ text: Substring, to markup: inout String) {
    let parts = text.split(separator: "|", maxSplits: 1)
    guard let target = parts.first else { return }
    let words = parts.count > 1 ? parts[1] : target
    switch target.first {
    case "@", "#":
      markup += (words.hasPrefix(target.prefix(1)) ? "" : target.prefix(1)) + escapedQuotes(words)
    case "!": markup += "@" + escapedQuotes(words.hasPrefix("!") ? words.dropFirst() : words)
    default: markup += "<a href=\"\(escapedQuotes(target))\">\(escapedQuotes(words))</a>"
    }
  }

  /// Text in which `&`, `<` and `>` are references already, fit for an attribute as well.
  private static func escapedQuotes(_ text: Substring) -> String {
    String(text.replacing("<", with: "&lt;").replacing("\"", with: "&quot;"))
  }
}
