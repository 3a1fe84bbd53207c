import DocumentModel
import DocumentParsing
import HTMLParsing
import PageContent
import PageModel

/// The frame in which Disqus shows its comments, saved on its own or with the page around it.
package struct DisqusReader: PageSystem {
  package let name = "disqus"
  package let summary = "the frame of Disqus comments that a browser saves beside a page"

  package init() {}

  package static let signs = [
    PageSign(
      "posts",
      classes: ["post-message", "post-byline", "post-content"],
      evidence: "the frame's own mark-up; any of the three alone is a common name",
      fixture: "disqus/frame"
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let posts = page.elements("post").filter { page.value(.id, $0).hasPrefix("post-") }
    let elements = CommentElements(page, posts)
    for post in elements.nodes { thread.comments.append(comment(post, among: elements, on: page)) }
    let address = thread.comments.first?.url?.split(separator: "#").first
    let data = threadData(page)
    thread.article = PageArticle(
      title: data?["title"]?.string.map(\.decodedReferences).flatMap { $0.isEmpty ? nil : $0 },
      url: data?["link"]?.string ?? address.map(String.init)
    )
    let count = page.elements("comment-count").first
    thread.declared = page.text(count).leadingNumber
    thread.goesOn = page.elements("load-more").contains { !page.isConcealed($0, from: .anyone) }
    return thread
  }

  private func comment(
    _ post: HTMLNodeID,
    among elements: CommentElements,
    on page: HTMLPage
  ) -> PageComment {
    var comment = PageComment(element: post)
    comment.parent = elements.parent(of: post)
    comment.id = page.value(.id, post).dropFirst("post-".count).description
    let author = elements.first("author", in: post)
    comment.author = page.text(author)
    let link = author.flatMap(page.anchor)
    comment.authorURL = page.link(link)
    let likes = elements.first(in: post) { page.value("data-role", $0) == "likes" }
    comment.score = page.text(likes).points
    comment.badges = [page.text(elements.first("badge", in: post))].filter { !$0.isEmpty }
    comment.replyTo = page.text(elements.first("parent-link", in: post))
    if let time = elements.first("time-ago", in: post) {
      comment.date = PageDate(text: page.text(time), absolute: page.value(.title, time))
      comment.url = page.link(time)
    }
    if let message = elements.first("post-message", in: post) {
      comment.body = [message]
      comment.body += [elements.first("post-media", in: post)].compactMap { $0 }
    } else {
      comment.state = .deleted
    }
    return comment
  }

  /// What the frame's script is told of the page it stands in, if that was saved.
  private func threadData(_ page: HTMLPage) -> JSONValue? {
    let script = page.first(in: HTMLDocument.root) {
      page.tree[$0].tag == .script && page.value(.id, $0) == "disqus-threadData"
    }
    guard let script else { return nil }
    var bytes: [UInt8] = []
    page.tree.appendText(of: script, to: &bytes)
    return JSONTree(copying: bytes).root?["response"]?["thread"]
  }
}
