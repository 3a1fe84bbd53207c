import DocumentModel

/// A document as lines a person can check: what `.dump` files hold.
///
/// The article first, one block a line; then one line a comment, indented by depth: author (in
/// brackets if inferred, `?` if unknown), date, how the parent is known, points, badges, source lines,
/// first words.
public struct DocumentDump {
  private let document: Document

  private let textLimit: Int

  /// A dump of `document` with the first `textLimit` characters of each block.
  public init(_ document: Document, textLimit: Int = 48) {
    self.document = document
    self.textLimit = textLimit
  }

  /// The lines, each ended by a newline.
  public var text: String {
    var lines = ["format \(document.source.format)"]
    let article = document.article
    lines.append("title \(quoted(article.title))")
    if !article.byline.isEmpty {
      lines.append("byline \(quoted(article.byline)) author \(quoted(article.author))")
    }
    if let score = article.score { lines.append("points \(score)") }
    lines += document.blocks(of: article).map(line)
    if let opening = document.opening {
      lines.append("opened" + facts(of: opening).map { " · \($0)" }.joined())
    }
    for id in document.commentIDs { lines.append(contentsOf: self.lines(id)) }
    if let missing = document.missingComments {
      let service = missing.loadedFrom.map { " at \($0)" } ?? ""
      lines.append("elsewhere \(missing.declared.map(String.init) ?? "?")\(service)")
    }
    lines += document.continuations.map(line)
    for diagnostic in document.diagnostics {
      let place = diagnostic.lines.map { " :\($0.lowerBound)-\($0.upperBound)" } ?? ""
      lines.append("\(diagnostic.severity.rawValue)\(place) \(diagnostic.message)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ continuation: Continuation) -> String {
    let way =
      switch continuation.link {
      case .page(let address): address
      case .request(let fields):
        fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
      }
    let place = continuation.comment.map { " at comment \($0.index)" } ?? ""
    let count = continuation.count.map { " (\($0))" } ?? ""
    let side = continuation.place == .before ? " before" : ""
    return "more of the \(continuation.subject)\(side)\(place)\(count): \(way)"
  }

  private func line(_ block: Block) -> String {
    var head = "\(block.kind)"
    if block.level > 0 { head += " \(block.level)" }
    if block.quoteDepth > 0 { head += " quoted \(block.quoteDepth)" }
    if let ordinal = block.ordinal { head += " #\(ordinal)" }
    let spans = document.spans(of: block)
    for kind in Span.Kind.allCases {
      let count = spans.count { $0.kind == kind }
      if count > 0 { head += " \(kind) \(count)" }
    }
    return "\(head) \(quoted(block.text, limit: textLimit))"
  }

  private func lines(_ id: CommentID) -> [String] {
    let comment = document[id]
    let indent = String(repeating: "  ", count: min(comment.depth, 20))
    var author = document.name(of: comment) ?? "?"
    if comment.authorship == .inferred { author = "[\(author)]" }
    var parts = ["\(indent)- \(author)", comment.date?.description ?? "no date"]
    parts.append("\(comment.replyLink)")
    if !comment.replyTo.isEmpty { parts.append("to \(document.text[comment.replyTo])") }
    if comment.isTruncated { parts.append("cut") }
    if comment.isByArticleAuthor { parts.append("article author") }
    if comment.state != .shown { parts.append("\(comment.state)") }
    parts += facts(of: comment)
    if !comment.lines.isEmpty {
      parts.append(":\(comment.lines.lowerBound)-\(comment.lines.upperBound - 1)")
    }
    let blocks = document.blocks(of: comment).map { "\(indent)    \(line($0))" }
    return [parts.joined(separator: " · ")] + blocks
  }

  /// What the site adds to a comment: points, badges, when it was edited, its id.
  private func facts(of comment: Comment) -> [String] {
    var facts = comment.score.map { ["\($0) points"] } ?? []
    facts += document.badges(of: comment).map { "[\(document.text[$0])]" }
    if let edited = comment.edited { facts.append("edited \(edited)") }
    if !comment.sourceID.isEmpty { facts.append("#\(document.text[comment.sourceID])") }
    return facts
  }

  private func quoted(_ range: TextRange, limit: Int = .max) -> String {
    let text = document.text[range].replacing("\n", with: "⏎")
    return text.count > limit ? "\"\(text.prefix(limit))…\"" : "\"\(text)\""
  }
}
