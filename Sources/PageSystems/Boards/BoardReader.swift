import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// A topic of a forum, whose software says where the parts of posts stand.
package struct BoardReader<Software: Board>: PageSystem {
  package let name = Software.name
  package let summary = Software.summary
  package static var signs: [PageSign] { Software.signs }

  package init() {}

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    var opening: HTMLNodeID?
    for node in Software.posts(page) {
      guard let post = Software.parts(of: node, page) else { continue }
      if thread.comments.isEmpty, post.number == 1 { opening = node }
      thread.comments.append(comment(node, post, page))
    }
    thread.openWithFirst { $0.element == opening }
    thread.article?.title = Software.title(page).map(page.text)
    thread.goOn(at: page.link(page.first(related: "next")))
    return thread
  }

  private func comment(_ node: HTMLNodeID, _ post: BoardPost, _ page: HTMLPage) -> PageComment {
    var comment = PageComment(element: node)
    comment.id = post.id
    let link = post.author.flatMap { author in
      page.first(in: author) { page.tree[$0].tag == .a && !page.text($0).isEmpty }
        ?? page.anchor(author)
    }
    comment.author = page.text(link ?? post.author)
    comment.authorURL = page.link(link)
    comment.date = post.date
    comment.url = page.link(post.link)
    comment.badges = post.ranks.map(page.text).filter { !$0.isEmpty }
    comment.edited = PageDate(within: page.text(post.change))
    comment.body = post.text
    comment.leftOut = post.leftOut
    if let depth = post.depth { comment.parent = .depth(depth) }
    return comment
  }
}
