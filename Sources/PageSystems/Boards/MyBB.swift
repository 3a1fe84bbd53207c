import HTMLParsing
import PageModel

/// MyBB 1.8: posts whose texts have ids such as `pid_123`.
package enum MyBB: Board {
  package static let name = "mybb"
  package static let summary = "a thread of a MyBB forum"

  package static let signs = [
    PageSign(
      "posts",
      classes: ["post_body", "post_head", "author_information"],
      evidence: "the templates postbit and postbit_classic of MyBB 1.8",
      fixture: "mybb/thread"
    )
  ]

  package static func posts(_ page: HTMLPage) -> [HTMLNodeID] {
    page.elements("post").filter { page.first("post_body", in: $0) != nil }
  }

  package static func title(_ page: HTMLPage) -> HTMLNodeID? {
    page.elements("thead").first.flatMap { head in
      page.first(in: head) { node in
        page.tree[node].tag == .strong && page.first("smalltext", in: node) == nil
          && !(page.tree.ancestor(of: node) { page.has("smalltext", $0) }
            .map { page.isInside($0, head) } ?? false)
      }
    }
  }

  package static func parts(of post: HTMLNodeID, _ page: HTMLPage) -> BoardPost? {
    guard let text = page.first("post_body", in: post) else { return nil }
    var parts = BoardPost(text: [text])
    parts.id = page.number(of: text, after: "pid_") ?? ""
    parts.author = page.first("author_information", in: post).map { box in
      page.first("largetext", in: box) ?? page.tree.first(.strong, in: box) ?? box
    }
    let head = page.first("post_head", in: post)
    if let line = head.flatMap({ page.first("post_date", in: $0) }) {
      parts.change = page.first("post_edit", in: line)
      let day = page.first(in: line) { !page.value(.title, $0).isEmpty }
      parts.date = PageDate(
        text: page.text(line) { page.has("post_edit", $0) }.trimmingSeparators,
        absolute: page.value(.title, day)
      )
    }
    parts.link = head.flatMap { page.link(holding: "#pid", in: $0) }
    parts.number = page.count(in: parts.link)
    return parts
  }
}
