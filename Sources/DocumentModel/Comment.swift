/// A comment's place in the document: 0 is the first on the page.
public struct CommentID: Hashable, Comparable, Sendable {
  /// The index into `Document.comments`.
  public let index: Int

  /// The comment at `index`.
  @inlinable
  public init(_ index: Int) { self.index = index }

  /// Orders as on the page.
  public static func < (left: CommentID, right: CommentID) -> Bool { left.index < right.index }
}

/// Somebody who wrote comments: an index into `Document.authors`.
public struct AuthorID: Hashable, Sendable {
  /// The index into `Document.authors`.
  public let index: Int

  /// The author at `index`.
  @inlinable
  public init(_ index: Int) { self.index = index }
}

/// How sure it is under which comment a comment stands.
public enum ReplyLink: UInt8, Sendable, CaseIterable {
  /// It starts a thread.
  case root
  /// The source says so: by nesting, ids, or a reply name that one comment alone can mean.
  case stated
  /// Worked out from names, dates and order.
  case inferred
  /// It answers somebody, but the comment answered is not there; it stands as a root.
  case unresolved
}

/// How sure it is who wrote a comment.
public enum Authorship: UInt8, Sendable, CaseIterable {
  /// The source names the author.
  case stated
  /// Worked out from what other comments say.
  case inferred
  /// Nothing tells.
  case unknown
}

/// Whether a comment's text is there to be read.
public enum CommentState: UInt8, Sendable, CaseIterable {
  /// It is.
  case shown
  /// It was taken down; its replies may still stand.
  case deleted
  /// It waits for a moderator.
  case pending
  /// It exists but this source does not hold it.
  case placeholder
  /// A notice that another page links here.
  case ping
  /// It opens the discussion, as the first post of a forum does; its text is the article.
  case opening
  /// It is no comment but text of the discussion without a header above it: whose it is, and how
  /// many comments it holds, cannot be told.
  ///
  /// It stands before all comments, and nothing answers it.
  case headerless
}

/// One comment; the document's comments stand in pre-order, so the tree is arithmetic.
public struct Comment: Hashable, Sendable {
  @usableFromInline var parentIndex: Int32
  @usableFromInline var authorIndex: Int32
  @usableFromInline var subtree: Int32
  @usableFromInline var depthFromRoot: UInt16
  /// How sure the parent is.
  public var replyLink: ReplyLink
  /// How sure the author is.
  public var authorship: Authorship
  /// Whether its text is there to be read.
  public var state: CommentState
  /// Whether the source cut its text short.
  public var isTruncated: Bool
  /// Whether the writer of the article wrote it.
  public var isByArticleAuthor: Bool
  /// When it was written, if the source tells to the day or better.
  public var date: Timestamp?
  /// The date as the source words it, empty if it gives none.
  public var dateText: TextRange
  /// The name the source gives for who is answered, empty if none.
  public var replyTo: TextRange
  /// The id the source gives for what is answered, where that is not there; else empty.
  public var replyToID: TextRange
  /// The source's own id, empty if it has none.
  public var sourceID: TextRange
  /// The comment's own address, empty if unknown.
  public var url: TextRange
  /// The author's address, empty if unknown.
  public var authorURL: TextRange
  /// Its text: indices into `Document.blocks`.
  public var blocks: Range<Int32>
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
    date: Timestamp? = nil,
    dateText: TextRange = .empty,
    replyTo: TextRange = .empty,
    replyToID: TextRange = .empty,
    sourceID: TextRange = .empty,
    url: TextRange = .empty,
    authorURL: TextRange = .empty,
    blocks: Range<Int32> = 0..<0,
    lines: Range<Int32> = 0..<0
  ) {
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
    self.dateText = dateText
    self.replyTo = replyTo
    self.replyToID = replyToID
    self.sourceID = sourceID
    self.url = url
    self.authorURL = authorURL
    self.blocks = blocks
    self.lines = lines
  }

  /// Puts the comment in its place: under `parent`, an earlier one, or as a root.
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

  /// Notes who wrote the comment and how sure that is.
  @inlinable
  public mutating func sign(_ author: AuthorID, _ authorship: Authorship) {
    authorIndex = Int32(author.index)
    self.authorship = authorship
  }

  /// The comment this one answers; always an earlier one.
  ///
  /// `nil`: it starts a thread.
  @inlinable
  public var parent: CommentID? { parentIndex < 0 ? nil : CommentID(Int(parentIndex)) }
  /// Who wrote it, stated or inferred.
  @inlinable
  public var author: AuthorID? { authorIndex < 0 ? nil : AuthorID(Int(authorIndex)) }
  /// How many comments the subtree holds, this one included.
  @inlinable
  public var subtreeSize: Int { Int(subtree) }
  /// How far it is from the root of its thread; roots are 0.
  ///
  /// Stops counting at 65,535.
  @inlinable
  public var depth: Int { Int(depthFromRoot) }
}
