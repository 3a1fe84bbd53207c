import HTMLParsing
import PageModel

/// bbPress, the forums of WordPress: texts in `bbp-reply-content`, the date in a header before them.
package enum BBPress: Board {
  package static let name = "bbpress"
  package static let summary = "a topic of a bbPress forum"

  package static let signs = [
    PageSign(
      "replies",
      considers: "texts of the class bbp-reply-content beside authors in bbp-reply-author",
      evidence: "the templates loop-single-reply and content-single-topic-lead of bbPress 2",
      fixture: "bbpress/topic",
      isMet: { page in posts(page).contains { page.first("bbp-reply-author", in: $0) != nil } }
    )
  ]

  /// The elements around texts; the line above the list has the classes of a post, and no name.
  package static func posts(_ page: HTMLPage) -> [HTMLNodeID] {
    let texts = page.elements("bbp-topic-content") + page.elements("bbp-reply-content")
    return texts.compactMap { page.tree[$0].parent }.filter {
      page.first("bbp-author-name", in: $0) != nil
    }
  }

  package static func title(_ page: HTMLPage) -> HTMLNodeID? { page.elements("entry-title").first }

  package static func parts(of post: HTMLNodeID, _ page: HTMLPage) -> BoardPost? {
    let text =
      page.first("bbp-topic-content", in: post) ?? page.first("bbp-reply-content", in: post)
    guard let text else { return nil }
    var parts = BoardPost(text: [text])
    let head = header(of: post, page)
    parts.id =
      page.number(of: head, after: "post-") ?? page.number(of: post, after: "post-") ?? ""
    parts.author = page.first("bbp-author-name", in: post)
    let dates: [StaticString] = ["bbp-reply-post-date", "bbp-topic-post-date"]
    let date = dates.lazy.compactMap { name in
      head.flatMap { page.first(name, in: $0) } ?? page.first(name, in: post)
    }.first
    parts.date = PageDate(text: page.text(date))
    parts.link = head.flatMap { page.link(holding: "#post-", in: $0) }
    parts.ranks = [page.first("bbp-author-role", in: post)].compactMap(\.self)
    if page.has("topic", post) || page.has("type-topic", post) { parts.number = 1 }
    parts.depth = depth(of: post, page)
    return parts
  }

  /// How many lists of answers a post stands in.
  private static func depth(of post: HTMLNodeID, _ page: HTMLPage) -> Int {
    var (node, depth) = (post, 0)
    while let list = page.tree.ancestor(of: node, where: { page.has("bbp-threaded-replies", $0) }) {
      (node, depth) = (list, depth + 1)
    }
    return depth
  }

  /// The element before a post that has its date.
  private static func header(of post: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    let inside =
      page.first("bbp-reply-header", in: post) ?? page.first("bbp-topic-header", in: post)
    if let inside { return inside }
    var before = page.tree[post].previousSibling
    while let node = before, page.tree[node].kind != .element {
      before = page.tree[node].previousSibling
    }
    return before.flatMap {
      page.has("bbp-reply-header", $0) || page.has("bbp-topic-header", $0) ? $0 : nil
    }
  }
}
