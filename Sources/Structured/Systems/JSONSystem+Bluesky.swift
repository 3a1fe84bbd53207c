import DocumentModel
import DocumentParsing
import PageModel

/// Bluesky.
extension JSONSystem {
  /// A thread from app.bsky.feed.getPostThread.
  static let bluesky = JSONSystem(
    signs: [JSONSign("thread.$type", prefix: ("thread.$type", "app.bsky.feed.defs#"))],
    post: JSONPost(
      at: ["thread"],
      author: ["post.author.handle"],
      date: ["post.record.createdAt"],
      body: [JSONBody("post.record.text", .facets)],
      linked: ["post.embed.external.uri", "post.embed.media.external.uri"],
      score: ["post.likeCount"],
      adjust: { thread, article, markup in
        let post = thread["post"]
        markup += BlueskyEmbed(post?["embed"], showsLink: false).markup
        let above = ancestors(of: thread)
        guard !above.isEmpty else { return }
        let name = PlainText.escaped(article.author ?? "")
        markup = above + "<h3>\(name)</h3><div>\(markup)</div>"
      }
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
      comment.parts.markup += BlueskyEmbed(post["embed"]).markup
    }
  )

  /// A thread from app.bsky.unspecced.getPostThreadV2: all posts in one list, each with its depth, those
  /// above the one asked for below zero.
  static let blueskyFlat = JSONSystem(
    signs: [
      JSONSign(
        "thread.0.depth",
        prefix: ("thread.0.value.$type", "app.bsky.unspecced.defs#threadItem")
      )
    ],
    comments: ["thread"],
    fields: JSONFields(
      id: ["uri"],
      parent: .depth("depth", first: 1),
      author: ["value.post.author.handle", "value.post.author.did"],
      date: ["value.post.record.createdAt", "value.post.indexedAt"],
      body: [JSONBody("value.post.record.text", .facets)],
      score: ["value.post.likeCount"],
      badges: [.text("value.post.author.displayName")],
      states: [JSONStateRule(.isMissing("value.post"), .placeholder)]
    ),
    adjust: { value, comment in
      comment.isPost = (value["depth"]?.wholeNumber ?? 1) <= 0
      comment.parts.markup += BlueskyEmbed(value["value"]?["post"]?["embed"]).markup
    }
  )

  /// The posts that the one under discussion answers, the first of them first, as mark-up.
  private static func ancestors(of thread: JSONValue) -> String {
    let body = [JSONBody("record.text", .facets)]
    var above: [String] = []
    var next = thread["parent"]
    while let parent = next {
      if let post = parent["post"] {
        let name = PlainText.escaped(post["author"]?["handle"]?.string ?? "")
        let text = body.markup(in: post) + BlueskyEmbed(post["embed"]).markup
        above.append("<h3>\(name)</h3><div>\(text)</div>")
      }
      next = parent["parent"]
    }
    return above.reversed().joined()
  }
}
