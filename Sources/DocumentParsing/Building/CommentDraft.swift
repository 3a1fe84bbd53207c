import DocumentModel

/// What a source says about the parent of a comment.
public enum ReplyReference: Hashable, Sendable {
  /// Nothing: it may be a root, or the source may have lost the line that named the parent.
  case unstated
  /// It starts a thread.
  case root
  /// It replies to an author of this name.
  case author(TextRange)
  /// It replies to the comment with this id, which is the source's own.
  case comment(id: TextRange)
  /// It replies to the draft with this index, in whose mark-up it is nested.
  case draft(Int)
  /// Its depth; roots have 0.
  case depth(Int)
  /// Its depth as far as the source shows it, which may print deeper levels alike.
  case likelyDepth(Int)
  /// Nothing, in a source that lost whom its comments answer.
  case lost
}

/// One comment as a format read it, in page order.
public struct CommentDraft: Sendable {
  /// What the source says about the parent.
  public var reference: ReplyReference
  /// The name that the source gives for the author of the parent, if `reference` does not hold it.
  public var replyTo: TextRange
  /// The author's name, empty if the source gives none.
  public var author: TextRange
  /// Whether the name was concluded rather than read where the source prints names.
  public var isAuthorInferred = false
  /// The author's address, empty if unknown.
  public var authorURL: TextRange
  /// Whether it is by the author of the article.
  public var isByArticleAuthor: Bool
  /// The points that readers gave it, `nil` if the source states none.
  public var score: Int?
  /// What the site says of it or of its author in a few words each: flair, ranks, roles.
  public var badges: [TextRange]
  /// When it was written.
  public var date: Timestamp?
  /// When it was last edited.
  public var edited: Timestamp?
  /// The date in the words of the source.
  public var dateText: TextRange
  /// The source's own id.
  public var sourceID: TextRange
  /// The comment's own address.
  public var url: TextRange
  /// What the source holds of it.
  public var state: CommentState
  /// Whether the source cut its text short.
  public var isTruncated: Bool
  /// Its blocks, as `DocumentBuilder` numbered them.
  public var blocks: Range<Int32>
  /// The source lines, counted from 1, as a half-open range.
  public var lines: Range<Int32>

  /// A draft of what is known of a comment.
  public init(
    reference: ReplyReference = .unstated,
    replyTo: TextRange = .empty,
    author: TextRange = .empty,
    authorURL: TextRange = .empty,
    isByArticleAuthor: Bool = false,
    score: Int? = nil,
    badges: [TextRange] = [],
    date: Timestamp? = nil,
    edited: Timestamp? = nil,
    dateText: TextRange = .empty,
    sourceID: TextRange = .empty,
    url: TextRange = .empty,
    state: CommentState = .shown,
    isTruncated: Bool = false,
    blocks: Range<Int32> = 0..<0,
    lines: Range<Int32> = 0..<0
  ) {
    self.reference = reference
    self.replyTo = replyTo
    self.author = author
    self.authorURL = authorURL
    self.isByArticleAuthor = isByArticleAuthor
    self.score = score
    self.badges = badges
    self.date = date
    self.edited = edited
    self.dateText = dateText
    self.sourceID = sourceID
    self.url = url
    self.state = state
    self.isTruncated = isTruncated
    self.blocks = blocks
    self.lines = lines
  }

  /// The comment, not yet in its place nor signed, and without its badges.
  var comment: Comment {
    var comment = Comment(parent: nil, depth: 0)
    comment.state = state
    comment.isTruncated = isTruncated
    comment.isByArticleAuthor = isByArticleAuthor
    comment.score = score
    comment.date = date
    comment.edited = edited
    comment.dateText = dateText
    comment.replyTo = if case .author(let name) = reference { name } else { replyTo }
    if case .comment(let id) = reference { comment.replyToID = id }
    comment.sourceID = sourceID
    comment.url = url
    comment.authorURL = authorURL
    comment.blocks = blocks
    comment.lines = lines
    if isAuthorInferred { comment.authorship = .inferred }
    return comment
  }
}
