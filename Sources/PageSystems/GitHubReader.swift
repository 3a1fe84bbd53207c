import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Issues and pull requests on GitHub: boxes down a time line, the first of them the description.
package struct GitHubReader: PageSystem {
  package let name = "github"
  package let summary = "an issue or a pull request on GitHub"

  package init() {}

  package static let signs = [
    PageSign(
      "issue",
      classes: ["react-issue-body", "markdown-body"],
      evidence: "issues since 2024",
      fixture: "github/issue"
    ),
    PageSign(
      "time-line",
      classes: ["timeline-comment", "markdown-body"],
      evidence: "issues before 2024, and pull requests",
      fixture: "github/boxes"
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let words: [StaticString] = ["react-issue-body", "react-issue-comment", "timeline-comment"]
    let elements = CommentElements(page, words.flatMap { Array(page.elements($0)) }.sorted())
    for node in elements.nodes {
      // A box for a new comment has no text of anybody's.
      guard let body = elements.first("markdown-body", in: node) else { continue }
      thread.comments.append(comment(node, body: body, among: elements, on: page))
    }
    thread.openWithFirst { !$0.id.isEmpty && !($0.url ?? "").has("#issuecomment") }
    let title = page.elements("markdown-title").first ?? page.elements("js-issue-title").first
    thread.article?.title = title.map(page.text)
    thread.site = "https://github.com/"
    return thread
  }

  private func comment(
    _ node: HTMLNodeID,
    body: HTMLNodeID,
    among elements: CommentElements,
    on page: HTMLPage
  ) -> PageComment {
    var comment = PageComment(element: node)
    comment.body = [body]
    let user = elements.first(in: node) { isAuthor($0, page) }
    comment.author = page.text(user)
    comment.authorURL = page.link(user)
    comment.badges = page.tree.descendants(of: node).filter { isRole($0, page) }.map(page.text)
      .filter { $0 != "Author" }
    let time = elements.first(in: node) { page.tree.name(of: $0) == "relative-time" }
    comment.date = page.date(time)
    // The link around the date ends in the comment's id, `#issuecomment-12`.
    let link = elements.first(in: node) { inner in
      page.tree[inner].tag == .a && page.value(.href, inner).has("#issue")
    }
    comment.url = page.link(link)
    let mark = comment.url?.behind("#") ?? ""
    comment.id = String(mark.drop { !$0.isNumber })
    return comment
  }

  /// What somebody is to the project: member, contributor.
  private func isRole(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    page.value("data-testid", node) == "comment-author-association"
      || page.has("timeline-comment-label", node)
  }

  /// A link with a name in it, as old pages mark by a class and new ones for their tests.
  private func isAuthor(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    guard page.tree[node].tag == .a, !page.text(node).isEmpty else { return false }
    let mark = page.value("data-testid", node)
    return page.has("author", node) || mark == "avatar-link" || mark == "issue-body-header-author"
  }
}
