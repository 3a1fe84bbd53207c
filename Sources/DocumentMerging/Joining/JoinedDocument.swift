import DocumentModel

/// Builds one document from parts of two: the text of both, blocks and comments in a new order.
struct JoinedDocument {
  /// A comment of one of the two documents.
  struct Piece: Hashable {
    /// Whether it comes from the second document.
    let isSecond: Bool
    /// The comment in its document.
    let comment: CommentID
    /// The position of its parent in the new order, `nil` for a root.
    let parent: Int?
    /// How certain the parent is.
    let link: ReplyLink
    /// The blocks of the second document that hold its full text; `nil` to use its own blocks.
    var fullText: Range<Int32>?
  }

  private let first: Document
  private let second: Document
  private let text: TextArena
  private let shift: UInt32
  private let usesSecond: Bool
  private var blocks: [Block] = []
  private var spans: [Span] = []
  private var comments: [Comment] = []
  private var authors: [(name: TextRange, count: Int)] = []
  private var authorNumbers: [String: Int] = [:]
  private var badges: [TextRange] = []

  /// The blocks of the article.
  private(set) var article: Range<Int32> = 0..<0

  /// An empty document over the texts of two; `nil` if they exceed 4 GiB together.
  ///
  /// Copies both texts, or neither if `usesSecond` is false.
  init?(_ first: Document, _ second: Document, usesSecond: Bool = true) {
    self.first = first
    self.second = second
    self.usesSecond = usesSecond
    let total = first.text.count + second.text.count
    guard usesSecond else {
      (text, shift) = (first.text, 0)
      return
    }
    guard total <= Int(UInt32.max) else { return nil }
    shift = UInt32(first.text.count)
    text = TextArena(Self.joined(first.text, second.text))
  }

  private static func joined(_ first: TextArena, _ second: TextArena) -> TextStorage {
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, first.count + second.count),
      alignment: 16
    )
    first.withBytes { bytes.copyMemory(from: $0) }
    second.withBytes {
      UnsafeMutableRawBufferPointer(rebasing: bytes[first.count...]).copyMemory(from: $0)
    }
    let filled = UnsafeRawBufferPointer(rebasing: bytes[..<(first.count + second.count)])
    return TextStorage(adopting: filled) {
      $0.baseAddress.map { UnsafeMutableRawPointer(mutating: $0).deallocate() }
    }
  }

  /// Adds the article: `own` blocks of the first document and `further` ones of the second.
  mutating func addArticle(
    _ own: Range<Int32>,
    _ further: [Int32],
    place: Continuation.Place
  ) {
    if place == .after { add(first.blocks(in: own), of: first, shift: 0) }
    for index in further { add(second.blocks[Int(index)], of: second, shift: shift) }
    if place == .before { add(first.blocks(in: own), of: first, shift: 0) }
    article = 0..<Int32(blocks.count)
  }

  /// Adds the comments, which must be in pre-order.
  mutating func addComments(_ pieces: [Piece]) {
    var sizes = [Int](repeating: 1, count: pieces.count)
    for (index, piece) in pieces.enumerated().reversed() {
      if let parent = piece.parent { sizes[parent] += sizes[index] }
    }
    comments.reserveCapacity(pieces.count)
    for (piece, size) in zip(pieces, sizes) { add(piece, subtreeSize: size) }
  }

  private mutating func add(_ piece: Piece, subtreeSize: Int) {
    let document = piece.isSecond ? second : first
    let shift = piece.isSecond ? shift : 0
    let own = document[piece.comment]
    let start = Int32(blocks.count)
    if let fullText = piece.fullText {
      add(second.blocks(in: fullText), of: second, shift: self.shift)
    } else {
      add(document.blocks(of: own), of: document, shift: shift)
    }
    comments.append(
      Comment(
        parent: piece.parent.map { CommentID($0) },
        depth: piece.parent.map { comments[$0].depth + 1 } ?? 0,
        subtreeSize: subtreeSize,
        author: own.author.map { author(document[$0].name.shifted(by: shift)) },
        authorship: own.authorship,
        replyLink: piece.link,
        state: own.state,
        isTruncated: own.isTruncated && piece.fullText == nil,
        isByArticleAuthor: own.isByArticleAuthor,
        score: own.score,
        date: own.date,
        edited: own.edited,
        dateText: own.dateText.shifted(by: shift),
        replyTo: own.replyTo.shifted(by: shift),
        replyToID: own.replyToID.shifted(by: shift),
        sourceID: own.sourceID.shifted(by: shift),
        url: own.url.shifted(by: shift),
        authorURL: own.authorURL.shifted(by: shift),
        blocks: start..<Int32(blocks.count),
        badges: add(badgesOf: own, of: document, shift: shift),
        // Line numbers refer to the first document's source.
        lines: piece.isSecond ? 0..<0 : own.lines
      )
    )
  }

  private mutating func add(
    badgesOf comment: Comment,
    of document: Document,
    shift: UInt32
  ) -> Range<Int32> {
    let start = Int32(badges.count)
    badges += document.badges(of: comment).map { $0.shifted(by: shift) }
    return start..<Int32(badges.count)
  }

  /// What opens the discussion: in the first document, else in the second.
  private mutating func opening() -> Comment? {
    let isSecond = first.opening == nil && usesSecond
    guard var opening = first.opening ?? (isSecond ? second.opening : nil) else { return nil }
    let shift = isSecond ? shift : 0
    opening.badges = add(badgesOf: opening, of: isSecond ? second : first, shift: shift)
    for field in [\Comment.dateText, \.replyTo, \.replyToID, \.sourceID, \.url, \.authorURL] {
      opening[keyPath: field] = opening[keyPath: field].shifted(by: shift)
    }
    return opening
  }

  private mutating func add(_ blocks: ArraySlice<Block>, of document: Document, shift: UInt32) {
    for block in blocks { add(block, of: document, shift: shift) }
  }

  private mutating func add(_ block: Block, of document: Document, shift: UInt32) {
    let start = Int32(spans.count)
    for span in document.spans(of: block) {
      spans.append(
        Span(span.kind, text: span.text.shifted(by: shift), url: span.url.shifted(by: shift))
      )
    }
    let text = block.text.shifted(by: shift)
    blocks.append(block.moved(to: text, spans: start..<Int32(spans.count)))
  }

  private mutating func author(_ name: TextRange) -> AuthorID {
    let number = authorNumbers[text[name], default: authors.count]
    if number == authors.count {
      authorNumbers[text[name]] = number
      authors.append((name, 0))
    }
    authors[number].count += 1
    return AuthorID(number)
  }

  /// The finished document; everything not given here is taken from the first document.
  consuming func finish(
    missingComments: MissingComments?,
    continuations: [Continuation],
    diagnostics: [Diagnostic]
  ) -> Document {
    let own = first.article
    let opening = opening()
    return Document(
      text: text,
      source: first.source,
      article: Article(
        title: own.title,
        author: own.author,
        byline: own.byline,
        date: own.date,
        score: own.score,
        url: own.url,
        blocks: article
      ),
      blocks: blocks,
      spans: spans,
      comments: comments,
      authors: authors.map { Author(name: $0.name, commentCount: $0.count) },
      badges: badges,
      opening: opening,
      missingComments: missingComments,
      continuations: continuations,
      diagnostics: diagnostics
    )
  }
}

extension TextRange {
  /// The same bytes, `shift` further on.
  fileprivate func shifted(by shift: UInt32) -> TextRange {
    isEmpty ? .empty : TextRange(start: start + shift, count: count)
  }
}
