import HTMLParsing
import PageModel

/// PunBB 1.3 and 1.4: posts with a `posthead` whose ids are such as `p123`.
package enum PunBB: Board {
  package static let name = "punbb"
  package static let summary = "a topic of a PunBB forum (1.3, 1.4)"

  package static let signs = [
    PageSign(
      "posts",
      classes: ["posthead", "post-byline", "entry-content"],
      evidence: "viewtopic of PunBB 1.3 and 1.4",
      fixture: "punbb/topic"
    )
  ]

  package static func posts(_ page: HTMLPage) -> [HTMLNodeID] {
    page.elements("post").filter { page.first("posthead", in: $0) != nil }
  }

  package static func title(_ page: HTMLPage) -> HTMLNodeID? { page.elements("main-title").first }

  package static func parts(of post: HTMLNodeID, _ page: HTMLPage) -> BoardPost? {
    guard let text = page.first("entry-content", in: post),
      let head = page.first("posthead", in: post)
    else { return nil }
    var parts = BoardPost(text: [text])
    parts.id = page.number(of: head, after: "p") ?? ""
    let names = page.first("username", in: post)
    let line = page.first("post-byline", in: head)
    parts.author =
      names ?? line.flatMap { page.tree.first(.strong, in: $0) ?? page.tree.first(.em, in: $0) }
    parts.link = page.first("post-link", in: head).flatMap { page.tree.first(.a, in: $0) }
    parts.date = PageDate(text: page.text(parts.link))
    parts.number = page.text(page.first("post-num", in: head)).leadingNumber
    parts.ranks = [page.first("usertitle", in: post)].compactMap(\.self)
    parts.change = page.first("lastedit", in: text)
    parts.leftOut = Set(
      [parts.change, page.first("sig-content", in: text)].compactMap(\.self)
    )
    return parts
  }
}
