import DocumentParsing

/// What a program posts on Discord in place of a text: a title that leads somewhere, and fields.
struct DiscordEmbed {
  /// All of it, as mark-up.
  private(set) var markup = ""

  /// Reads an embed.
  init(_ embed: JSONValue) {
    let title = embed["title"]?.string ?? ""
    if let address = embed["url"]?.string, !address.isEmpty {
      var text = Array("<p>".utf8)
      PlainText.appendLink((title.isEmpty ? address : title).utf8, to: address.utf8, &text)
      markup += String(decoding: text, as: UTF8.self)
    } else if !title.isEmpty {
      markup += "<p>\(PlainText.escaped(title))"
    }
    markup += Markdown.html(embed["description"]?.string ?? "", keepsLines: true)
    for field in embed.list("fields") {
      let name = PlainText.escaped(field["name"]?.string ?? "")
      let value = Markdown.html(field["value"]?.string ?? "", keepsLines: true)
      markup += "<p><b>\(name)</b></p>\(value)"
    }
  }
}
