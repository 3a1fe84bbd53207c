import DocumentModel

/// The comments of a document as JSON, after the post that opens the discussion if there is one.
struct JSONComments {
  private let document: Document
  private let bytes: UnsafeRawBufferPointer
  private let blocks: JSONBlocks
  private let quotes: JSONQuotations

  init(_ document: Document, _ bytes: UnsafeRawBufferPointer, quotes: JSONQuotations) {
    self.document = document
    self.bytes = bytes
    self.quotes = quotes
    blocks = JSONBlocks(document, bytes)
  }

  /// The array of comments.
  func write(to json: inout JSONWriter) {
    json.key("comments")
    json.begin("[")
    if let opening = document.opening { write(opening: opening, to: &json) }
    var answersOpening = false
    for id in document.commentIDs.dropFirst(document.headerless.count) {
      if document[id].parent == nil { answersOpening = document[id].replyLink == .opening }
      write(id, belowOpening: answersOpening, to: &json)
    }
    json.end("]")
  }

  /// The array of texts without a header.
  func writeHeaderless(to json: inout JSONWriter) {
    json.key("headerless")
    json.begin("[")
    for id in document.headerless {
      json.begin("{")
      writeText(document[id].blocks, to: &json)
      json.write(lines: document[id].lines)
      json.end("}")
    }
    json.end("]")
  }

  private func write(_ id: CommentID, belowOpening: Bool, to json: inout JSONWriter) {
    let comment = document[id]
    json.begin("{")
    json.key("id")
    json.write(identifierOf: id, in: document, bytes)
    json.key("parent")
    if let parent = comment.parent {
      json.write(identifierOf: parent, in: document, bytes)
    } else if belowOpening, let opening = document.opening {
      json.write(identifier: opening.sourceID, or: 1, bytes)
    } else {
      json.null()
    }
    json.key("depth")
    json.value(comment.depth + (belowOpening ? 1 : 0))
    write(comment, author: comment.author.map { document[$0].name } ?? .empty, to: &json)
    writeText(comment.blocks, to: &json)
    quotes.write(quotesIn: id, to: &json)
    writeEnd(of: comment, to: &json)
  }

  /// The post that opens the discussion: its text and its author are the article's.
  private func write(opening: Comment, to json: inout JSONWriter) {
    var comment = opening
    comment.authorship = document.article.author.isEmpty ? .unknown : .stated
    comment.isByArticleAuthor = true
    json.begin("{")
    json.key("id")
    json.write(identifier: comment.sourceID, or: 1, bytes)
    json.key("parent")
    json.null()
    json.key("depth")
    json.value(0)
    write(comment, author: document.article.author, to: &json)
    writeText(document.article.blocks, to: &json)
    writeEnd(of: comment, to: &json)
  }

  private func write(_ comment: Comment, author: TextRange, to json: inout JSONWriter) {
    json.write("author", author, of: bytes)
    json.key("authorIs")
    json.value(comment.authorship.word)
    json.write("authorURL", comment.authorURL, of: bytes)
    json.key("authorIsArticleAuthor")
    json.value(comment.isByArticleAuthor)
    json.key("badges")
    json.begin("[")
    if comment.isByArticleAuthor { json.value("op" as StaticString) }
    for badge in document.badges(of: comment) { json.value(badge, of: bytes) }
    json.end("]")
    json.write("score", comment.score)
    json.write("date", comment.date)
    json.write("dateText", comment.dateText, of: bytes)
    json.write("edited", comment.edited)
    json.write("replyTo", comment.replyTo, of: bytes)
    json.key("replyLink")
    json.value(comment.replyLink.word)
  }

  private func writeEnd(of comment: Comment, to json: inout JSONWriter) {
    json.key("truncated")
    json.value(comment.isTruncated)
    json.key("state")
    json.value(comment.state.word)
    json.write("url", comment.url, of: bytes)
    json.write(lines: comment.lines)
    json.end("}")
  }

  private func writeText(_ range: Range<Int32>, to json: inout JSONWriter) {
    json.key("text")
    blocks.writeText(range, to: &json)
    json.key("blocks")
    blocks.write(range, to: &json)
  }
}

extension JSONWriter {
  /// The id of a comment: the source's own, or one made of its number.
  mutating func write(
    identifierOf id: CommentID,
    in document: Document,
    _ bytes: UnsafeRawBufferPointer
  ) {
    let before = document.headerless.count - (document.opening == nil ? 0 : 1)
    write(identifier: document[id].sourceID, or: id.index + 1 - before, bytes)
  }

  /// The source's own id, or one made of a comment's number.
  mutating func write(
    identifier own: TextRange,
    or number: Int,
    _ bytes: UnsafeRawBufferPointer
  ) {
    guard own.isEmpty else { return value(own, of: bytes) }
    openString()
    self.number(after: 0x63, number)
    closeString()
  }

  /// A member with a text, `null` for none.
  mutating func write(_ name: StaticString, _ text: TextRange, of bytes: UnsafeRawBufferPointer) {
    key(name)
    if text.isEmpty { null() } else { value(text, of: bytes) }
  }

  /// A member with a date, `null` for none.
  mutating func write(_ name: StaticString, _ date: Timestamp?) {
    key(name)
    if let date { value(date.description) } else { null() }
  }

  /// The text that stands at `text` in `bytes`.
  mutating func value(_ text: TextRange, of bytes: UnsafeRawBufferPointer) {
    openString()
    escape(UnsafeRawBufferPointer(rebasing: bytes[text.offsets]))
    closeString()
  }

  /// The first and the last of some source lines, `null` for none.
  mutating func write(lines: Range<Int32>) {
    key("lines")
    guard !lines.isEmpty else { return null() }
    begin("[")
    value(Int(lines.lowerBound))
    value(Int(lines.upperBound) - 1)
    end("]")
  }
}
