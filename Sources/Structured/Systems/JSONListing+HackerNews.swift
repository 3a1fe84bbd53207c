import DocumentModel
import DocumentParsing

/// Lists of Hacker News through its interfaces.
extension JSONListing {
  private static let site = "https://news.ycombinator.com/"
  private static let item = "https://news.ycombinator.com/item?id="

  /// Stories found by hn.algolia.com/api/v1/search, such as those of the front page.
  static let algolia = JSONListing(
    signs: [
      JSONSign("hits.0.objectID", "hits.0.title", "nbPages", without: "hits.0.comment_text"),
      // Of an answer that breaks off.
      JSONSign(
        "hits.0.objectID",
        "hits.0.title",
        "hits.0.num_comments",
        without: "hits.0.comment_text"
      ),
    ],
    entries: ["hits"],
    fields: JSONEntryFields(
      id: ["objectID"],
      title: [JSONBody("title", .references), JSONBody("story_title", .references)],
      article: [.path("url")],
      discussion: [.joined(item, "objectID")],
      comments: ["num_comments"],
      score: ["points"],
      author: ["author"],
      date: ["created_at_i", "created_at"],
      text: [JSONBody("story_text", .html), JSONBody("comment_text", .html)]
    ),
    next: .page("page", of: "nbPages", parameter: "page"),
    site: site,
    isElsewhere: true
  )

  /// Stories of hacker-news.firebaseio.com put into an array, such as those of the front page.
  static let firebase = JSONListing(
    // In a discussion only the first item has a title; of a list one item may be gone.
    signs: [
      JSONSign("0.id", "0.type", "0.time", "1.title", without: "0.time_ago"),
      JSONSign("0.id", "0.type", "0.time", "2.title", without: "0.time_ago"),
    ],
    entries: [""],
    fields: JSONEntryFields(
      id: ["id"],
      title: [JSONBody("title", .references)],
      article: [.path("url")],
      discussion: [.joined(item, "id")],
      comments: ["descendants"],
      score: ["score"],
      author: ["by"],
      date: ["time"],
      text: [JSONBody("text", .html)]
    ),
    site: site,
    isElsewhere: true,
    adjust: { value, entry in
      entry.isLeftOut = value["title"]?.string == nil
    }
  )

  /// A list from api.hackerwebapp.com (node-hnapi).
  static let hackerWeb = JSONListing(
    signs: [JSONSign("0.comments_count", "0.time_ago", "0.title")],
    entries: [""],
    fields: JSONEntryFields(
      id: ["id"],
      title: [JSONBody("title", .plain)],
      article: [.path("url")],
      discussion: [.joined(item, "id")],
      comments: ["comments_count"],
      score: ["points"],
      author: ["user"],
      date: ["time"],
      site: ["domain"]
    ),
    site: site,
    isElsewhere: true,
    adjust: { value, entry in
      // The address of a post without an article is that of its discussion, relative.
      if value["url"]?.string?.hasPrefix("item?id=") == true { entry.parts.article = nil }
    }
  )
}
