/// An article and its comments; immutable.
public struct Document: Sendable {
  /// The text that all ranges refer to.
  public let text: TextArena
  /// Where the document comes from and which format read it.
  public let source: Source
  /// The article.
  public let article: Article
  /// The blocks of the article, then those of the comments in page order.
  public let blocks: [Block]
  /// The spans of all blocks.
  public let spans: [Span]
  /// The comments in pre-order: each comment is followed by its subtree.
  public let comments: [Comment]
  /// The authors of comments, in order of first appearance.
  public let authors: [Author]
  /// What sites say of comments and their authors in a few words, such as a rank; grouped by comment.
  public let badges: [TextRange]
  /// The post that opens the discussion, `nil` if there is none.
  ///
  /// Its text, its title and its author are the article's, so it has none of its own.
  public let opening: Comment?
  /// The comments that the page mentions but does not hold, `nil` if there are none.
  public let missingComments: MissingComments?
  /// The links to what the document lacks, in the order of the page.
  public let continuations: [Continuation]
  /// What the parser noticed: guesses, and content it could not read.
  public let diagnostics: [Diagnostic]

  /// A document of these parts, for which `invariantViolations()` must be empty.
  public init(
    text: TextArena,
    source: Source,
    article: Article,
    blocks: [Block] = [],
    spans: [Span] = [],
    comments: [Comment] = [],
    authors: [Author] = [],
    badges: [TextRange] = [],
    opening: Comment? = nil,
    missingComments: MissingComments? = nil,
    continuations: [Continuation] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.text = text
    self.source = source
    self.article = article
    self.blocks = blocks
    self.spans = spans
    self.comments = comments
    self.authors = authors
    self.badges = badges
    self.opening = opening
    self.missingComments = missingComments
    self.continuations = continuations
    self.diagnostics = diagnostics
  }
}

/// Where a document comes from and which format read it.
public struct Source: Hashable, Sendable {
  /// The format's name, as `skein formats` lists it.
  public let format: String
  /// The file or address that was read, as it was given.
  public let location: String
  /// The page's own address, if known.
  public let url: String?

  /// A source.
  public init(format: String, location: String, url: String? = nil) {
    self.format = format
    self.location = location
    self.url = url
  }
}

/// The article that is discussed.
public struct Article: Hashable, Sendable {
  /// The title, empty if there is none.
  public let title: TextRange
  /// The author's name alone, empty if unknown.
  public let author: TextRange
  /// The line that names the author, empty if there is none.
  public let byline: TextRange
  /// When it was published.
  public let date: Timestamp?
  /// The points that readers gave it, `nil` if the source states none.
  public let score: Int?
  /// The article's own address, empty if unknown.
  public let url: TextRange
  /// Its text: indices into `Document.blocks`.
  public let blocks: Range<Int32>

  /// An article.
  public init(
    title: TextRange = .empty,
    author: TextRange = .empty,
    byline: TextRange = .empty,
    date: Timestamp? = nil,
    score: Int? = nil,
    url: TextRange = .empty,
    blocks: Range<Int32> = 0..<0
  ) {
    self.title = title
    self.author = author
    self.byline = byline
    self.date = date
    self.score = score
    self.url = url
    self.blocks = blocks
  }
}

/// An author of comments.
public struct Author: Hashable, Sendable {
  /// The name.
  public let name: TextRange
  /// The number of comments by the author, stated or inferred.
  public let commentCount: Int

  /// An author.
  public init(name: TextRange, commentCount: Int) {
    self.name = name
    self.commentCount = commentCount
  }
}

/// Comments that a page mentions but does not hold.
public struct MissingComments: Hashable, Sendable {
  /// The number of comments that the page states, `nil` if it states none.
  public let declared: Int?
  /// The service whose script loads them, such as `disqus`.
  public let loadedFrom: String?

  /// Missing comments.
  public init(declared: Int? = nil, loadedFrom: String? = nil) {
    self.declared = declared
    self.loadedFrom = loadedFrom
  }
}

/// Something the parser noticed: a guess, or content it could not read.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// Worth knowing.
    case note
    /// Something may be wrong or missing.
    case warning
  }

  /// How much it matters.
  public let severity: Severity
  /// What was noticed, as a message to the user.
  public let message: String
  /// The source lines it is about, counted from 1.
  public let lines: ClosedRange<Int>?

  /// A diagnostic.
  public init(_ severity: Severity, _ message: String, lines: ClosedRange<Int>? = nil) {
    self.severity = severity
    self.message = message
    self.lines = lines
  }
}
