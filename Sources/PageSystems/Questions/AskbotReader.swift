import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Askbot: a question, answers, and comments below each.
package struct AskbotReader: PageSystem {
  package let name = "askbot"
  package let summary = "a question on a site made with Askbot"

  package init() {}

  package static let signs = [
    PageSign(
      "posts",
      considers:
        "elements of the class post with the attribute data-post-id and ids such as post-id-12",
      evidence: "question/content.html and macros.html of Askbot since 0.7",
      fixture: "askbot/question",
      isMet: { !posts($0).isEmpty }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let remarks = page.elements("comment").filter { !page.value("data-comment-id", $0).isEmpty }
    let elements = CommentElements(page, (Self.posts(page) + remarks).sorted())
    // Comments on a post stand in a box that names it, beside its text or behind it.
    var indices: [String: Int] = [:]
    for node in elements.nodes {
      var comment = PageComment(element: node)
      if page.has("comment", node) {
        comment.id = page.value("data-comment-id", node)
        let box = page.tree.ancestor(of: node) { !page.value("data-parent-post-id", $0).isEmpty }
        let post = indices[page.value("data-parent-post-id", box)]
        comment.parent = post.map { .index($0) } ?? elements.parent(of: node)
        readRemark(node, into: &comment, page)
      } else {
        comment.id = page.value("data-post-id", node)
        indices[comment.id] = thread.comments.count
        readPost(node, among: elements, into: &comment, page)
      }
      thread.comments.append(comment)
    }
    thread.openWithFirst { page.has("question", $0.element) }
    thread.article?.title = page.tree.first(.h1).map(page.text)
    return thread
  }

  private static func posts(_ page: HTMLPage) -> [HTMLNodeID] {
    page.elements("post").filter {
      !page.value("data-post-id", $0).isEmpty && page.value(.id, $0).hasPrefix("post-id-")
    }
  }

  private func readPost(
    _ node: HTMLNodeID,
    among elements: CommentElements,
    into comment: inout PageComment,
    _ page: HTMLPage
  ) {
    // Several stand there if others changed it; the first wrote it.
    let card = elements.first("post-update-info", in: node)
    let user = card.flatMap { page.first("user-info", in: $0) }
    let link = user.flatMap { page.tree.first(.a, in: $0) }
    comment.author = page.text(link ?? user)
    comment.authorURL = page.link(link)
    comment.date = card.map { date(in: $0, page) } ?? .none
    let body = elements.first("post-body", in: node)
    comment.body = [body].compactMap { $0 }
    if let body {
      comment.leftOut = Set(
        page.tree.descendants(of: body).filter { inner in
          ["post-update-info-container", "post-controls", "comments"].contains {
            page.has($0, inner)
          }
        }
      )
    }
    comment.url = page.link(elements.first("permant-link", in: node))
  }

  private func readRemark(
    _ node: HTMLNodeID,
    into comment: inout PageComment,
    _ page: HTMLPage
  ) {
    let user = page.first("author", in: node)
    comment.author = page.text(user)
    comment.authorURL = page.link(user)
    comment.date = date(in: node, page)
    comment.body = [page.first("comment-body", in: node)].compactMap { $0 }
    if let body = comment.body.first {
      // The name may stand in the text's last line.
      comment.leftOut = Set(
        page.tree.descendants(of: body).filter { page.has("author", $0) || page.has("age", $0) }
      )
    }
    comment.url = "#post-id-\(comment.id)"
  }

  private func date(in node: HTMLNodeID, _ page: HTMLPage) -> PageDate {
    let mark = page.first("timeago", in: node)
    return PageDate(moment: Timestamp(iso: page.value(.title, mark)), text: page.text(mark))
  }
}
