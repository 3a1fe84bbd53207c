import DocumentModel

/// What a source says about who a comment answers.
public enum ReplyReference: Hashable, Sendable {
  /// Nothing; it may start a thread, or the source may have lost the line that said more.
  case unstated
  /// It starts a thread.
  case root
  /// It answers somebody of this name.
  case author(TextRange)
  /// It answers the comment with this id of the source's own.
  case comment(id: TextRange)
  /// It answers the draft with this index, in whose mark-up it is nested.
  case draft(Int)
  /// It stands so deep; roots at 0.
  case depth(Int)
}

/// One comment as a format read it, in page order.
public struct CommentDraft: Sendable {
  /// What the source says about who is answered.
  public var reference: ReplyReference
  /// The name the source gives for who is answered, where `reference` does not hold it.
  public var replyTo: TextRange
  /// The author's name, empty if the source gives none.
  public var author: TextRange
  /// The author's address, empty if unknown.
  public var authorURL: TextRange
  /// Whether the writer of the article wrote it.
  public var isByArticleAuthor: Bool
  /// When it was written.
  public var date: Timestamp?
  /// The date as the source words it.
  public var dateText: TextRange
  /// The source's own id.
  public var sourceID: TextRange
  /// The comment's own address.
  public var url: TextRange
  /// Whether its text is there.
  public var state: CommentState
  /// Whether the source cut its text short.
  public var isTruncated: Bool
  /// Its blocks, as `DocumentBuilder` numbered them.
  public var blocks: Range<Int32>
  /// The source lines, from 1, half open.
  public var lines: Range<Int32>

  /// A comment of which only what is given is known.
  public init(
    reference: ReplyReference = .unstated,
    replyTo: TextRange = .empty,
    author: TextRange = .empty,
    authorURL: TextRange = .empty,
    isByArticleAuthor: Bool = false,
    date: Timestamp? = nil,
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
    self.date = date
    self.dateText = dateText
    self.sourceID = sourceID
    self.url = url
    self.state = state
    self.isTruncated = isTruncated
    self.blocks = blocks
    self.lines = lines
  }

  /// The comment, not yet in its place nor signed.
  var comment: Comment {
    var comment = Comment(parent: nil, depth: 0)
    comment.state = state
    comment.isTruncated = isTruncated
    comment.isByArticleAuthor = isByArticleAuthor
    comment.date = date
    comment.dateText = dateText
    comment.replyTo = if case .author(let name) = reference { name } else { replyTo }
    if case .comment(let id) = reference { comment.replyToID = id }
    comment.sourceID = sourceID
    comment.url = url
    comment.authorURL = authorURL
    comment.blocks = blocks
    comment.lines = lines
    return comment
  }
}
