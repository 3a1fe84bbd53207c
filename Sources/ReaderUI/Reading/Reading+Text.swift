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
    if let name = authorName(of: id) { return name }
    switch document[id].state {
    case .headerless: return "unattributed text"
    case .deleted: return "[deleted]"
    case .placeholder: return Self.notSaved
    case .ping: return "another page"
    default: return document.missingName
    }
  }

  /// What stands for a text that the source does not hold.
  static let notSaved = "[not in this file]"

  /// What `id` is called: a comment, or text that is not known to be one.
  func noun(for id: CommentID) -> String {
    document[id].state == .headerless ? "text" : "comment"
  }

  /// The address of the page: as told, else as the document has it; `nil` if nobody knows.
  var pageAddress: String? {
    let own = document.text[document.article.url]
    return (givenAddress ?? (own.isEmpty ? document.source.url : own)).map(LinkAddress.escaped)
  }

  /// The comment whose own address is `url`, `nil` if there is none; O(comments).
  func comment(at url: String) -> CommentID? {
    let wanted = Self.comparable(url)
    return document.commentIDs.first { id in
      address(of: id).map { Self.comparable($0) == wanted } ?? false
    }
  }

  /// An address without what two that lead to the same may differ in.
  private static func comparable(_ url: String) -> Substring {
    var rest = url[...]
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    return rest
  }

  /// The address of `id`, `nil` if it is not known.
  func address(of id: CommentID) -> String? {
    document[id].url.isEmpty ? nil : LinkAddress.escaped(document.text[document[id].url])
  }
}
