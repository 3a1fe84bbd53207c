import DocumentModel

/// A comment written down in a test, with the answers under it.
public struct CommentLiteral: Sendable {
  /// Who wrote it, `nil`: unknown.
  public var author: String?
  /// Its blocks.
  public var blocks: [BlockLiteral]
  /// When, in minutes after the first moment.
  public var minutes: Int64
  /// Whether the site cut it.
  public var isTruncated = false
  /// Whether its author was worked out.
  public var isInferred = false
  /// Whether the article's author wrote it.
  public var isByArticleAuthor = false
  /// Whether its text is there.
  public var state = CommentState.shown
  /// Its address.
  public var url = ""
  /// The source's own id.
  public var id = ""
  /// The points that readers gave it.
  public var score: Int?
  /// What the site says of it in a few words each.
  public var badges: [String] = []
  /// When it was edited, in minutes after the first moment.
  public var edited: Int64?
  /// Whether it answers the post that opens the discussion.
  public var answersOpening = false
  /// When, in the words of the page, in place of a moment.
  public var dateText = ""
  /// Whom it answers, though nobody of that name is there.
  public var replyTo = ""
  /// The id of what it answers, though that is not there.
  public var replyToID = ""
  /// The answers to it.
  public var replies: [CommentLiteral]

  /// A comment by `author`, `minutes` after 2024-05-01T08:00; each text is a paragraph.
  public init(
    _ author: String?,
    _ text: String...,
    at minutes: Int64 = 0,
    cut: Bool = false,
    inferred: Bool = false,
    byArticleAuthor: Bool = false,
    state: CommentState = .shown,
    url: String = "",
    id: String = "",
    score: Int? = nil,
    badges: [String] = [],
    edited: Int64? = nil,
    answersOpening: Bool = false,
    dateText: String = "",
    replyTo: String = "",
    replyToID: String = "",
    replies: [CommentLiteral] = []
  ) {
    self.author = author
    blocks = text.map { text in
      let depth = text.prefix { $0 == ">" }.count
      return BlockLiteral(.paragraph, text, quoteDepth: UInt8(clamping: depth))
    }
    self.minutes = minutes
    isTruncated = cut
    isInferred = inferred
    isByArticleAuthor = byArticleAuthor
    self.state = state
    self.url = url
    self.id = id
    self.score = score
    self.badges = badges
    self.edited = edited
    self.answersOpening = answersOpening
    self.dateText = dateText
    self.replyTo = replyTo
    self.replyToID = replyToID
    self.replies = replies
  }
}

extension CommentLiteral {
  /// A comment by `author` of other blocks than paragraphs.
  public init(_ author: String?, blocks: [BlockLiteral], replies: [CommentLiteral] = []) {
    self.init(author, replies: replies)
    self.blocks = blocks
  }
}

/// A link or a picture in a block written down in a test: its first words that are `text`.
public struct SpanLiteral: Sendable {
  let kind: Span.Kind
  let text: String
  let url: String

  /// A span of `kind`.
  public init(_ kind: Span.Kind, _ text: String, url: String) {
    self.kind = kind
    self.text = text
    self.url = url
  }
}

/// A block of an article written down in a test.
public struct BlockLiteral: Sendable, ExpressibleByStringLiteral {
  /// What it is.
  public var kind = Block.Kind.paragraph
  /// Its level.
  public var level: UInt8 = 0
  /// How many quotations it stands in.
  public var quoteDepth: UInt8 = 0
  /// Its text.
  public var text: String
  /// Its links and pictures, besides words that begin with `http`.
  public var spans: [SpanLiteral] = []

  /// A paragraph.
  public init(stringLiteral text: String) { self.text = text }

  /// A block of `kind`.
  public init(
    _ kind: Block.Kind,
    _ text: String,
    level: UInt8 = 0,
    quoteDepth: UInt8 = 0,
    spans: [SpanLiteral] = []
  ) {
    self.kind = kind
    self.text = text
    self.level = level
    self.quoteDepth = quoteDepth
    self.spans = spans
  }
}

extension Document {
  /// A document written down in a test; words that begin with `http` become links,
  /// those in `||` spoilers.
  public static func literal(
    title: String = "A bridge of stone",
    author: String = "",
    byline: String = "",
    date: Timestamp? = nil,
    url: String = "",
    article: [BlockLiteral] = ["It stands where the river is narrow."],
    opening: CommentLiteral? = nil,
    comments: [CommentLiteral] = [],
    missingComments: MissingComments? = nil,
    continuations: [Continuation] = [],
    format: String = "literal"
  ) -> Document {
    var maker = DocumentMaker(format: format)
    return maker.document(
      title: title,
      author: author,
      byline: byline,
      date: date,
      url: url,
      article: article,
      opening: opening,
      comments: comments,
      missingComments: missingComments,
      continuations: continuations
    )
  }
}

private struct DocumentMaker {
  let format: String
  var bytes: [UInt8] = []
  var blocks: [Block] = []
  var spans: [Span] = []
  var comments: [Comment] = []
  var authors: [(name: TextRange, count: Int)] = []
  var badges: [TextRange] = []
  var known: [String: Int] = [:]

  mutating func document(
    title: String,
    author: String,
    byline: String,
    date: Timestamp?,
    url: String,
    article: [BlockLiteral],
    opening: CommentLiteral?,
    comments literals: [CommentLiteral],
    missingComments: MissingComments?,
    continuations: [Continuation]
  ) -> Document {
    let title = add(title)
    let author = add(author)
    let byline = add(byline)
    let url = add(url)
    for block in article { add(block) }
    let articleBlocks = 0..<Int32(blocks.count)
    for literal in literals { add(literal, parent: nil, depth: 0) }
    let post = opening.map { comment($0, parent: nil, depth: 0, subtreeSize: 1) }
    return Document(
      text: TextArena(TextStorage(copying: bytes)),
      source: Source(format: format, location: "test"),
      article: Article(
        title: title,
        author: author,
        byline: byline,
        date: date,
        score: opening?.score,
        url: url,
        blocks: articleBlocks
      ),
      blocks: blocks,
      spans: spans,
      comments: comments,
      authors: authors.map { Author(name: $0.name, commentCount: $0.count) },
      badges: badges,
      opening: post,
      missingComments: missingComments,
      continuations: continuations
    )
  }

  private mutating func add(_ text: String) -> TextRange {
    let start = bytes.count
    bytes += text.utf8
    defer { bytes.append(0x0A) }
    return TextRange(start, bytes.count)
  }

  private mutating func add(_ literal: BlockLiteral) {
    let text = add(literal.text)
    let first = Int32(spans.count)
    var offset = Int(text.start)
    for word in literal.text.split(separator: " ", omittingEmptySubsequences: false) {
      let length = word.utf8.count
      if word.hasPrefix("http") {
        let range = TextRange(offset, offset + length)
        spans.append(Span(.link, text: range, url: range))
      } else if word.hasPrefix("||") {
        spans.append(Span(.spoiler, text: TextRange(offset, offset + length)))
      }
      offset += length + 1
    }
    for span in literal.spans {
      guard let found = literal.text.firstRange(of: span.text) else { continue }
      let start =
        Int(text.start)
        + literal.text.utf8.distance(
          from: literal.text.startIndex,
          to: found.lowerBound
        )
      let range = TextRange(start, start + span.text.utf8.count)
      spans.append(Span(span.kind, text: range, url: add(span.url)))
    }
    blocks.append(
      Block(
        literal.kind,
        level: literal.level,
        quoteDepth: literal.quoteDepth,
        text: text,
        spans: first..<Int32(spans.count)
      )
    )
  }

  private mutating func add(_ literal: CommentLiteral, parent: CommentID?, depth: Int) {
    let id = CommentID(comments.count)
    let author = literal.author.map { authorID($0) }
    let first = Int32(blocks.count)
    for block in literal.blocks { add(block) }
    var comment = comment(literal, parent: parent, depth: depth, subtreeSize: 1)
    if let author { comment.sign(author, literal.isInferred ? .inferred : .stated) }
    comment.blocks = first..<first + Int32(literal.blocks.count)
    comment.lines = Int32(id.index * 4 + 1)..<Int32(id.index * 4 + 4)
    comments.append(comment)
    for reply in literal.replies { add(reply, parent: id, depth: depth + 1) }
    comments[id.index].place(
      under: parent,
      comment.replyLink,
      depth: depth,
      subtreeSize: comments.count - id.index
    )
  }

  /// The comment without its author and its text.
  private mutating func comment(
    _ literal: CommentLiteral,
    parent: CommentID?,
    depth: Int,
    subtreeSize: Int
  ) -> Comment {
    let isRoot = literal.replyTo.isEmpty && literal.replyToID.isEmpty
    let start: Int64 = 1_714_550_400
    let firstBadge = Int32(badges.count)
    for badge in literal.badges { badges.append(add(badge)) }
    return Comment(
      parent: parent,
      depth: depth,
      subtreeSize: subtreeSize,
      replyLink: parent != nil
        ? .stated : literal.answersOpening ? .opening : isRoot ? .root : .unresolved,
      state: literal.state,
      isTruncated: literal.isTruncated,
      isByArticleAuthor: literal.isByArticleAuthor,
      score: literal.score,
      date: literal.state == .headerless || !literal.dateText.isEmpty
        ? nil : Timestamp(wallClock: start + literal.minutes * 60, precision: .minute),
      edited: literal.edited.map { Timestamp(wallClock: start + $0 * 60, precision: .minute) },
      dateText: add(literal.dateText),
      replyTo: add(literal.replyTo),
      replyToID: add(literal.replyToID),
      sourceID: add(literal.id),
      url: add(literal.url),
      badges: firstBadge..<Int32(badges.count)
    )
  }

  private mutating func authorID(_ name: String) -> AuthorID {
    if let index = known[name] {
      authors[index].count += 1
      return AuthorID(index)
    }
    known[name] = authors.count
    authors.append((add(name), 1))
    return AuthorID(authors.count - 1)
  }
}
