import DocumentModel
import DocumentParsing
import PageModel

/// Services that host blogs.
extension JSONSystem {
  /// The comments on a post of Substack, from `/api/v1/post/ID/comments`.
  static let substack = JSONSystem(
    signs: [
      JSONSign("comments.0.ancestor_path", "comments.0.children", "comments.0.date")
    ],
    comments: ["comments"],
    children: ["children"],
    fields: JSONFields(
      id: ["id"],
      author: ["name"],
      date: ["date"],
      edited: ["edited_at"],
      body: [JSONBody("body", .plain)],
      score: ["reaction_count"],
      states: [JSONStateRule(.isTrue("deleted"), .deleted)]
    )
  )

  /// The comments on a post on WordPress.com, from its own interface (`/rest/v1.1/sites/…/replies/`).
  static let wordPressCom = JSONSystem(
    signs: [JSONSign("comments.0.ID", "comments.0.author.name", "comments.0.content", "found")],
    post: JSONPost(at: ["comments.0.post"], title: ["title"], titleIsMarkup: true),
    comments: ["comments"],
    fields: JSONFields(
      id: ["ID"],
      parent: .id(["parent.ID"]),
      author: ["author.name"],
      authorURL: ["author.URL"],
      date: ["date"],
      body: [JSONBody("content", .html)],
      score: ["like_count"],
      url: [.path("URL")],
      states: [
        JSONStateRule(.equals("type", "pingback"), .ping),
        JSONStateRule(.equals("type", "trackback"), .ping),
        JSONStateRule(.equals("status", "unapproved"), .pending),
      ]
    ),
    declared: ["found"]
  )
}
