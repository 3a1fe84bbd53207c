import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Forums of Invision: IP.Board 3, and what came of it, Invision Community 4.
package struct InvisionReader: PageSystem {
  package let name = "invision"
  package let summary = "a topic of an Invision forum (IP.Board 3, Invision Community 4)"

  package init() {}

  package static let signs = [
    PageSign(
      "third",
      considers: "elements of the class post_block with ids such as post_id_123",
      evidence: "IP.Board 3.0 to 3.4; programs that collect its posts go by the same names",
      fixture: "invision/board",
      isMet: { !InvisionPosts(third: $0).nodes.isEmpty }
    ),
    PageSign(
      "fourth",
      considers: "elements with ids such as elComment_123 that hold a text marked commentContent",
      evidence: "Invision Community 4; programs that collect its posts go by the same names",
      fixture: "invision/community",
      isMet: { !InvisionPosts(fourth: $0).nodes.isEmpty }
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let third = InvisionPosts(third: page)
    let posts = third.nodes.isEmpty ? InvisionPosts(fourth: page) : third
    thread.comments = posts.comments
    let isFirst = page.first(related: "prev") == nil
    if posts.isTopic { thread.openWithFirst { _ in isFirst } }
    thread.goOn(at: page.link(page.first(related: "next")))
    return thread
  }
}
