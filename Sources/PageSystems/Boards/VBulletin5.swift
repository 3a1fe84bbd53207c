import HTMLParsing
import PageModel

/// vBulletin 5: a list of posts of the class `b-post`.
enum VBulletin5: Board {
  static let name = "vbulletin"
  static let summary = "a thread of a vBulletin forum"

  static let signs = [
    PageSign(
      "fifth",
      classes: ["b-post", "b-post__timestamp", "js-post__content-text"],
      evidence: "vBulletin 5; programs that collect its posts go by the same names",
      fixture: "vbulletin/conversation"
    )
  ]

  static func posts(_ page: HTMLPage) -> [HTMLNodeID] {
    page.elements("b-post").filter { page.first("js-post__content-text", in: $0) != nil }
  }

  static func title(_ page: HTMLPage) -> HTMLNodeID? { page.elements("main-title").first }

  static func parts(of post: HTMLNodeID, _ page: HTMLPage) -> BoardPost? {
    guard let text = page.first("js-post__content-text", in: post) else { return nil }
    var parts = BoardPost(text: [text])
    parts.id = page.value("data-node-id", post)
    parts.author = page.first("author", in: post)
    let mark = page.first("b-post__timestamp", in: post)
    if let time = mark.flatMap({ page.tree.first(.time, in: $0) }) {
      parts.date = page.date(time)
    } else {
      parts.date = PageDate(text: page.text(mark))
    }
    parts.link = page.first("b-post__count", in: post)
    parts.number = page.count(in: parts.link)
    parts.ranks = [page.first("usertitle", in: post)].compactMap(\.self)
    parts.change = page.first("b-post__edit-info", in: post)
    return parts
  }
}
