import DocumentModel

/// What is told of comments in words.
extension Reading {
  /// The text shown for `id`, paragraphs a blank line apart.
  func bodyText(of id: CommentID) -> String {
    let body = body(of: id)
    return body.document.blocks(in: body.blocks).map { body.document.text(of: $0) }
      .joined(separator: "\n\n")
  }

  /// Who wrote `id`, stated or inferred, `nil` if that is unknown.
  func authorName(of id: CommentID) -> String? {
    document.name(of: id)
  }

  /// What stands for the author of `id` on the screen.
  func nameShown(for id: CommentID) -> String {
    if document[id].state == .headerless { return "unattributed text" }
    return authorName(of: id) ?? "unknown"
  }

  /// What `id` is called: a comment, or text that is not known to be one.
  func noun(for id: CommentID) -> String {
    document[id].state == .headerless ? "text" : "comment"
  }

  /// The address of the page: as told, else as the document has it; `nil` if nobody knows.
  var pageAddress: String? {
    let own = document.text[document.article.url]
    return (givenAddress ?? (own.isEmpty ? document.source.url : own)).map(LinkAddress.escaped)
  }

  /// The address of `id`, `nil` if it is not known.
  func address(of id: CommentID) -> String? {
    document[id].url.isEmpty ? nil : LinkAddress.escaped(document.text[document[id].url])
  }
}
