import DocumentModel
import DocumentParsing
import PageModel

/// Mastodon and its kin, and Bluesky.
extension JSONSystem {
  /// What stands around a status, from `/api/v1/statuses/ID/context`; or an array of the status, from
  /// `/api/v1/statuses/ID`, and that.
  static let mastodon = JSONSystem(
    signs: [
      JSONSign("ancestors", "descendants"), JSONSign("0.account", "1.ancestors", "1.descendants"),
    ],
    posts: ["ancestors", "1.ancestors", "0"],
    comments: ["descendants", "1.descendants"],
    fields: JSONFields(
      id: ["id"],
      parent: .id(["in_reply_to_id"]),
      author: ["account.display_name", "account.acct"],
      authorURL: ["account.url"],
      date: ["created_at"],
      edited: ["edited_at"],
      body: [JSONBody("content", .html)],
      score: ["favourites_count"],
      badges: [.flag("account.bot", "bot")],
      url: [.path("url"), .path("uri")]
    ),
    adjust: { value, comment in
      if let warning = value["spoiler_text"]?.string, !warning.isEmpty {
        comment.parts.markup = "<p>\(PlainText.html(warning))</p>" + comment.parts.markup
      }
      for media in value.list("media_attachments") {
        comment.parts.markup += Picture(media["url"], alt: media["description"]).markup
      }
    }
  )

  /// A thread from app.bsky.feed.getPostThread.
  static let bluesky = JSONSystem(
    signs: [JSONSign("thread.$type", prefix: ("thread.$type", "app.bsky.feed.defs#"))],
    post: JSONPost(
      at: ["thread.post"],
      author: ["author.handle"],
      date: ["record.createdAt"],
      body: [JSONBody("record.text", .facets)],
      linked: ["embed.external.uri"],
      score: ["likeCount"]
    ),
    comments: ["thread.replies"],
    children: ["replies"],
    fields: JSONFields(
      id: ["post.uri", "uri"],
      author: ["post.author.handle", "post.author.did"],
      date: ["post.record.createdAt", "post.indexedAt"],
      body: [JSONBody("post.record.text", .facets)],
      score: ["post.likeCount"],
      badges: [.text("post.author.displayName")],
      states: [
        JSONStateRule(.isTrue("notFound"), .placeholder),
        JSONStateRule(.isTrue("blocked"), .placeholder),
      ]
    ),
    adjust: { value, comment in
      guard let post = value["post"] else { return }
      let key = post["uri"]?.string?.split(separator: "/").last ?? ""
      let did = post["author"]?["did"]?.string ?? ""
      comment.parts.url = "https://bsky.app/profile/\(did)/post/\(key)"
      comment.parts.authorURL = "https://bsky.app/profile/\(did)"
      let embed = post["embed"]
      let pictures = embed?["images"] ?? embed?["media"]?["images"]
      for image in pictures.map({ Array($0.elements) }) ?? [] {
        comment.parts.markup += Picture(image["fullsize"], alt: image["alt"]).markup
      }
      if let external = embed?["external"], let address = external["uri"]?.string {
        let title = external["title"]?.string ?? ""
        var markup = Array("<p>".utf8)
        PlainText.appendLink((title.isEmpty ? address : title).utf8, to: address.utf8, &markup)
        comment.parts.markup += String(decoding: markup, as: UTF8.self)
      }
    }
  )
}
