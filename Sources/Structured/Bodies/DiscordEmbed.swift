import DocumentParsing

/// What a program posts on Discord in place of a text: a title that leads somewhere, and fields.
struct DiscordEmbed {
  /// All of it, as mark-up.
  private(set) var markup = ""

  /// Reads an embed.
  init(_ embed: JSONValue) {
    let address = embed["url"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    markup += PlainText.paragraph(embed["title"]?.string ?? "", to: address)
    markup += Markdown.html(embed["description"]?.string ?? "", keepsLines: true)
    for field in embed.list("fields") {
      let name = PlainText.escaped(field["name"]?.string ?? "")
      let value = Markdown.html(field["value"]?.string ?? "", keepsLines: true)
      markup += "<p><b>\(name)</b></p>\(value)"
    }
  }
}
