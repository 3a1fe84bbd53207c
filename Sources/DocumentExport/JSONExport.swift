import DocumentModel

/// JSON for scripts and other programs, one document on one line.
///
/// The format is stable: members may be added, but not changed or removed.
public enum JSONExport: DocumentExport {
  /// `json`.
  public static let name = "json"

  /// The version of the format, in the member `skein`.
  static let version = 1

  /// Writes `document` as one object and a newline.
  public static func write(_ document: Document, to sink: inout ByteSink) {
    var taken = ByteSink { _ in }
    swap(&taken, &sink)
    var writer = JSONWriter(taken)
    document.text.withBytes { bytes in
      JSONDocument(document, bytes).write(to: &writer)
    }
    writer.newline()
    sink = writer.finish()
  }
}

/// Writes one document.
struct JSONDocument {
  let document: Document
  let bytes: UnsafeRawBufferPointer

  init(_ document: Document, _ bytes: UnsafeRawBufferPointer) {
    self.document = document
    self.bytes = bytes
  }

  func write(to json: inout JSONWriter) {
    json.begin("{")
    json.key("skein")
    json.value(JSONExport.version)
    json.key("source")
    json.begin("{")
    json.key("format")
    json.value(document.source.format)
    json.key("location")
    json.value(document.source.location)
    json.key("url")
    if let url = document.source.url { json.value(url) } else { json.null() }
    json.end("}")
    writeArticle(to: &json)
    writeHeaderless(to: &json)
    json.key("comments")
    json.begin("[")
    for id in document.commentIDs.dropFirst(document.headerless.count) { write(id, to: &json) }
    json.end("]")
    writeMissingComments(to: &json)
    writeDiagnostics(to: &json)
    json.end("}")
  }

  private func writeArticle(to json: inout JSONWriter) {
    let article = document.article
    json.key("article")
    json.begin("{")
    write("title", article.title, to: &json)
    write("author", article.author, to: &json)
    write("byline", article.byline, to: &json)
    json.key("date")
    write(article.date, to: &json)
    write("url", article.url, to: &json)
    json.key("blocks")
    JSONBlocks(document, bytes).write(article.blocks, to: &json)
    json.end("}")
  }

  /// The text without a header.
  private func writeHeaderless(to json: inout JSONWriter) {
    json.key("headerless")
    json.begin("[")
    for id in document.headerless {
      json.begin("{")
      writeText(of: document[id], to: &json)
      write(lines: document[id].lines, to: &json)
      json.end("}")
    }
    json.end("]")
  }

  private func write(_ id: CommentID, to json: inout JSONWriter) {
    let comment = document[id]
    json.begin("{")
    json.key("id")
    write(identifierOf: id, to: &json)
    json.key("parent")
    if let parent = comment.parent { write(identifierOf: parent, to: &json) } else { json.null() }
    json.key("depth")
    json.value(comment.depth)
    write("author", comment.author.map { document[$0].name } ?? .empty, to: &json)
    json.key("authorIs")
    json.value(name(comment.authorship))
    write("authorURL", comment.authorURL, to: &json)
    json.key("authorIsArticleAuthor")
    json.value(comment.isByArticleAuthor)
    json.key("date")
    write(comment.date, to: &json)
    write("dateText", comment.dateText, to: &json)
    write("replyTo", comment.replyTo, to: &json)
    json.key("replyLink")
    json.value(name(comment.replyLink))
    writeText(of: comment, to: &json)
    json.key("truncated")
    json.value(comment.isTruncated)
    json.key("state")
    json.value(name(comment.state))
    write("url", comment.url, to: &json)
    write(lines: comment.lines, to: &json)
    json.end("}")
  }

  private func writeText(of comment: Comment, to json: inout JSONWriter) {
    let blocks = JSONBlocks(document, bytes)
    json.key("text")
    blocks.writeText(comment.blocks, to: &json)
    json.key("blocks")
    blocks.write(comment.blocks, to: &json)
  }

  private func write(lines: Range<Int32>, to json: inout JSONWriter) {
    json.key("lines")
    guard !lines.isEmpty else { return json.null() }
    json.begin("[")
    json.value(Int(lines.lowerBound))
    json.value(Int(lines.upperBound) - 1)
    json.end("]")
  }

  private func write(identifierOf id: CommentID, to json: inout JSONWriter) {
    let own = document[id].sourceID
    json.openString()
    if own.isEmpty {
      json.number(after: 0x63, id.index + 1 - document.headerless.count)
    } else {
      json.escape(UnsafeRawBufferPointer(rebasing: bytes[own.offsets]))
    }
    json.closeString()
  }

  private func write(_ key: StaticString, _ text: TextRange, to json: inout JSONWriter) {
    json.key(key)
    guard !text.isEmpty else { return json.null() }
    json.openString()
    json.escape(UnsafeRawBufferPointer(rebasing: bytes[text.offsets]))
    json.closeString()
  }

  private func write(_ date: Timestamp?, to json: inout JSONWriter) {
    if let date { json.value(date.description) } else { json.null() }
  }

  private func writeMissingComments(to json: inout JSONWriter) {
    json.key("elsewhere")
    guard let missing = document.missingComments else { return json.null() }
    json.begin("{")
    json.key("declared")
    if let declared = missing.declared { json.value(declared) } else { json.null() }
    json.key("loadedFrom")
    if let service = missing.loadedFrom { json.value(service) } else { json.null() }
    json.end("}")
  }

  private func writeDiagnostics(to json: inout JSONWriter) {
    json.key("diagnostics")
    json.begin("[")
    for diagnostic in document.diagnostics {
      json.begin("{")
      json.key("severity")
      json.value(diagnostic.severity.rawValue)
      json.key("message")
      json.value(diagnostic.message)
      json.key("lines")
      if let lines = diagnostic.lines {
        json.begin("[")
        json.value(lines.lowerBound)
        json.value(lines.upperBound)
        json.end("]")
      } else {
        json.null()
      }
      json.end("}")
    }
    json.end("]")
  }

  private func name(_ authorship: Authorship) -> StaticString {
    switch authorship {
    case .stated: "stated"
    case .inferred: "inferred"
    case .unknown: "unknown"
    }
  }

  private func name(_ link: ReplyLink) -> StaticString {
    switch link {
    case .root: "root"
    case .stated: "stated"
    case .inferred: "inferred"
    case .unresolved: "unresolved"
    }
  }

  private func name(_ state: CommentState) -> StaticString {
    switch state {
    case .shown: "shown"
    case .deleted: "deleted"
    case .pending: "pending"
    case .placeholder: "stub"
    case .ping: "ping"
    case .opening: "opening"
    case .headerless: "headerless"
    }
  }
}
