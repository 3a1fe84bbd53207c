import DocumentParsing
import HTMLParsing
import PageContent

/// What a text in a structured source is written in.
package enum BodyForm: Sendable {
  /// Mark-up as it is.
  case html
  /// Mark-up whose characters may be written as references once more.
  case escapedHTML
  /// Markdown, as GitHub and most others write it.
  case markdown
  /// Markdown in which every line break counts, as comments on GitHub and messages on Discord have it.
  case markdownLines
  /// Markdown with the spoilers of Lemmy.
  case lemmyMarkdown
  /// Plain text: every line break counts, addresses are links.
  case plain
  /// Plain text in which characters may be written as references, such as a title.
  case references
  /// Plain text whose UTF-8 was written byte for byte as characters.
  case latinPlain
  /// Plain text with links by ranges of UTF-8 bytes, beside it in `facets`.
  case facets
  /// Text as Slack writes it.
  case mrkdwn
  /// A string, or an array of strings and objects with `type` and `text`.
  case runs

  /// The text at `value` as mark-up.
  func markup(_ value: JSONValue, beside record: JSONValue) -> String {
    switch self {
    case .html: value.string ?? ""
    case .escapedHTML: Self.unescaped(value.string ?? "")
    case .markdown: Markdown.html(value.string ?? "")
    case .markdownLines: Markdown.html(value.string ?? "", keepsLines: true)
    case .lemmyMarkdown: LemmyMarkdown.html(value.string ?? "")
    case .plain: PlainText.html(value.string ?? "")
    case .references: PlainText.html((value.string ?? "").decodedReferences)
    case .latinPlain: PlainText.html((value.string ?? "").readAsLatin)
    case .facets: FacetText.html(value.string ?? "", facets: record)
    case .mrkdwn: Mrkdwn.html(value.string ?? "")
    case .runs: RunText.html(value)
    }
  }

  /// The mark-up behind references, if there is nothing but references where tags should be.
  private static func unescaped(_ text: String) -> String {
    guard text.hasPrefix("&lt;") else { return text }
    let tree = HTMLDocument(HTMLBytes(text), options: HTMLOptions(encoding: "utf-8"))
    return tree.text(of: HTMLDocument.root)
  }
}

extension String {
  /// The text whose UTF-8 bytes are these characters; itself if they are none.
  var readAsLatin: String {
    let bytes = unicodeScalars.compactMap { UInt8(exactly: $0.value) }
    guard bytes.count == unicodeScalars.count else { return self }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}
