import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Gitea and Forgejo: an issue or a pull request, with what was said about it and what was done to it,
/// of which only the former is read.
package struct GiteaReader: PageSystem {
  package let name = "gitea"
  package let summary = "an issue or a pull request of Gitea or Forgejo"

  package init() {}

  package static let signs = [
    PageSign(
      "time-line",
      classes: ["comment-list", "render-content", "raw-content"],
      evidence: "repo/issue/view_content of Gitea 1.5 and later, and of Forgejo",
      fixture: "gitea/issue"
    )
  ]

  /// The sources of the texts stand beside them, for whoever edits one; they are left where they are.
  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    var seen: Set<HTMLNodeID> = []
    for body in page.elements("render-content") {
      guard let node = page.tree.ancestor(of: body, where: { page.has("comment", $0) }),
        seen.insert(node).inserted
      else { continue }
      thread.comments.append(comment(node, body: body, on: page))
    }
    thread.openWithFirst { !($0.url ?? "").has("issuecomment") }
    thread.regions = Array(page.elements("comment-list"))
    return thread
  }

  private func comment(
    _ node: HTMLNodeID,
    body: HTMLNodeID,
    on page: HTMLPage
  ) -> PageComment {
    var comment = PageComment(element: node)
    comment.body = [body]
    let header = page.first("header", in: node) ?? page.first("comment-header", in: node)
    let user = header.flatMap { header in
      page.first(in: header) { inner in
        (page.tree[inner].tag == .a || page.has("black", inner)) && !page.text(inner).isEmpty
      }
    }
    comment.author = page.text(user)
    comment.authorURL = page.link(user)
    let time = header.flatMap { header in
      page.first(in: header) { inner in
        page.tree.name(of: inner) == "relative-time" || page.has("time-since", inner)
      }
    }
    let title = page.value(.title, time)
    comment.date =
      title.isEmpty || page.tree.name(of: time ?? node) == "relative-time"
      ? page.date(time) : PageDate(text: page.text(time), absolute: title)
    let id = page.value(.id, node)
    comment.id = String(id.drop { !$0.isNumber })
    comment.url = id.isEmpty ? nil : "#\(id)"
    return comment
  }
}
