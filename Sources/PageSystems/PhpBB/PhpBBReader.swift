import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// phpBB 3: a list of posts, each with the profile of its author beside it.
package struct PhpBBReader: PageSystem {
  package let name = "phpbb"
  package let summary = "a topic of a phpBB forum"

  package init() {}

  package static let signs = [
    PageSign(
      "posts",
      considers:
        "the class postprofile, and posts with ids such as p123 that hold the class postbody",
      evidence: "the style prosilver and those made from it",
      fixture: "phpbb/topic",
      isMet: { $0.count("postprofile") > 0 && !posts($0).isEmpty }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    thread.comments = Self.posts(page).map { post($0, page) }
    let isFirstPage = self.isFirstPage(page)
    thread.openWithFirst { _ in isFirstPage }
    let heading = page.elements("topic-title").first ?? page.tree.first(.h2)
    thread.article?.title = heading.map(page.text)
    let next = page.elements("next").first { page.anchor($0) != nil }
    thread.goOn(at: page.link(next.flatMap(page.anchor)))
    return thread
  }

  /// The posts: elements with ids such as `p123` that hold a text.
  private static func posts(_ page: HTMLPage) -> [HTMLNodeID] {
    page.elements("post").filter { node in
      let id = page.value(.id, node)
      return id.hasPrefix("p") && id.count > 1 && id.dropFirst().allSatisfy(\.isNumber)
        && page.first("postbody", in: node) != nil
    }
  }

  private func post(_ node: HTMLNodeID, _ page: HTMLPage) -> PageComment {
    var comment = PageComment(element: node)
    let body = page.first("postbody", in: node) ?? node
    let line = page.first("author", in: body)
    comment.id = String(page.value(.id, node).dropFirst())
    let user = line.flatMap { self.user(in: $0, page) } ?? self.user(in: node, page)
    comment.author = page.text(user)
    comment.authorURL = page.link(user)
    comment.date = line.map { date(in: $0, page) } ?? .none
    comment.badges = [page.text(page.first("profile-rank", in: node))].filter { !$0.isEmpty }
    let notice = page.text(page.first("notice", in: body))
    comment.edited = PageDate(within: notice)
    comment.url = line.flatMap { line in
      page.link(
        page.first(in: line) { page.tree[$0].tag == .a && page.value(.href, $0).has("#p") }
      )
    }
    if let text = page.first("content", in: body) ?? page.first("post-entry", in: body) {
      comment.body = [text]
      comment.leftOut = Set(page.tree.descendants(of: text).filter { isControl($0, page) })
    }
    return comment
  }

  /// The author's name: a link, or coloured text where the account is gone.
  private func user(in node: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    page.first(in: node) { page.has("username", $0) || page.has("username-coloured", $0) }
      ?? page.tree.first(.strong, in: node)
  }

  /// The date in the line that names the author: marked, else what stands there in no element.
  private func date(in line: HTMLNodeID, _ page: HTMLPage) -> PageDate {
    if let time = page.tree.first(.time, in: line) { return page.date(time) }
    let texts = page.tree.children(of: line).filter { page.tree[$0].kind == .text }
    let words = texts.map(page.text).last { $0.contains(where: \.isNumber) } ?? ""
    return PageDate(text: words.trimmingSeparators)
  }

  /// Whether an element is the line above code that offers to select it, or the arrow that leads to
  /// what is quoted.
  private func isControl(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    guard let box = page.tree[node].parent else { return false }
    switch page.tree[node].tag {
    case .p, .dt: return page.has("codebox", box)
    case .a: return page.tree[box].tag == .cite && page.text(node) == "↑"
    default: return false
    }
  }

  private func isFirstPage(_ page: HTMLPage) -> Bool {
    guard let pages = page.elements("pagination").first else { return true }
    let own = page.first("active", in: pages) ?? page.tree.first(.strong, in: pages)
    return page.text(own).leadingNumber ?? 1 == 1
  }
}
