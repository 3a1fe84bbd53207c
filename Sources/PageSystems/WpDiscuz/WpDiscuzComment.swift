import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Reads one comment of wpDiscuz.
struct WpDiscuzComment {
  /// What an element of a comment is.
  enum Part: UInt8 {
    case text = 1
    case cut
    case author
    case date
    case replyTo
    case link
    case pending
    case boilerplate
    case blog
    case votes
    case label
  }

  /// The classes of both generations of the plug-in.
  static let meanings: [(word: StaticString, mark: Part)] = [
    ("wpd-comment-text", .text), ("wc-comment-text", .text),
    ("wpdiscuz-readmore", .cut),
    ("wpd-comment-author", .author), ("wc-comment-author", .author),
    ("wpd-comment-date", .date), ("wc-comment-date", .date),
    ("wpd-reply-to", .replyTo), ("wc-reply-to", .replyTo),
    ("wc-comment-img-link", .link), ("wc-comment-link-input", .link),
    ("wpd-unapproved", .pending), ("wc-unapproved", .pending),
    ("wc_unapproved_comment", .pending), ("wc-unapproved-comment", .pending),
    ("wpdiscuz-hellip", .boilerplate), ("wpd-comment-last-edited", .boilerplate),
    ("wc-comment-last-edited", .boilerplate), ("wc-last-edited", .boilerplate),
    ("wpd-comment-label", .label), ("wc-comment-label", .label),
    ("wpd-vote-result", .votes), ("wc-vote-result", .votes),
    ("wpd-comment-footer", .boilerplate), ("wc-comment-footer", .boilerplate),
    ("wpd-comment-share", .boilerplate), ("wpd-comment-link", .link),
    ("wpd-blog-post_author", .blog), ("wc-blog-post_author", .blog),
  ]

  private let page: HTMLPage
  private let marks: ElementMarks<Part>

  init(_ page: HTMLPage, _ marks: ElementMarks<Part>) {
    self.page = page
    self.marks = marks
  }

  /// The ids of a comment and of the one it answers, "0" for none: `wpd-comm-27_23`.
  static func ids(of node: HTMLNodeID, _ page: HTMLPage) -> (id: Substring, parent: Substring)? {
    guard let value = page.tree.attribute(.id, of: node),
      let mark = ["wpd-comm-", "wc-comm-"].first(where: value.hasPrefix)
    else { return nil }
    let numbers = value.dropFirst(mark.utf8.count).split(separator: "_", maxSplits: 1)
    guard let id = numbers.first, id.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    let parent = numbers.count > 1 ? numbers[1].prefix { $0 >= "0" && $0 <= "9" } : "0"
    return (id, parent.isEmpty ? "0" : parent)
  }

  /// Reads a comment from the elements that are its own.
  func read(
    _ node: HTMLNodeID,
    _ own: (elements: [HTMLNodeID], nested: [HTMLNodeID])
  ) -> PageComment {
    var comment = PageComment(element: node)
    comment.id = String(Self.ids(of: node, page)?.id ?? "")
    comment.state = state(of: node)
    comment.isByArticleAuthor =
      page.has("wc-blog-post_author", node) || page.has("wpd-blog-post_author", node)
    for element in own.elements {
      if let part = marks[element] { take(element, part, into: &comment) }
    }
    if comment.url == nil, !comment.id.isEmpty { comment.url = "#comment-\(comment.id)" }
    return comment
  }

  private func state(of node: HTMLNodeID) -> CommentState {
    if page.has("pingback", node) || page.has("trackback", node) { return .ping }
    let isPending = page.has("wpd-unapproved-comment", node) || page.has("wc_unapproved", node)
    return isPending ? .pending : .shown
  }

  private func take(_ element: HTMLNodeID, _ part: Part, into comment: inout PageComment) {
    switch part {
    case .text:
      if comment.body.isEmpty { comment.body = [element] }
    case .cut:
      comment.isTruncated = true
      comment.leftOut.insert(enclosingCut(of: element))
    case .author where comment.author.isEmpty:
      comment.author = page.text(element)
      comment.authorURL = page.link(page.tree.first(.a, in: element))
    case .date where comment.date == .none:
      comment.date.text = page.text(element)
      let title = (page.tree.attribute(.title, of: element) ?? "").collapsed
      if title != comment.date.text { comment.date.absolute = title }
    case .replyTo where comment.replyTo.isEmpty:
      comment.replyTo = page.text(page.tree.first(.a, in: element))
    case .link:
      comment.url = comment.url ?? permalink(element)
    case .pending:
      comment.state = .pending
      comment.leftOut.insert(element)
    case .boilerplate:
      comment.leftOut.insert(element)
    case .blog:
      comment.isByArticleAuthor = true
    case .votes:
      add(votesIn: element, to: &comment)
    case .label:
      comment.leftOut.insert(element)
      let label = page.text(element)
      if !label.isEmpty, !comment.isByArticleAuthor { comment.badges.append(label) }
    case .author, .date, .replyTo:
      break
    }
  }

  /// Adds votes: one number, or those for and those against apart.
  private func add(votesIn element: HTMLNodeID, to comment: inout PageComment) {
    let stated = page.value(.title, element).points
    guard let votes = stated ?? page.text(element).points else { return }
    let areAgainst =
      page.has("wpd-vote-result-dislike", element) || page.has("wc-vote-result-dislike", element)
    comment.score = (comment.score ?? 0) + (areAgainst ? -abs(votes) : votes)
  }

  /// The element that holds the dots and the words of a cut, `wpdiscuz-readmore-27_23`.
  private func enclosingCut(of mark: HTMLNodeID) -> HTMLNodeID {
    guard let parent = page.tree[mark].parent,
      page.tree.attribute(.id, of: parent)?.hasPrefix("wpdiscuz-readmore") == true
    else { return mark }
    return parent
  }

  private func permalink(_ element: HTMLNodeID) -> String? {
    let names = ["data-comment-url", "data-wpd-clipboard", "value"]
    for node in [element] + page.tree.descendants(of: element) {
      for name in names {
        if let value = page.tree.attribute(named: name, of: node), value.has("#comment-") {
          return value.collapsed
        }
      }
    }
    return nil
  }
}
