/// A line of a listing: an article, the discussion of it, or both.
///
/// Its texts are on one line and hold no control characters. Addresses are absolute where that of the
/// source is known, otherwise as the source has them.
public struct ListingEntry: Hashable, Sendable {
  /// The source's own id, `nil` if there is none.
  public var id: String?
  /// Its title, empty if there is none.
  public var title: String
  /// The address of the article, `nil` if there is none apart from the discussion.
  public var article: String?
  /// The address of the discussion, `nil` if there is none.
  public var discussion: String?
  /// The number of comments, `nil` if it is not stated.
  public var comments: Int?
  /// The points that readers gave it, `nil` if none are stated.
  public var score: Int?
  /// Who submitted or wrote it, `nil` if that is not stated.
  public var author: String?
  /// When it was submitted or written, if the source gives the day or better.
  public var date: Timestamp?
  /// The date in the words of the source, `nil` if there is none.
  public var dateText: String?
  /// The site the article is on, `nil` if it is not stated.
  public var site: String?
  /// What it is filed under.
  public var tags: [String]
  /// The beginning of its text or a summary, `nil` if there is none.
  public var excerpt: String?
  /// The address of a feed of its comments, `nil` if there is none.
  public var feed: String?
  /// The index of its discussion or text in the source's own `DiscussionCollection`, `nil` if it leads
  /// elsewhere.
  public var part: Int?
  /// Whether it has been read, as far as that is remembered.
  public var isRead = false
  /// How many of its comments are new since then.
  public var new = 0

  /// An entry.
  public init(
    id: String? = nil,
    title: String = "",
    article: String? = nil,
    discussion: String? = nil,
    comments: Int? = nil,
    score: Int? = nil,
    author: String? = nil,
    date: Timestamp? = nil,
    dateText: String? = nil,
    site: String? = nil,
    tags: [String] = [],
    excerpt: String? = nil,
    feed: String? = nil,
    part: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.article = article
    self.discussion = discussion
    self.comments = comments
    self.score = score
    self.author = author
    self.date = date
    self.dateText = dateText
    self.site = site
    self.tags = tags
    self.excerpt = excerpt
    self.feed = feed
    self.part = part
  }
}
