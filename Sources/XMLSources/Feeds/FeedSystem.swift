import XMLParsing

/// One form of feeds: where in it what stands.
///
/// A further form is a further value.
struct FeedSystem: Sendable {
  /// What is known of the feed as a whole, from the outermost element; the first that is there.
  let channel: [XMLPath]
  /// The entries, from the outermost element.
  let entries: [XMLPath]
  /// The feed's title.
  let title: [XMLPath]
  /// The page it is a feed of, from the channel.
  let page: [XMLPath]
  /// The feed of what follows (RFC 5005, section 3), from the channel.
  let next: [XMLPath]
  /// Who wrote entries that name nobody.
  var author: [XMLPath] = []
  /// How many entries there are altogether, on all its pages.
  let total: [XMLPath]
  /// The parts of an entry.
  let fields: FeedFields
}

/// Where the parts of an entry stand, each by the paths that may lead to it, best first.
struct FeedFields: Sendable {
  let id: [XMLPath]
  /// The title, and whether it is a text construct of Atom.
  let title: [XMLPath]
  let isAtom: Bool
  /// The page.
  let link: [XMLPath]
  /// The page with the comments.
  let discussion: [XMLPath]
  /// A feed of the comments.
  let feed: [XMLPath]
  /// How many comments there are.
  let comments: [XMLPath]
  let author: [XMLPath]
  var authorURL: [XMLPath] = []
  let date: [XMLPath]
  let tags: [XMLPath]
  /// The whole text.
  let body: [XMLPath]
  /// A summary, or the whole text: nothing tells.
  let summary: [XMLPath]
}

extension FeedSystem {
  /// RSS 0.9x, 1.0 and 2.0, and their modules.
  ///
  /// RSS 1.0 has its items beside the channel; all other names are the same
  /// (rssboard.org/rss-specification, web.resource.org/rss/1.0/spec).
  static let rss = FeedSystem(
    channel: ["channel"],
    entries: ["channel/item", "item"],
    title: ["title"],
    page: ["link"],
    next: ["atom:link[rel=next]@href"],
    total: ["opensearch:totalResults"],
    fields: FeedFields(
      id: ["guid", "@rdf:about", "dc:identifier"],
      title: ["title", "dc:title"],
      isAtom: false,
      link: ["link", "guid[isPermaLink=true]", "guid[isPermaLink=]", "enclosure@url"],
      discussion: ["comments", "atom:link[rel=replies]@href"],
      // wellformedweb.org/news/wfw_namespace_elements; the second spelling is that of its example.
      feed: ["wfw:commentRss", "wfw:commentRSS"],
      // web.resource.org/rss/1.0/modules/slash.
      comments: ["slash:comments", "thr:total"],
      author: ["dc:creator", "author", "atom:author/atom:name"],
      date: ["pubDate", "dc:date", "atom:published", "atom:updated"],
      tags: ["category", "dc:subject"],
      body: ["content:encoded", "xhtml:body"],
      // Those of podcasts and films (help.apple.com/itc/podcasts_connect, rssboard.org/media-rss).
      summary: ["description", "atom:summary", "itunes:summary", "media:description"]
    )
  )

  /// Atom 1.0 (RFC 4287) with threads (RFC 4685), and Atom 0.3.
  static let atom = FeedSystem(
    channel: [""],
    entries: ["atom:entry"],
    title: ["atom:title"],
    page: ["atom:link[rel=alternate]@href", "atom:link[rel=]@href"],
    next: ["atom:link[rel=next]@href"],
    author: ["atom:author/atom:name"],
    total: ["opensearch:totalResults"],
    fields: FeedFields(
      id: ["atom:id"],
      title: ["atom:title"],
      isAtom: true,
      link: ["atom:link[rel=alternate]@href", "atom:link[rel=]@href"],
      discussion: ["atom:link[rel=replies]@href"],
      feed: ["atom:link[rel=replies]@href"],
      comments: ["thr:total", "atom:link[rel=replies]@thr:count", "slash:comments"],
      author: ["atom:author/atom:name", "dc:creator"],
      authorURL: ["atom:author/atom:uri", "atom:author/atom:url"],
      date: [
        "atom:published", "atom:issued", "atom:created", "atom:updated", "atom:modified",
      ],
      tags: ["atom:category@term", "dc:subject"],
      body: ["atom:content"],
      summary: ["atom:summary", "media:group/media:description", "media:description"]
    )
  )
}
