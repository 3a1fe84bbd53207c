import DocumentModel

/// Builds a document from what a format reads.
///
/// A format whose text appears in the source as it is shown builds *over* the source and passes ranges
/// of it. A format that has to decode or join text *appends* it; appended text is sanitised.
public struct DocumentBuilder {
  /// The article's title.
  public var title = TextRange.empty
  /// The article's author.
  public var articleAuthor = TextRange.empty
  /// The line that names the author.
  public var byline = TextRange.empty
  /// When the article was published.
  public var articleDate: Timestamp?
  /// The points that readers gave the article.
  public var articleScore: Int?
  /// The article's own address.
  public var articleURL = TextRange.empty
  /// The comments that the page mentions but does not hold.
  public var missingComments: MissingComments?
  /// The number of comments that the page states; if it exceeds those added, the document says that
  /// comments are missing.
  public var declaredCount: Int?
  /// The links to what the source lacks; their comments are indices in the order of adding.
  public var continuations: [Continuation] = []
  /// What was odd, or guessed.
  public var diagnostics: [Diagnostic]

  /// The most bytes of a title or a name above the article; it is laid out whole for every screen.
  private static let fieldLimit = 1 << 15

  private(set) var blocks: [Block] = []
  private(set) var spans: [Span] = []
  private var articleBlocks: Range<Int32> = 0..<0
  private var assembly = CommentAssembly()
  private let source: SourceText
  /// The text of the source, for a builder over it.
  private var text: TextArena?
  private let format: String
  private var appended: [UInt8]?

  /// A builder whose ranges of text are ranges of `source`.
  public init(over source: SourceText, format: String) {
    self.init(source, format)
    text = source.text
  }

  /// A builder to which all text is appended.
  public init(appendingFrom source: SourceText, format: String) {
    self.init(source, format)
    appended = []
  }

  private init(_ source: SourceText, _ format: String) {
    self.source = source
    self.format = format
    diagnostics = source.diagnostics
  }

  /// Appends text and returns its range; only for a builder made with `appendingFrom`.
  public mutating func append(_ bytes: UnsafeRawBufferPointer) -> TextRange {
    precondition(appended != nil, "a builder over its source takes no further text")
    var text = appended.take() ?? []
    let start = text.count
    TextSanitizer.append(bytes, to: &text)
    let range = TextRange(start, text.count)
    appended = text
    return range
  }

  /// Adds a block and the spans inside it.
  public mutating func add(_ block: Block, spans inside: [Span] = []) {
    guard !inside.isEmpty else { return blocks.append(block) }
    let first = Int32(spans.count)
    spans.append(contentsOf: inside)
    blocks.append(block.moved(to: block.text, spans: first..<Int32(spans.count)))
  }

  /// Changes the blocks from `first` on, which the caller has added; `change` gets them and the bytes that
  /// their texts are ranges of.
  package mutating func revise(
    from first: Int32,
    _ change: (inout ArraySlice<Block>, UnsafeRawBufferPointer) -> Void
  ) {
    guard first < blockCount else { return }
    if let appended {
      appended.withUnsafeBytes { change(&blocks[Int(first)...], $0) }
    } else {
      text?.withBytes { change(&blocks[Int(first)...], $0) }
    }
  }

  /// The number of blocks so far: the index of the next one.
  public var blockCount: Int32 { Int32(blocks.count) }

  /// Ends the article: all blocks added so far are its text.
  ///
  /// Call it before adding comments.
  public mutating func endArticle() { articleBlocks = 0..<blockCount }

  /// The number of comments so far.
  public var commentCount: Int { assembly.count }

  /// Reserves memory for `comments` comments.
  public mutating func reserve(comments: Int) {
    assembly.reserve(comments)
    blocks.reserveCapacity(blocks.count + comments * 2)
  }

  /// Adds a comment; its text and blocks must have been added.
  public mutating func add(_ draft: CommentDraft) {
    let article = commentCount == 0 ? articleAuthor : nil
    assemble { assembly, bytes in
      if let article { assembly.setArticleAuthor(Self.bounded(article, in: bytes), in: bytes) }
      assembly.add(draft, in: bytes)
    }
  }

  private mutating func assemble(
    _ body: (inout CommentAssembly, UnsafeRawBufferPointer) -> Void
  ) {
    if let appended {
      appended.withUnsafeBytes { body(&assembly, $0) }
    } else {
      text?.withBytes { body(&assembly, $0) }
    }
  }

  /// Resolves threads and authors and returns the document.
  public consuming func finish() -> Document {
    boundFields()
    let article = articleAuthor
    assemble { $0.setArticleAuthor(article, in: $1) }
    let storage = appended.map { TextArena(TextStorage(copying: $0)) } ?? text ?? source.text
    let threads = assembly.assemble(
      source.policies[ThreadPolicy.self],
      countsRules: source.decisions != nil
    )
    note(threads.placed)
    let held = declaredCount == nil ? 0 : threads.comments.count(where: \.state.isComment)
    let missing = declaredCount.flatMap { $0 > held ? MissingComments(declared: $0) : nil }
    return Document(
      text: storage,
      source: Source(format: format, location: source.location, url: source.url),
      article: Article(
        title: title,
        author: articleAuthor,
        byline: byline,
        date: articleDate,
        score: articleScore,
        url: articleURL,
        blocks: articleBlocks
      ),
      blocks: blocks,
      spans: spans,
      comments: threads.comments,
      authors: threads.authors,
      badges: threads.badges,
      opening: threads.opening,
      missingComments: missingComments ?? missing,
      continuations: continuations.map { continuation in
        var placed = continuation
        placed.comment = continuation.comment.flatMap { threads.place(ofDraft: $0.index) }
        return placed
      },
      diagnostics: diagnostics + threads.diagnostics
    )
  }

  /// Cuts the fields above the article to `fieldLimit`, and says so.
  private mutating func boundFields() {
    let stated = (title, articleAuthor, byline)
    var bounded = stated
    assemble { _, bytes in
      bounded.0 = Self.bounded(stated.0, in: bytes)
      bounded.1 = Self.bounded(stated.1, in: bytes)
      bounded.2 = Self.bounded(stated.2, in: bytes)
    }
    (title, articleAuthor, byline) = bounded
    if title != stated.0 { diagnostics.append(.isCut("title", atBytes: Self.fieldLimit)) }
    if articleAuthor != stated.1 || byline != stated.2 {
      diagnostics.append(.isCut("author", atBytes: Self.fieldLimit))
    }
  }

  private static func bounded(_ field: TextRange, in bytes: UnsafeRawBufferPointer) -> TextRange {
    guard field.count > fieldLimit else { return field }
    var end = Int(field.start) + fieldLimit
    while end > Int(field.start), bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return TextRange(Int(field.start), end)
  }

  /// Notes how many comments each thread rule placed.
  private func note(_ placed: [(rule: ThreadRule, count: Int)]) {
    for (rule, count) in placed {
      source.decisions?.note(
        "threads",
        rule.row.name,
        "rule \(rule.rawValue): \(count) comments by \(rule.row.considers)",
        isMet: count > 0
      )
    }
  }
}
