import DocumentModel
import DocumentParsing
import PageContent
import PageModel

/// Forums and questions: Discourse, Stack Exchange, NodeBB, Flarum.
extension JSONSystem {
  /// A topic of Discourse, or some of its posts.
  static let discourse = JSONSystem(
    signs: [JSONSign("post_stream.posts")],
    post: JSONPost(
      title: ["title"],
      author: ["details.created_by.username"],
      date: ["created_at"],
      linked: ["featured_link"],
      score: ["like_count"]
    ),
    comments: ["post_stream.posts"],
    fields: JSONFields(
      id: ["post_number"],
      parent: .id(["reply_to_post_number"], roots: ["", "0"]),
      author: ["username", "name"],
      date: ["created_at"],
      body: [JSONBody("cooked", .html)],
      score: ["like_count"],
      badges: [
        .text("user_title"), .flag("moderator", "moderator"), .flag("admin", "admin"),
        .flag("accepted_answer", "accepted"),
      ],
      states: [
        JSONStateRule(.isTrue("user_deleted"), .deleted),
        JSONStateRule(.isTrue("hidden"), .deleted),
      ]
    ),
    next: .made { root, address, _ in
      // A topic has all ids of its posts, and some of the posts.
      guard root["title"] != nil, let stream = root["post_stream"]?["stream"] else { return nil }
      let size = root["chunk_size"]?.wholeNumber ?? 20
      let page = address.parameter("page").flatMap { Int($0) } ?? 1
      let isLast = page < 1 || page > 100_000 || page * size >= stream.elements.count { _ in true }
      return isLast ? nil : address.setting("page", to: "\(page + 1)")
    },
    tellsAnswersToPost: true,
    adjust: { value, comment in
      comment.isPost = value["post_number"]?.wholeNumber == 1
      // What the forum notes of itself, such as that the topic was closed.
      comment.isLeftOut = value["post_type"]?.wholeNumber == 3
      // The second thing that can be done with a post is to like it.
      let likes = value.list("actions_summary").first { $0["id"]?.wholeNumber == 2 }
      comment.parts.score = comment.parts.score ?? likes?["count"]?.wholeNumber
      if let version = value["version"]?.wholeNumber, version > 1 {
        comment.parts.edited = value["updated_at"]?.date ?? .none
      }
    }
  )

  /// A question of Stack Exchange with its answers and the comments on both.
  static let stackExchange = JSONSystem(
    signs: [JSONSign("items.0.question_id", "items.0.body", without: "items.0.answer_id")],
    post: JSONPost(
      at: ["items.0"],
      title: ["title"],
      titleIsMarkup: true,
      author: ["owner.display_name"],
      date: ["creation_date"],
      body: [JSONBody("body", .html), JSONBody("body_markdown", .markdown)],
      url: [.path("link")],
      score: ["score"]
    ),
    comments: ["items.0.comments", "items.0.answers"],
    children: ["comments"],
    fields: JSONFields(
      id: ["comment_id", "answer_id"],
      author: ["owner.display_name"],
      authorURL: ["owner.link"],
      date: ["creation_date"],
      edited: ["last_edit_date"],
      body: [JSONBody("body", .html), JSONBody("body_markdown", .markdown)],
      score: ["score"],
      badges: [.flag("is_accepted", "accepted")],
      url: [.path("link")]
    ),
    adjust: { _, comment in comment.parts.author = comment.parts.author.decodedReferences }
  )

  /// Answers to a question of Stack Exchange, or comments on a post, apart from it.
  static let stackExchangeParts = JSONSystem(
    signs: [
      JSONSign("items.0.answer_id", "items.0.body"), JSONSign("items.0.comment_id", "items.0.body"),
    ],
    post: JSONPost(at: ["items.0"], title: ["title"], titleIsMarkup: true),
    comments: ["items"],
    children: ["comments"],
    fields: stackExchange.fields,
    next: .number(parameter: "page", first: 1, while: "has_more"),
    adjust: stackExchange.adjust
  )

  /// A page of a topic of NodeBB.
  static let nodeBB = JSONSystem(
    signs: [JSONSign("tid", "posts.0.pid", "posts.0.content")],
    post: JSONPost(title: ["title"], titleIsMarkup: true, url: [.joined("/topic/", "slug")]),
    comments: ["posts"],
    fields: JSONFields(
      id: ["pid"],
      parent: .id(["toPid"]),
      author: ["user.displayname", "user.username"],
      date: ["timestampISO", "timestamp"],
      edited: ["editedISO"],
      body: [JSONBody("content", .html)],
      score: ["votes"],
      states: [
        JSONStateRule(.isTrue("deleted"), .deleted),
        JSONStateRule(.equals("deleted", "1"), .deleted),
      ]
    ),
    next: .made { root, address, _ in NodeBBPages(root).next(after: address) },
    adjust: { value, comment in
      comment.isPost = value["index"]?.wholeNumber == 0
      // Words that the page would translate: `[[global:guest]]`, `[[topic:post-is-deleted]]`.
      if comment.parts.author.hasPrefix("[[") { comment.parts.author = "" }
      if comment.parts.markup.hasPrefix("[[topic:") { comment.parts.markup = "" }
    }
  )

  /// A discussion of Flarum, or a page of its posts (JSON:API): posts and those who wrote them are apart.
  static let flarum = JSONSystem(
    signs: [
      JSONSign("data.relationships.posts", "data.attributes.title", "included"),
      JSONSign("data.0.attributes.contentHtml", "data.0.relationships.discussion"),
    ],
    post: JSONPost(
      title: ["data.attributes.title"],
      date: ["data.attributes.createdAt"],
      url: [.joined("/d/", "data.attributes.slug"), .joined("/d/", "data.id")]
    ),
    comments: ["data", "included"],
    fields: JSONFields(
      id: ["id"],
      author: ["relationships.user.data.id"],
      date: ["attributes.createdAt"],
      edited: ["attributes.editedAt"],
      body: [JSONBody("attributes.contentHtml", .html)],
      score: ["attributes.votes", "attributes.likesCount"],
      states: [
        JSONStateRule(.isTrue("attributes.isHidden"), .deleted),
        JSONStateRule(.isMissing("attributes.contentHtml"), .deleted),
      ]
    ),
    people: JSONPeople(
      list: "included",
      sign: "attributes.username",
      id: "id",
      name: ["attributes.displayName", "attributes.username"]
    ),
    next: .made { root, _, count in
      // A discussion has the ids of all its posts, and some of the posts.
      guard let id = root["data"]?["id"]?.words,
        let posts = root["data"]?["relationships"]?["posts"]?["data"]
      else { return root["links"]?["next"]?.string }
      let isWhole = count >= posts.elements.count { _ in true }
      return isWhole ? nil : "/api/posts?filter%5Bdiscussion%5D=\(id)&page%5Boffset%5D=\(count)"
    },
    adjust: { value, comment in
      let post = value["attributes"]
      // What the forum notes of itself, such as that the title was changed, is no comment.
      comment.isLeftOut =
        value["type"]?.string != "posts" || post?["contentType"]?.string != "comment"
      comment.isPost = post?["number"]?.wholeNumber == 1
      let answered = post?["contentHtml"]?.string.flatMap(flarumMention)
      comment.parts.parent = answered.map { .id($0) } ?? .root
    }
  )

  /// The id of the post that a text begins with the name of whose author: the button to answer a post
  /// writes it there (the template of flarum/mentions).
  private static func flarumMention(_ markup: String) -> String? {
    let start = markup.prefix(400)
    guard start.hasPrefix("<p><a href="),
      let mark = start.firstRange(of: "class=\"PostMention\" data-id=\""),
      !start[..<mark.lowerBound].dropFirst(3).contains(">")
    else { return nil }
    let digits = start[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }
}
