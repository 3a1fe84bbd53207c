import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Blogger: threaded comments as lists in lists, and the flat ones of older templates.
package struct BloggerReader: PageSystem {
  package let name = "blogger"
  package let summary = "a post of a Blogger blog with its comments"

  package init() {}

  package static let signs = [
    PageSign(
      "threaded",
      classes: ["comment-thread", "comment-block"],
      evidence: "Blogger's threaded comments, since 2012",
      fixture: "blogger/threaded"
    ),
    PageSign(
      "flat",
      classes: ["comment-timestamp", "comment-footer"],
      evidence: "Blogger's older templates: a definition list",
      fixture: "blogger/flat"
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let items = page.elements("comment").filter { id($0, page) != nil }
    if items.isEmpty {
      thread.comments = page.elements("comment-author").compactMap { flat($0, page) }
    } else {
      let elements = CommentElements(page, items)
      thread.comments = elements.nodes.map { comment($0, among: elements, on: page) }
    }
    thread.regions = page.elements("comments").filter { !page.value(.id, $0).isEmpty }
    thread.regions += page.elements("comments-block")
    let area = thread.regions.first
    let heading = area.flatMap { page.first(in: $0) { [.h3, .h4].contains(page.tree[$0].tag) } }
    thread.declared = page.text(heading).leadingNumber
    thread.article = article(page)
    return thread
  }

  /// The number of a comment, written with a `c` before it.
  private func id(_ node: HTMLNodeID, _ page: HTMLPage) -> String? {
    let id = page.value(.id, node)
    guard id.hasPrefix("c"), id.dropFirst().allSatisfy(\.isNumber), id.count > 1 else { return nil }
    return String(id.dropFirst())
  }

  private func comment(
    _ item: HTMLNodeID,
    among elements: CommentElements,
    on page: HTMLPage
  ) -> PageComment {
    var comment = PageComment(element: item)
    comment.parent = elements.parent(of: item)
    comment.id = id(item, page) ?? ""
    let user = elements.first(in: item) { page.has("user", $0) && page.tree[$0].tag != .span }
    comment.author = page.text(user)
    comment.authorURL = page.link(user.flatMap { page.tree.first(.a, in: $0) })
    comment.isByArticleAuthor = elements.first("blog-author", in: item) != nil
    read(date: elements.first("datetime", in: item), page, into: &comment)
    read(body: elements.first("comment-content", in: item), page, into: &comment)
    return comment
  }

  /// A comment whose name, text and date stand side by side in a definition list.
  private func flat(_ head: HTMLNodeID, _ page: HTMLPage) -> PageComment? {
    guard let id = id(head, page) else { return nil }
    var comment = PageComment(element: head)
    comment.id = id
    let link = page.first(in: head) { page.tree[$0].tag == .a && page.link($0) != nil }
    comment.authorURL = page.link(link)
    // Without a profile the name has a line of its own; the next says that somebody said something.
    let lines = page.tree.text(of: head).split(whereSeparator: \.isNewline)
    let line = lines.lazy.map { String($0).collapsed }.first { !$0.isEmpty } ?? ""
    comment.author = link.map(page.text) ?? line
    comment.isByArticleAuthor = page.has("blog-author-comment", head)
    var next = page.tree[head].nextSibling
    while let node = next, !page.has("comment-author", node) {
      if page.has("comment-body", node) { read(body: node, page, into: &comment) }
      if let date = page.first("comment-timestamp", in: node) {
        read(date: date, page, into: &comment)
      }
      next = page.tree[node].nextSibling
    }
    return comment
  }

  /// The date shown is the blog's; the comment's address has milliseconds since 1970.
  private func read(date: HTMLNodeID?, _ page: HTMLPage, into comment: inout PageComment) {
    guard let date else { return }
    comment.date.text = page.text(date)
    comment.url = page.link(page.tree.first(.a, in: date))
    let mark = "showComment="
    for part in (comment.url ?? "").split(whereSeparator: { "?&#".contains($0) })
    where part.hasPrefix(mark) {
      let moment = Int64(part.dropFirst(mark.count)).flatMap { Timestamp(unix: $0 / 1000) }
      comment.date.moment = moment
    }
  }

  private func read(body: HTMLNodeID?, _ page: HTMLPage, into comment: inout PageComment) {
    guard let body else { return }
    let isGone = page.first("deleted-comment", in: body) != nil
    comment.state = isGone ? .deleted : .shown
    comment.body = isGone ? [] : [body]
  }

  private func article(_ page: HTMLPage) -> PageArticle? {
    guard page.count("post-body") == 1, let body = page.elements("post-body").first else {
      return nil
    }
    var article = PageArticle(content: [body])
    let title = page.elements("post-title").first
    article.title = title.map(page.text).flatMap { $0.isEmpty ? nil : $0 }
    let author = page.elements("post-author").first
    article.author = author.flatMap { page.first("fn", in: $0) }.map(page.text)
    if let published = page.elements("published").first {
      let stated = [page.value(.datetime, published), page.value(.title, published)]
      article.date.moment = stated.compactMap { Timestamp(iso: $0) }.first
      article.date.text = page.text(published)
    }
    if article.date.moment == nil, let header = page.elements("date-header").first {
      article.date = PageDate(text: page.text(header))
    }
    return article
  }
}
