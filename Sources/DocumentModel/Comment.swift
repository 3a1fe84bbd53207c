/// The index of a comment in the document; 0 is the first on the page.
public struct CommentID: Hashable, Comparable, Sendable {
  /// The index into `Document.comments`.
  public let index: Int

  /// The comment at `index`.
  @inlinable
  public init(_ index: Int) { self.index = index }

  /// The order of the page.
  public static func < (left: CommentID, right: CommentID) -> Bool { left.index < right.index }
}

/// The index of an author in the document.
public struct AuthorID: Hashable, Sendable {
  /// The index into `Document.authors`.
  public let index: Int

  /// The author at `index`.
  @inlinable
  public init(_ index: Int) { self.index = index }
}

/// How certain the parent of a comment is.
public enum ReplyLink: UInt8, Sendable, CaseIterable {
  /// It starts a thread.
  case root
  /// The source says so: by nesting, ids, or a name that only one comment can have.
  case stated
  /// Inferred from names, dates and order.
  case inferred
  /// It is a reply, but its parent is not on the page; it is shown as a root.
  case unresolved
  /// It answers the post that opens the discussion, whose text is the article; it is shown as a root.
  case opening
  /// Nothing says whether it answers the article or another comment; it is shown as a root.
  case assumedRoot

  /// Whether a comment with this link stands at the top of a thread.
  @inlinable
  public var isRoot: Bool {
    switch self {
    case .root, .unresolved, .opening, .assumedRoot: true
    case .stated, .inferred: false
    }
  }
}

/// How certain the author of a comment is.
public enum Authorship: UInt8, Sendable, CaseIterable {
  /// The source names the author.
  case stated
  /// Inferred from other comments.
  case inferred
  /// The author is unknown.
  case unknown
}

/// What a document holds of a comment.
public enum CommentState: UInt8, Sendable, CaseIterable {
  /// Its text.
  case shown
  /// Nothing: it was deleted; its replies may remain.
  case deleted
  /// Its text, which waits for a moderator.
  case pending
  /// Nothing: it stands for comments that exist but are not in this source.
  case placeholder
  /// A notice that another page links here (a pingback or trackback).
  case ping
  /// Nothing: it opens the discussion, like the first post in a forum; its text is the article.
  ///
  /// It is `Document.opening` and not among the comments.
  case opening
  /// Text of the discussion without a header: its authors, and the number of comments it holds, are
  /// unknown.
  ///
  /// It comes before all comments and has no replies.
  case headerless
}

/// One comment; the comments of a document are in pre-order, each followed by its subtree.
public struct Comment: Hashable, Sendable {
  @usableFromInline var parentIndex: Int32
  @usableFromInline var authorIndex: Int32
  @usableFromInline var subtree: Int32
  @usableFromInline var depthFromRoot: UInt16
  @usableFromInline var points: Int32
  /// How certain the parent is.
  public var replyLink: ReplyLink
  /// How certain the author is.
  public var authorship: Authorship
  /// What the document holds of it.
  public var state: CommentState
  /// Whether the source cut its text short.
  public var isTruncated: Bool
  /// Whether it is by the author of the article.
  public var isByArticleAuthor: Bool
  /// When it was written, if the source gives the day or better.
  public var date: Timestamp?
  /// When it was last edited, if the source says.
  public var edited: Timestamp?
  /// The date in the words of the source, empty if there is none.
  public var dateText: TextRange
  /// The name that the source gives for the author of the parent, empty if there is none.
  public var replyTo: TextRange
  /// The id that the source gives for the parent, if that is not on the page; otherwise empty.
  public var replyToID: TextRange
  /// The source's own id, empty if there is none.
  public var sourceID: TextRange
  /// The comment's own address, empty if unknown.
  public var url: TextRange
  /// The author's address, empty if unknown.
  public var authorURL: TextRange
  /// Its text: indices into `Document.blocks`.
  public var blocks: Range<Int32>
  /// What the site says of its author or of it in a few words: indices into `Document.badges`.
  public var badges: Range<Int32>
  /// The source lines it was read from, counted from 1, as a half-open range; empty if unknown.
  public var lines: Range<Int32>

  /// A comment; `parent` must be an earlier one.
  @inlinable
  public init(
    parent: CommentID?,
    depth: Int,
    subtreeSize: Int = 1,
    author: AuthorID? = nil,
    authorship: Authorship = .unknown,
    replyLink: ReplyLink = .root,
    state: CommentState = .shown,
    isTruncated: Bool = false,
    isByArticleAuthor: Bool = false,
    score: Int? = nil,
    date: Timestamp? = nil,
    edited: Timestamp? = nil,
    dateText: TextRange = .empty,
    replyTo: TextRange = .empty,
    replyToID: TextRange = .empty,
    sourceID: TextRange = .empty,
    url: TextRange = .empty,
    authorURL: TextRange = .empty,
    blocks: Range<Int32> = 0..<0,
    badges: Range<Int32> = 0..<0,
    lines: Range<Int32> = 0..<0
  ) {
    points = .min
    parentIndex = parent.map { Int32($0.index) } ?? -1
    authorIndex = author.map { Int32($0.index) } ?? -1
    subtree = Int32(subtreeSize)
    depthFromRoot = UInt16(clamping: depth)
    self.replyLink = replyLink
    self.authorship = authorship
    self.state = state
    self.isTruncated = isTruncated
    self.isByArticleAuthor = isByArticleAuthor
    self.date = date
    self.edited = edited
    self.dateText = dateText
    self.replyTo = replyTo
    self.replyToID = replyToID
    self.sourceID = sourceID
    self.url = url
    self.authorURL = authorURL
    self.blocks = blocks
    self.badges = badges
    self.lines = lines
    self.score = score
  }

  /// Places the comment below `parent`, an earlier comment, or as a root.
  @inlinable
  public mutating func place(
    under parent: CommentID?,
    _ link: ReplyLink,
    depth: Int,
    subtreeSize: Int
  ) {
    parentIndex = parent.map { Int32($0.index) } ?? -1
    depthFromRoot = UInt16(clamping: depth)
    subtree = Int32(subtreeSize)
    replyLink = link
  }

  /// Sets the author and how certain it is.
  @inlinable
  public mutating func sign(_ author: AuthorID, _ authorship: Authorship) {
    authorIndex = Int32(author.index)
    self.authorship = authorship
  }

  /// The comment it replies to, always an earlier one; `nil` for a root.
  @inlinable
  public var parent: CommentID? { parentIndex < 0 ? nil : CommentID(Int(parentIndex)) }
  /// The author, stated or inferred; `nil` if unknown.
  @inlinable
  public var author: AuthorID? { authorIndex < 0 ? nil : AuthorID(Int(authorIndex)) }
  /// The number of comments in its subtree, including itself.
  @inlinable
  public var subtreeSize: Int { Int(subtree) }
  /// The distance from the root of its thread, 65,535 at most; 0 for a root.
  @inlinable
  public var depth: Int { Int(depthFromRoot) }
  /// The points that readers gave it, `nil` if the source states none; clamped to 32 bits.
  @inlinable
  public var score: Int? {
    get { points == .min ? nil : Int(points) }
    set { points = newValue.map { max(-Int32.max, Int32(clamping: $0)) } ?? .min }
  }
  /// Whether its text was lost: the source shows that it was written and ends before it, or left it
  /// out.
  ///
  /// A text that the site cut short is not lost; `isTruncated` tells of it.
  @inlinable
  public var isTextLost: Bool { state == .shown && blocks.isEmpty && !isTruncated }
}
