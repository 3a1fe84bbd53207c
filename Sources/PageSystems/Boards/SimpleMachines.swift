import HTMLParsing
import PageModel

/// SMF 2: posts in `post_wrapper`, the author in `poster`, the date in `keyinfo`.
package enum SimpleMachines: Board {
  package static let name = "smf"
  package static let summary = "a topic of an SMF forum (Simple Machines 2.0, 2.1)"

  package static let signs = [
    PageSign(
      "posts",
      classes: ["post_wrapper", "poster", "keyinfo"],
      evidence: "the template Display of SMF 2.0 and 2.1, and of themes made from it",
      fixture: "smf/topic"
    )
  ]

  package static func posts(_ page: HTMLPage) -> [HTMLNodeID] {
    Array(page.elements("post_wrapper"))
  }

  package static func title(_ page: HTMLPage) -> HTMLNodeID? {
    page.first(in: HTMLDocument.root) { page.value(.id, $0) == "top_subject" }
  }

  package static func parts(of post: HTMLNodeID, _ page: HTMLPage) -> BoardPost? {
    guard let text = page.first("inner", in: post), let head = page.first("keyinfo", in: post)
    else { return nil }
    var parts = BoardPost(text: [text])
    parts.id = page.number(of: text, after: "msg_") ?? ""
    let poster = page.first("poster", in: post)
    parts.author = poster.flatMap { page.tree.first(.h4, in: $0) }
    // The first post has no number.
    let line = page.first("page_number", in: head) ?? page.first("smalltext", in: head)
    parts.number = (page.count(in: line) ?? 0) + 1
    let date = page.first(in: head) { node in
      page.has("smalltext", node) && page.text(node).contains(where: \.isNumber)
    }
    if let time = page.tree.first(.time, in: head) {
      parts.date = page.date(time)
    } else {
      parts.date = PageDate(within: page.text(date) { page.tree[$0].tag == .strong })
    }
    parts.link = page.link(holding: "msg", in: head)
    parts.ranks = ["membergroup", "postgroup"].compactMap { (rank: StaticString) in
      poster.flatMap { page.first(rank, in: $0) }
    }
    parts.change = page.first("modified", in: post)
    return parts
  }
}
