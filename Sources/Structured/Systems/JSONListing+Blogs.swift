import DocumentModel
import DocumentParsing

/// Lists of the articles of blogs.
extension JSONListing {
  /// Posts of a WordPress site, from `/wp-json/wp/v2/posts`.
  static let wordPress = JSONListing(
    signs: [JSONSign("0.title.rendered", "0.link", "1.title.rendered", "1.link")],
    entries: [""],
    fields: JSONEntryFields(
      id: ["id"],
      title: [JSONBody("title.rendered", .html)],
      article: [.path("link")],
      discussion: [.joined("", "link", "#comments")],
      author: ["_embedded.author.0.name"],
      date: ["date_gmt", "date"],
      tags: [.flag("sticky", "pinned")],
      text: [JSONBody("excerpt.rendered", .html), JSONBody("content.rendered", .html)],
      feed: [.joined("", "link", "feed/")]
    ),
    adjust: { value, entry in
      if value["date_gmt"]?.string != nil, let date = entry.parts.date {
        entry.parts.date = Timestamp(
          wallClock: date.wallClock,
          offset: 0,
          precision: date.precision
        )
      }
      // Addresses that ask for a post by its number have no folder to put a feed in.
      if value["link"]?.string?.hasSuffix("/") != true { entry.parts.feed = nil }
    }
  )

  /// A feed in the form of jsonfeed.org.
  static let jsonFeed = JSONListing(
    signs: [
      JSONSign("version", "items", prefix: ("version", "https://jsonfeed.org/version/")),
      JSONSign("version", "items", prefix: ("version", "http://jsonfeed.org/version/")),
    ],
    title: ["title"],
    entries: ["items"],
    fields: JSONEntryFields(
      id: ["id"],
      title: [JSONBody("title", .plain)],
      article: [.path("external_url"), .path("url")],
      author: ["author.name", "authors.0.name"],
      date: ["date_published", "date_modified"],
      tagLists: ["tags"],
      text: [
        JSONBody("summary", .plain), JSONBody("content_html", .html),
        JSONBody("content_text", .plain),
      ]
    ),
    next: .address(["next_url"]),
    adjust: { value, entry in
      // Where an item points elsewhere, the blog's own page of it is where it is discussed.
      if value["external_url"]?.string != nil { entry.parts.discussion = value["url"]?.string }
    }
  )

  /// Articles of Forem, such as those of dev.to.
  static let forem = JSONListing(
    signs: [JSONSign("0.type_of", "0.title", "0.url", "0.comments_count")],
    entries: [""],
    fields: JSONEntryFields(
      id: ["id"],
      title: [JSONBody("title", .plain)],
      discussion: [.path("url")],
      comments: ["comments_count"],
      score: ["public_reactions_count", "positive_reactions_count"],
      author: ["user.name", "user.username"],
      date: ["published_timestamp", "published_at"],
      tagLists: ["tag_list"],
      text: [JSONBody("description", .plain)]
    )
  )
}
