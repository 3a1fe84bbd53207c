import HTMLParsing
import PageModel

/// FluxBB, and PunBB 1.2 that it was made from: posts in `blockpost`.
package enum FluxBB: Board {
  package static let name = "fluxbb"
  package static let summary = "a topic of a FluxBB forum, or of PunBB 1.2"

  package static let signs = [
    PageSign(
      "posts",
      classes: ["blockpost", "postleft", "postmsg"],
      evidence: "viewtopic of PunBB 1.2 and FluxBB 1.4 and 1.5",
      fixture: "fluxbb/topic"
    )
  ]

  package static func posts(_ page: HTMLPage) -> [HTMLNodeID] {
    Array(page.elements("blockpost"))
  }

  package static func title(_ page: HTMLPage) -> HTMLNodeID? {
    // Answers may have a title, too.
    posts(page).first { page.has("firstpost", $0) }.flatMap { post in
      page.first("postright", in: post).flatMap { page.tree.first(.h3, in: $0) }
    }
  }

  package static func parts(of post: HTMLNodeID, _ page: HTMLPage) -> BoardPost? {
    guard let text = page.first("postmsg", in: post), !page.has("postsignature", text),
      let head = page.tree.first(.h2, in: post)
    else { return nil }
    var parts = BoardPost(text: [text])
    parts.id = page.number(of: post, after: "p") ?? ""
    let left = page.first("postleft", in: post)
    parts.author = left.flatMap { page.tree.first(.dt, in: $0) }
    parts.link = page.tree.first(.a, in: head)
    parts.date = PageDate(text: page.text(parts.link))
    parts.number = page.count(in: page.first("conr", in: head))
    parts.ranks = [left.flatMap { page.first("usertitle", in: $0) }].compactMap(\.self)
    parts.change = page.first("postedit", in: text)
    parts.leftOut = Set([parts.change].compactMap(\.self))
    return parts
  }
}
