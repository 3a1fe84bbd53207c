import DocumentModel
import DocumentParsing
import PageModel

/// Comments that are kept apart from the page they are about.
extension JSONSystem {
  /// What Disqus' frame is told of a thread.
  static let disqus = JSONSystem(
    signs: [
      JSONSign("response.posts", "cursor"), JSONSign("response.posts", "response.thread"),
      // Of the interface `posts/list`.
      JSONSign("response.0.message", "response.0.author", "response.0.createdAt"),
    ],
    post: JSONPost(
      at: ["response.thread"],
      title: ["clean_title", "title"],
      titleIsMarkup: true,
      url: [.path("link")]
    ),
    comments: ["response.posts", "response"],
    fields: JSONFields(
      id: ["id"],
      parent: .id(["parent"]),
      author: ["author.name", "author.username"],
      authorURL: ["author.profileUrl"],
      date: ["createdAt"],
      body: [JSONBody("message", .html), JSONBody("raw_message", .plain)],
      score: ["points", "likes"],
      url: [.path("url")],
      states: [JSONStateRule(.isTrue("isDeleted"), .deleted)]
    ),
    declared: ["cursor.total"],
    // What holds the posts is none.
    adjust: { value, comment in comment.isLeftOut = value["posts"] != nil }
  )

  /// The comments on an article of the Guardian.
  static let guardian = JSONSystem(
    signs: [JSONSign("discussion.comments.0.isoDateTime")],
    post: JSONPost(at: ["discussion"], title: ["title"], url: [.path("webUrl")]),
    comments: ["discussion.comments"],
    children: ["responses"],
    fields: JSONFields(
      id: ["id"],
      parent: .id(["responseTo.commentId"]),
      author: ["userProfile.displayName"],
      authorURL: ["userProfile.webUrl"],
      date: ["isoDateTime"],
      body: [JSONBody("body", .html)],
      score: ["numRecommends"],
      badges: [.flag("isHighlighted", "pick")],
      url: [.path("webUrl")],
      states: [JSONStateRule(.equals("status", "blocked"), .deleted)]
    ),
    declared: ["discussion.commentCount"],
    adjust: { value, comment in
      // Responses stand one level deep, whatever they answer.
      if let id = value["responseTo"]?["commentId"]?.words { comment.parts.parent = .id(id) }
    }
  )

  /// Comments of Remark42, as a tree or as a plain list.
  static let remark42 = JSONSystem(
    signs: [
      JSONSign("comments.0.comment.id", "comments.0.comment.locator"),
      JSONSign("comments.0.id", "comments.0.locator", "comments.0.user"),
    ],
    post: JSONPost(at: ["info"], url: [.path("url")]),
    comments: ["comments"],
    children: ["replies"],
    fields: JSONFields(
      id: ["comment.id", "id"],
      parent: .id(["pid"]),
      author: ["comment.user.name", "user.name"],
      date: ["comment.time", "time"],
      edited: ["comment.edit.time", "edit.time"],
      body: [
        JSONBody("comment.text", .html), JSONBody("comment.orig", .markdown),
        JSONBody("text", .html), JSONBody("orig", .markdown),
      ],
      score: ["comment.score", "score"],
      badges: [
        .flag("comment.user.admin", "admin"), .flag("user.admin", "admin"),
        .flag("comment.pin", "pinned"), .flag("pin", "pinned"),
      ],
      states: [
        JSONStateRule(.isTrue("comment.delete"), .deleted),
        JSONStateRule(.isTrue("delete"), .deleted),
      ]
    )
  )

  /// Comments of Isso.
  static let isso = JSONSystem(
    signs: [JSONSign("total_replies", "replies"), JSONSign("hidden_replies", "replies")],
    comments: ["replies"],
    children: ["replies"],
    fields: JSONFields(
      id: ["id"],
      author: ["author"],
      authorURL: ["website"],
      date: ["created"],
      edited: ["modified"],
      body: [JSONBody("text", .html)],
      score: ["likes"],
      states: [
        JSONStateRule(.equals("mode", "4"), .deleted),
        JSONStateRule(.equals("mode", "2"), .pending),
      ]
    )
  )

  /// Annotations of Hypothesis.
  static let hypothesis = JSONSystem(
    signs: [JSONSign("total", "rows.0.target")],
    post: JSONPost(at: ["rows.0"], title: ["document.title.0"], url: [.path("uri")]),
    comments: ["rows", "replies"],
    fields: JSONFields(
      id: ["id"],
      parent: .last("references"),
      author: ["user_info.display_name", "user"],
      date: ["created"],
      edited: ["updated"],
      body: [JSONBody("text", .markdown)],
      url: [.path("links.html")],
      states: [JSONStateRule(.isTrue("hidden"), .deleted)]
    ),
    declared: ["total"],
    adjust: adjustAnnotation
  )

  /// An annotation begins with the words that it is about; its author is an account.
  private static let adjustAnnotation: @Sendable (JSONValue, inout JSONComment) -> Void = {
    value,
    comment in
    if comment.parts.author.hasPrefix("acct:") {
      let account = comment.parts.author.dropFirst("acct:".count)
      comment.parts.author = String(account.prefix { $0 != "@" })
    }
    if value["created"]?.string == value["updated"]?.string { comment.parts.edited = .none }
    for target in value.list("target") {
      for selector in target.list("selector") {
        guard let words = selector["exact"]?.string else { continue }
        comment.parts.markup =
          "<blockquote>\(PlainText.escaped(words))</blockquote>" + comment.parts.markup
      }
    }
  }

  /// The comments on a film, in what yt-dlp writes beside it.
  static let ytdlp = JSONSystem(
    signs: [
      JSONSign("comments.0.parent", "comments.0.text", "webpage_url"),
      JSONSign("comments.0.parent", "comments.0.text", "extractor"),
      // Of a file that breaks off.
      JSONSign("comments.0.parent", "comments.0.text", "comments.0.author_id"),
    ],
    post: JSONPost(
      title: ["title", "fulltitle"],
      author: ["uploader", "channel"],
      date: ["timestamp"],
      body: [JSONBody("description", .plain)],
      url: [.path("webpage_url")],
      score: ["like_count"]
    ),
    comments: ["comments"],
    fields: JSONFields(
      id: ["id"],
      parent: .id(["parent"], roots: ["root", ""]),
      author: ["author"],
      authorURL: ["author_url"],
      date: ["timestamp"],
      body: [JSONBody("text", .plain)],
      score: ["like_count"],
      badges: [
        .flag("is_pinned", "pinned"), .flag("is_favorited", "loved"),
        .flag("author_is_verified", "verified"),
      ],
      isByPostAuthor: ["author_is_uploader"]
    ),
    declared: ["comment_count"],
    adjust: { value, comment in
      // What the page shows is what is known; the number is worked out from it.
      if let shown = value["time_text"] ?? value["_time_text"], let words = shown.string {
        comment.parts.date.text = words
      }
    }
  )

  /// The comments on a film of PeerTube: the threads, or one of them with all its answers.
  static let peerTube = JSONSystem(
    signs: [
      JSONSign("data.0.threadId", "data.0.account"),
      JSONSign("comment.threadId", "comment.account", "children"),
      // What was removed has no account.
      JSONSign("data.0.threadId", "data.0.isDeleted"),
      JSONSign("comment.threadId", "comment.isDeleted", "children"),
    ],
    comments: ["data", "comment", "children"],
    children: ["children"],
    fields: JSONFields(
      id: ["comment.id", "id"],
      parent: .id(["comment.inReplyToCommentId", "inReplyToCommentId"]),
      author: ["comment.account.displayName", "account.displayName"],
      authorURL: ["comment.account.url", "account.url"],
      date: ["comment.createdAt", "createdAt"],
      // Markdown on this server, mark-up from others.
      body: [JSONBody("comment.text", .markdown), JSONBody("text", .markdown)],
      url: [.path("comment.url"), .path("url")],
      states: [
        JSONStateRule(.isTrue("comment.isDeleted"), .deleted),
        JSONStateRule(.isTrue("isDeleted"), .deleted),
      ]
    ),
    declared: ["totalNotDeletedComments"]
  )

  /// Comments from WordPress' REST interface.
  static let wordPress = JSONSystem(
    signs: [
      JSONSign("0.author_name", "0.content.rendered", "0.post"),
      JSONSign("author_name", "content.rendered", "post"),
    ],
    comments: [""],
    fields: JSONFields(
      id: ["id"],
      parent: .id(["parent"]),
      author: ["author_name"],
      authorURL: ["author_url"],
      date: ["date"],
      body: [JSONBody("content.rendered", .html)],
      url: [.path("link")],
      states: [JSONStateRule(.equals("status", "hold"), .pending)]
    )
  )

  /// One post from WordPress' REST interface, alone or in an array: an article.
  static let wordPressPost = JSONSystem(
    signs: [
      JSONSign("0.title.rendered", "0.content.rendered", "0.link", without: "1"),
      JSONSign("title.rendered", "content.rendered", "link"),
    ],
    post: JSONPost(
      at: ["0", ""],
      title: ["title.rendered"],
      titleIsMarkup: true,
      author: ["_embedded.author.0.name"],
      date: ["date"],
      body: [JSONBody("content.rendered", .html)],
      url: [.path("link")]
    ),
    comments: [],
    fields: JSONFields()
  )

  /// The comments on an article of Forem, such as dev.to.
  static let forem = JSONSystem(
    signs: [JSONSign("0.id_code", "0.children", "0.body_html")],
    comments: [""],
    children: ["children"],
    fields: JSONFields(
      id: ["id_code"],
      author: ["user.name", "user.username"],
      date: ["created_at"],
      body: [JSONBody("body_html", .html)],
      states: [JSONStateRule(.isMissing("user.username"), .deleted)]
    ),
    site: "https://dev.to/"
  )

  /// One article of Forem.
  static let foremArticle = JSONSystem(
    signs: [
      JSONSign("title", "body_html", "user.username", prefix: ("type_of", "article")),
      JSONSign("title", "body_markdown", "user.username", prefix: ("type_of", "article")),
    ],
    post: JSONPost(
      title: ["title"],
      author: ["user.name", "user.username"],
      date: ["published_timestamp", "published_at"],
      body: [JSONBody("body_html", .html), JSONBody("body_markdown", .markdown)],
      url: [.path("url")],
      score: ["public_reactions_count"]
    ),
    comments: [],
    fields: JSONFields(),
    site: "https://dev.to/",
    declared: ["comments_count"]
  )
}
