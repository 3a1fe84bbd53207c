import DocumentModel
import DocumentParsing
import PageModel

/// Sites whose posts are links: Lobsters, Reddit, Lemmy and PieFed.
extension JSONSystem {
  /// A story of Lobsters or a site that runs its software, from `/s/ID.json`.
  static let lobsters = JSONSystem(
    signs: [JSONSign("short_id", "comments_url", "comments")],
    post: JSONPost(
      title: ["title"],
      author: ["submitter_user.username", "submitter_user"],
      date: ["created_at"],
      body: [JSONBody("description", .html)],
      linked: ["url"],
      url: [.path("short_id_url"), .path("comments_url")],
      score: ["score"],
      id: ["short_id"]
    ),
    comments: ["comments"],
    fields: JSONFields(
      id: ["short_id"],
      parent: .id(["parent_comment"]),
      author: ["commenting_user.username", "commenting_user"],
      date: ["created_at"],
      body: [JSONBody("comment", .html)],
      score: ["score"],
      url: [.path("url"), .path("short_id_url")],
      states: [
        JSONStateRule(.isTrue("is_deleted"), .deleted),
        JSONStateRule(.isTrue("is_moderated"), .deleted),
      ]
    ),
    declared: ["comment_count"],
    adjust: { value, comment in
      // Until 2023 only the depth was told.
      if let level = value["indent_level"]?.wholeNumber { comment.parts.parent = .depth(level - 1) }
      let written = value["created_at"]?.string
      if let edited = value["last_edited_at"]?.string, edited != written {
        comment.parts.edited = value["last_edited_at"]?.date ?? .none
      }
    }
  )

  /// A thread of Reddit, from `/comments/ID.json`.
  static let reddit = JSONSystem(
    signs: [
      JSONSign("0.data.children", "1.data.children", prefix: ("0.kind", "Listing")),
      // Of an answer that breaks off in the post.
      JSONSign(
        "0.data.children.0.data.title",
        without: "0.data.children.1",
        prefix: ("0.kind", "Listing")
      ),
    ],
    post: JSONPost(
      at: ["0.data.children.0.data"],
      title: ["title"],
      titleIsMarkup: true,
      author: ["author"],
      date: ["created_utc"],
      body: [JSONBody("selftext_html", .escapedHTML), JSONBody("selftext", .markdown)],
      linked: ["url"],
      url: [.path("permalink")],
      score: ["score"],
      id: ["name"],
      adjust: { post, _, markup in markup += RedditPost(post).markup }
    ),
    comments: ["1.data.children"],
    children: ["data.replies.data.children"],
    fields: redditFields,
    site: "https://www.reddit.com/",
    adjust: adjustReddit
  )

  /// Further comments of Reddit, from `/api/morechildren`.
  static let redditMore = JSONSystem(
    signs: [JSONSign("json.data.things")],
    comments: ["json.data.things"],
    children: ["data.replies.data.children"],
    fields: redditFields,
    site: "https://www.reddit.com/",
    adjust: adjustReddit
  )

  private static let redditFields = JSONFields(
    id: ["data.id"],
    parent: .id(["data.parent_id"]),
    author: ["data.author"],
    date: ["data.created_utc"],
    edited: ["data.edited"],
    body: [JSONBody("data.body_html", .escapedHTML), JSONBody("data.body", .markdown)],
    score: ["data.score"],
    badges: [.text("data.author_flair_text"), .text("data.distinguished")],
    url: [.path("data.permalink")],
    isByPostAuthor: ["data.is_submitter"],
    states: [
      JSONStateRule(.equals("kind", "more"), .placeholder),
      JSONStateRule(.equals("data.body", "[deleted]"), .deleted),
      JSONStateRule(.equals("data.body", "[removed]"), .deleted),
      JSONStateRule(.equals("data.body", "[ Removed by Reddit ]"), .deleted),
    ]
  )

  private static let adjustReddit: @Sendable (JSONValue, inout JSONComment) -> Void = {
    value,
    comment in
    let data = value["data"]
    if data?["score_hidden"]?.bool == true { comment.parts.score = nil }
    if case .id(let name) = comment.parts.parent {
      // The name of a comment is its id behind `t1_`, that of the post begins with `t3_`.
      comment.parts.parent = name.hasPrefix("t1_") ? .id(String(name.dropFirst(3))) : .root
    }
    guard value["kind"]?.string == "more" else { return }
    let count = data?["count"]?.wholeNumber ?? 0
    comment.parts.author = ""
    comment.parts.markup = count > 0 ? "\(count) more replies" : "The thread goes on"
  }

  /// Comments of Lemmy or PieFed, from `comment/list`; or an array of the post, from `post`, and that.
  static let lemmy = JSONSystem(
    signs: [
      JSONSign("comments.0.comment.path"), JSONSign("items.0.comment.path"),
      JSONSign("0.post_view.post", "1.comments"), JSONSign("0.post_view.post", "1.items"),
      JSONSign("post_view.post", "post_view.creator"),
    ],
    post: JSONPost(
      at: ["0", "comments.0", "items.0", ""],
      title: ["post_view.post.name", "post_view.post.title", "post.name", "post.title"],
      // Beside a comment stands who wrote that.
      author: ["post_view.creator.name", "post_view.creator.user_name"],
      date: [
        "post_view.post.published_at", "post_view.post.published", "post.published_at",
        "post.published",
      ],
      body: [
        JSONBody("post_view.post.body", .lemmyMarkdown), JSONBody("post.body", .lemmyMarkdown),
      ],
      linked: ["post_view.post.url", "post.url"],
      url: [.path("post_view.post.ap_id"), .path("post.ap_id")],
      score: ["post_view.post.score", "post_view.counts.score"]
    ),
    comments: ["comments", "items", "1.comments", "1.items"],
    fields: JSONFields(
      id: ["comment.id"],
      parent: .path("comment.path"),
      author: ["creator.name", "creator.user_name"],
      authorURL: ["creator.ap_id", "creator.actor_id"],
      date: ["comment.published_at", "comment.published"],
      edited: ["comment.updated_at", "comment.updated"],
      body: [
        JSONBody("comment.content", .lemmyMarkdown), JSONBody("comment.body", .lemmyMarkdown),
      ],
      score: ["comment.score", "counts.score"],
      badges: [.flag("comment.distinguished", "moderator")],
      url: [.path("comment.ap_id")],
      states: [
        JSONStateRule(.isTrue("comment.deleted"), .deleted),
        JSONStateRule(.isTrue("comment.removed"), .deleted),
      ]
    ),
    declared: ["post_view.post.comments", "post_view.counts.comments"]
  )
}
