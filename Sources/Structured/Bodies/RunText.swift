import DocumentParsing

/// Text in runs, each a string or an object that says what kind of text it is (Telegram's export).
enum RunText {
  /// The text as mark-up; links lead where `href` says, or to what they show.
  static func html(_ value: JSONValue) -> String {
    if let text = value.string { return PlainText.html(text) }
    var markup: [UInt8] = []
    for run in value.elements {
      guard let text = run.string ?? run["text"]?.string else { continue }
      let kind = run["type"]?.string ?? ""
      switch kind {
      case "link", "text_link":
        PlainText.appendLink(text.utf8, to: (run["href"]?.string ?? text).utf8, &markup)
      default:
        let tag = tags[kind]
        markup += (tag.map { "<\($0)>" } ?? "").utf8
        PlainText.append(text.utf8, to: &markup)
        markup += (tag.map { "</\($0)>" } ?? "").utf8
      }
    }
    return String(decoding: markup, as: UTF8.self)
  }

  private static let tags = [
    "bold": "b", "italic": "i", "code": "code", "pre": "pre", "strikethrough": "s",
    "underline": "u", "blockquote": "blockquote",
  ]
}
