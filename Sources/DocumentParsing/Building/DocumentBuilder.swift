import DocumentModel

/// Collects what a format reads and makes the document of it.
///
/// Two ways to hold the text: a format whose text stands in the source as it is shown works *over*
/// the source and hands in ranges of it; one that has to unescape or join pieces *appends* its text,
/// which is sanitised on the way.
public struct DocumentBuilder {
  /// The article's title.
  public var title = TextRange.empty
  /// The article's author.
  public var articleAuthor = TextRange.empty
  /// The line that names the author.
  public var byline = TextRange.empty
  /// When the article was published.
  public var articleDate: Timestamp?
  /// The article's own address.
  public var articleURL = TextRange.empty
  /// Comments the page knows of but does not hold.
  public var missingComments: MissingComments?
  /// How many comments the page says there are, for a format that cannot tell by itself whether it
  /// holds them all; `nil` if it does not say.
  public var declaredCount: Int?
  /// The ways to more than the source holds; their comments are counted in the order of adding.
  public var continuations: [Continuation] = []
  /// What was odd, or guessed.
  public var diagnostics: [Diagnostic]

  private(set) var blocks: [Block] = []
  private(set) var spans: [Span] = []
  private var articleBlocks: Range<Int32> = 0..<0
  private var assembly = CommentAssembly()
  private let source: SourceText
  private let format: String
  private var appended: [UInt8]?

  /// A builder whose ranges of text are ranges of `source`.
  public init(over source: SourceText, format: String) {
    self.source = source
    self.format = format
    diagnostics = source.diagnostics
  }

  /// A builder to which all text is appended.
  public init(appendingFrom source: SourceText, format: String) {
    self.init(over: source, format: format)
    appended = []
  }

  /// Adds text and says where it went; only for a builder made to append.
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
    blocks.append(
      Block(
        block.kind,
        level: block.level,
        quoteDepth: block.quoteDepth,
        ordinal: block.ordinal,
        text: block.text,
        spans: first..<Int32(spans.count)
      )
    )
  }

  /// How many blocks there are so far: where those of the next comment begin.
  public var blockCount: Int32 { Int32(blocks.count) }

  /// Ends the article: all blocks added so far are its text.
  ///
  /// Comes before the first comment.
  public mutating func endArticle() { articleBlocks = 0..<blockCount }

  /// How many comments there are so far.
  public var commentCount: Int { assembly.count }

  /// Makes room for so many comments.
  public mutating func reserve(comments: Int) {
    assembly.reserve(comments)
    blocks.reserveCapacity(blocks.count + comments * 2)
  }

  /// Adds a comment whose blocks are the last ones added.
  ///
  /// The text it points to is there already.
  public mutating func add(_ draft: CommentDraft) {
    let article = commentCount == 0 ? articleAuthor : nil
    assemble { assembly, bytes in
      if let article { assembly.setArticleAuthor(article, in: bytes) }
      assembly.add(draft, in: bytes)
    }
  }

  private mutating func assemble(
    _ body: (inout CommentAssembly, UnsafeRawBufferPointer) -> Void
  ) {
    if let text = appended {
      text.withUnsafeBytes { body(&assembly, $0) }
    } else {
      let text = source.text
      text.withBytes { body(&assembly, $0) }
    }
  }

  /// Resolves threads and authors and freezes everything into a document.
  public consuming func finish() -> Document {
    let article = articleAuthor
    assemble { $0.setArticleAuthor(article, in: $1) }
    let storage = appended.map { TextArena(TextStorage(copying: $0)) } ?? source.text
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
        url: articleURL,
        blocks: articleBlocks
      ),
      blocks: blocks,
      spans: spans,
      comments: threads.comments,
      authors: threads.authors,
      missingComments: missingComments ?? missing,
      continuations: continuations.map { continuation in
        var placed = continuation
        placed.comment = continuation.comment.map { threads.place(ofDraft: $0.index) }
        return placed
      },
      diagnostics: diagnostics + threads.diagnostics
    )
  }

  /// Notes how many comments each rule placed, if somebody wants to know.
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
