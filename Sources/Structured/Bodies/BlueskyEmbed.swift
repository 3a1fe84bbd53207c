import DocumentParsing

/// What a post of Bluesky holds beside its text: pictures, a film, a link, another post that it quotes
/// (`app.bsky.embed.*#view`).
struct BlueskyEmbed {
  /// All of it, as mark-up.
  private(set) var markup = ""

  /// Reads the embed of a post; `showsLink` is whether a link is part of it.
  init(_ embed: JSONValue?, showsLink: Bool = true) {
    guard let embed else { return }
    // A post with a quotation and something else has that under `media`.
    let media = embed["media"] ?? embed
    for image in media.list("images") {
      markup += Picture(image["fullsize"], alt: image["alt"]).markup
    }
    if media["playlist"] != nil {
      markup += Picture(media["thumbnail"] ?? media["playlist"], alt: media["alt"]).markup
    }
    if showsLink, let link = media["external"], let address = link["uri"]?.string {
      markup += PlainText.paragraph(link["title"]?.string ?? "", to: address)
    }
    if let record = embed["record"] { markup += Self.quotation(record["record"] ?? record) }
  }

  /// A post that is quoted, or why it is not there.
  private static func quotation(_ record: JSONValue) -> String {
    if let text = record["value"]?["text"]?.string {
      let author = record["author"]?["handle"]?.string ?? record["author"]?["did"]?.string ?? ""
      return "<blockquote><p>\(PlainText.escaped(author)):<p>\(PlainText.html(text))</blockquote>"
    }
    if record["notFound"]?.bool == true { return "<blockquote>[not found]</blockquote>" }
    if record["blocked"]?.bool == true || record["detached"]?.bool == true {
      return "<blockquote>[not shown]</blockquote>"
    }
    // A list or a feed has a name.
    let name = record["displayName"]?.string ?? record["name"]?.string ?? ""
    return name.isEmpty ? "" : "<blockquote>\(PlainText.escaped(name))</blockquote>"
  }
}
