import DocumentModel
import DocumentParsing
import PageModel

/// Hacker News through its interfaces.
extension JSONSystem {
  private static let site = "https://news.ycombinator.com/"
  private static let item = "https://news.ycombinator.com/item?id="

  /// One item with its tree, from hn.algolia.com/api/v1/items.
  static let algoliaItem = JSONSystem(
    signs: [
      JSONSign("children", "created_at_i", "points"), JSONSign("children", "story_id", "id"),
    ],
    post: JSONPost(
      title: ["title"],
      titleIsMarkup: true,
      author: ["author"],
      date: ["created_at_i"],
      body: [JSONBody("text", .html)],
      linked: ["url"],
      url: [.joined(item, "id")],
      score: ["points"],
      id: ["id"],
      adjust: { value, _, markup in
        markup += Poll(value.list("options").map { ($0["text"], $0["points"]) }).markup
      }
    ),
    comments: ["children"],
    children: ["children"],
    fields: algoliaFields,
    site: site,
    isElsewhere: true
  )

  /// Comments found by hn.algolia.com/api/v1/search.
  static let algoliaSearch = JSONSystem(
    signs: [
      JSONSign("hits.0.comment_text", "nbPages"),
      // Of an answer that breaks off.
      JSONSign("hits.0.comment_text", "hits.0.objectID", "hits.0.story_id"),
    ],
    post: JSONPost(
      at: ["hits.0"],
      title: ["story_title"],
      titleIsMarkup: true,
      linked: ["story_url"],
      url: [.joined(item, "story_id")],
      id: ["story_id"]
    ),
    comments: ["hits"],
    fields: algoliaFields,
    site: site,
    isElsewhere: true
  )

  private static let algoliaFields = JSONFields(
    id: ["id", "objectID"],
    parent: .id(["parent_id"]),
    author: ["author"],
    date: ["created_at_i", "created_at"],
    body: [JSONBody("text", .html), JSONBody("comment_text", .html)],
    url: [.joined(item, "id"), .joined(item, "objectID")],
    states: [JSONStateRule(.isMissing("author"), .deleted)]
  )

  /// Items of hacker-news.firebaseio.com put into an array.
  static let firebase = JSONSystem(
    signs: [JSONSign("0.id", "0.type", "0.time")],
    post: JSONPost(
      at: ["0"],
      title: ["title"],
      titleIsMarkup: true,
      author: ["by"],
      date: ["time"],
      body: [JSONBody("text", .html)],
      linked: ["url"],
      url: [.joined(item, "id")],
      score: ["score"],
      id: ["id"]
    ),
    comments: [""],
    fields: JSONFields(
      id: ["id"],
      parent: .id(["parent"]),
      author: ["by"],
      date: ["time"],
      body: [JSONBody("text", .html)],
      url: [.joined(item, "id")],
      states: [JSONStateRule(.isTrue("deleted"), .deleted)]
    ),
    site: site,
    isElsewhere: true,
    adjust: { value, comment in
      if value["type"]?.string != "comment" { comment.isPost = true }
    }
  )

  /// A discussion from api.hackerwebapp.com (node-hnapi).
  static let hackerWeb = JSONSystem(
    signs: [
      JSONSign("comments_count", "time_ago", "comments"),
      // The number stands behind the comments, where one that breaks off has nothing.
      JSONSign("time_ago", "comments.0.time_ago", "comments.0.level"),
    ],
    post: JSONPost(
      title: ["title"],
      author: ["user"],
      date: ["time"],
      body: [JSONBody("content", .html)],
      linked: ["url"],
      url: [.joined(item, "id")],
      score: ["points"],
      id: ["id"]
    ),
    comments: ["comments"],
    children: ["comments"],
    fields: JSONFields(
      id: ["id"],
      author: ["user"],
      date: ["time"],
      body: [JSONBody("content", .html)],
      url: [.joined(item, "id")],
      states: [
        JSONStateRule(.isTrue("deleted"), .deleted), JSONStateRule(.isMissing("user"), .deleted),
      ]
    ),
    site: site,
    isElsewhere: true
  )
}
