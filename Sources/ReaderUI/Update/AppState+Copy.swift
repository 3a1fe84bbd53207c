import DocumentModel

extension AppState {
  mutating func copy(_ action: CopyAction) -> [Effect] {
    guard let text = text(for: action), !text.isEmpty else {
      tell(list == nil ? action.refusal : "this entry has no address")
      return []
    }
    let lines = text.split(separator: "\n").count
    let isText = thread.focused.map { document[$0].state == .headerless } == true
    let isReply = action == .permalink && text == replyFields?.text
    let name =
      isReply ? "the fields of a reply" : action == .subtree && isText ? "the text" : action.name
    tell("copied \(name)" + (lines > 1 ? ", \(lines) lines" : ""))
    return [.copy(text)]
  }

  private func text(for action: CopyAction) -> String? {
    if let list { return list.selectedEntry.flatMap { text(of: $0, for: action) } }
    if focus == .article {
      switch action {
      case .text, .quote: return articleText(quoted: action == .quote)
      case .permalink: return reading.pageAddress ?? replyFields?.text
      case .link: return navigation.link?.url ?? linksOnScreen.first { $0.pane == .article }?.url
      case .author: return document.text[document.article.author]
      case .subtree: return nil
      }
    }
    guard let focused = thread.focused else { return nil }
    switch action {
    case .text: return reading.bodyText(of: focused)
    case .permalink: return reading.address(of: focused) ?? replyFields?.text
    case .link: return navigation.link?.url ?? link(inComment: focused)
    case .quote: return quote(reading.bodyText(of: focused), by: reading.authorName(of: focused))
    case .subtree: return subtreeText(of: focused)
    case .author: return reading.authorName(of: focused)
    }
  }

  private func text(of entry: ListingEntry, for action: CopyAction) -> String? {
    switch action {
    case .text, .quote, .subtree: entry.shownTitle
    case .permalink: entry.discussion ?? entry.article ?? ReplyFields(entry)?.text
    case .link: entry.article ?? entry.discussion
    case .author: entry.author
    }
  }

  /// How a message of mail is answered; `nil` for everything else.
  private var replyFields: ReplyFields? {
    if let list { return list.selectedEntry.flatMap { ReplyFields($0) } }
    return ReplyFields(document, focus == .article ? nil : thread.focused)
  }

  private func link(inComment id: CommentID) -> String? {
    linksOnScreen.first { $0.pane == .thread && $0.item == id.index }?.url
  }

  private func articleText(quoted: Bool) -> String? {
    guard let block = articleColumn.block(of: article.item) else {
      return document.title
    }
    let text = document.text(of: document.blocks[block])
    let author = document.text[document.article.author]
    return quoted ? quote(text, by: author.isEmpty ? nil : author) : text
  }

  /// Blanks would outgrow the words of a long exchange.
  private static var indentLimit: Int { 20 }

  private func quote(_ text: String, by author: String?) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }
    return (author.map { "\($0):\n" } ?? "") + lines.joined(separator: "\n")
  }

  /// A comment and all below it, deeper ones indented, by at most `indentLimit` steps.
  private func subtreeText(of id: CommentID) -> String {
    let depth = document[id].depth
    return (id.index..<id.index + document[id].subtreeSize).map { index in
      let comment = CommentID(index)
      let steps = min(document[comment].depth - depth, Self.indentLimit)
      let indent = String(repeating: "  ", count: steps)
      let header = reading.nameShown(for: comment)
      let body = reading.bodyText(of: comment).split(separator: "\n").map { indent + $0 }
      return ([indent + header + ":"] + body).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}

extension CopyAction {
  fileprivate var name: String {
    switch self {
    case .text: "the text"
    case .permalink: "the address"
    case .link: "the link"
    case .quote: "the quote"
    case .subtree: "the comment and its replies"
    case .author: "the name"
    }
  }

  fileprivate var refusal: String {
    switch self {
    case .text, .quote: "no text to copy"
    case .permalink: "the address is unknown; set that of the page with :url ADDRESS"
    case .link: "no link to copy"
    case .subtree: "only comments have replies; go to the comments first"
    case .author: "the author is unknown"
    }
  }
}
