import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The comments of Disqus that a page itself lists, for those without scripts and for search engines.
package struct DisqusListReader: PageSystem {
  package let name = "disqus-list"
  package let summary = "a page with Disqus comments that lists them itself"

  package init() {}

  package static let signs = [
    PageSign(
      "list",
      considers: "elements with ids such as dsq-comment-123 that hold a message",
      evidence: "comments.php of the Disqus plug-in for WordPress, versions 2.0 to 2.87",
      fixture: "disqus-list/page",
      isMet: { !comments($0).isEmpty }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let elements = CommentElements(page, Self.comments(page))
    for node in elements.nodes {
      thread.comments.append(comment(node, among: elements, on: page))
    }
    thread.regions = [Self.list(page)].compactMap { $0 }
    return thread
  }

  private static func list(_ page: HTMLPage) -> HTMLNodeID? {
    page.first(in: HTMLDocument.root) { node in
      ["disqus_thread", "dsq-content", "dsq-comments"].contains(page.value(.id, node))
    }
  }

  private static func comments(_ page: HTMLPage) -> [HTMLNodeID] {
    guard let list = list(page) else { return [] }
    return page.tree.descendants(of: list).filter { node in
      guard page.tree[node].tag == .li else { return false }
      return number(in: page.value(.id, node), behind: "dsq-comment-") != nil
    }
  }

  private static func number(in id: String, behind prefix: String) -> String? {
    guard id.hasPrefix(prefix) else { return nil }
    let number = id.dropFirst(prefix.count)
    return !number.isEmpty && number.allSatisfy(\.isNumber) ? String(number) : nil
  }

  private func comment(
    _ node: HTMLNodeID,
    among elements: CommentElements,
    on page: HTMLPage
  ) -> PageComment {
    var comment = PageComment(element: node)
    comment.parent = elements.parent(of: node)
    comment.id = Self.number(in: page.value(.id, node), behind: "dsq-comment-") ?? ""
    let author = part("author", of: comment, node, elements, page)
    comment.author = page.text(author)
    comment.authorURL = author.flatMap { page.link($0) }
    let header = part("header", of: comment, node, elements, page)
    let date = header.flatMap { header in
      page.tree.descendants(of: header).lazy.filter { page.tree[$0].kind == .text }
        .compactMap { EmbeddedDate(in: page.text($0)) }.first
    }
    comment.date = date.map { PageDate(text: $0.date) } ?? .none
    let message =
      part("message", of: comment, node, elements, page)
      ?? part("body", of: comment, node, elements, page)
    comment.body = [message].compactMap { $0 }
    comment.url = "#comment-\(comment.id)"
    return comment
  }

  /// A part of a comment by its id: `dsq-author-user-123`.
  private func part(
    _ name: String,
    of comment: PageComment,
    _ node: HTMLNodeID,
    _ elements: CommentElements,
    _ page: HTMLPage
  ) -> HTMLNodeID? {
    elements.first(in: node) { inner in
      let id = page.value(.id, inner)
      return id.hasPrefix("dsq-") && id.hasSuffix("-\(comment.id)") && id.contains("-\(name)-")
    }
  }
}
