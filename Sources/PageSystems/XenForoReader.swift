import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// XenForo 1 and 2: a list of posts, each with its author and id in attributes.
package struct XenForoReader: PageSystem {
  package let name = "xenforo"
  package let summary = "a thread of a XenForo forum"

  package init() {}

  package static let signs = [
    PageSign(
      "second",
      classes: ["message--post", "bbWrapper"],
      evidence: "XenForo 2",
      fixture: "xenforo/thread"
    ),
    PageSign(
      "first",
      classes: ["messageText", "messageList"],
      evidence: "XenForo 1",
      fixture: "xenforo/first"
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let posts = page.elements("message").filter { !id($0, page).isEmpty }
    thread.comments = posts.map { post($0, page) }
    thread.openWithFirst { number(of: $0.element, page) == 1 }
    let heading = page.elements("p-title-value").first ?? page.tree.first(.h1)
    thread.article?.title = heading.map { title($0, page) }
    thread.goOn(at: page.link(page.elements("pageNav-jump--next").first))
    return thread
  }

  /// The title without the labels before it.
  private func title(_ heading: HTMLNodeID, _ page: HTMLPage) -> String {
    let parts = page.tree.children(of: heading).filter { node in
      !page.words(of: node).contains { $0.hasPrefix("label") || $0.hasPrefix("prefix") }
    }
    return parts.map(page.text).joined(separator: " ").collapsed
  }

  private func id(_ node: HTMLNodeID, _ page: HTMLPage) -> String {
    let stated = [page.value("data-content", node), page.value(.id, node)]
    let id = stated.first { $0.has("post-") } ?? ""
    return id.drop { !$0.isNumber }.filter(\.isNumber)
  }

  private func post(_ node: HTMLNodeID, _ page: HTMLPage) -> PageComment {
    var comment = PageComment(element: node)
    comment.id = id(node, page)
    let user = page.first("username", in: node)
    let stated = page.value(.dataAuthor, node)
    comment.author = stated.isEmpty ? page.text(user) : stated
    comment.authorURL = page.link(user)
    comment.date = date(node, page)
    let change = page.first("message-lastEdit", in: node) ?? page.first("editDate", in: node)
    comment.edited = change.map { date($0, page) } ?? .none
    comment.score = page.text(page.first("js-voteCount", in: node)).points
    let banners = page.tree.descendants(of: node).filter { page.has("userBanner", $0) }
    comment.badges = ([page.first("userTitle", in: node)] + banners.map { $0 }).map(page.text)
      .filter { !$0.isEmpty }
    comment.url = page.link(
      page.first(in: node) { inner in
        let address = page.value(.href, inner)
        return page.tree[inner].tag == .a && address.has("post")
          && address.contains(comment.id)
      }
    )
    let body = page.first("bbWrapper", in: node) ?? page.first("messageText", in: node)
    comment.body = [body].compactMap { $0 }
    if let body {
      comment.leftOut = Set(
        page.tree.descendants(of: body).filter {
          page.has("bbCodeBlock-expandLink", $0) || page.has("quoteExpand", $0)
        }
      )
    }
    comment.state = page.has("message--deleted", node) ? .deleted : .shown
    return comment
  }

  private func date(_ node: HTMLNodeID, _ page: HTMLPage) -> PageDate {
    if let time = page.first(in: node, where: { page.tree[$0].tag == .time }) {
      return page.date(time)
    }
    guard let date = page.first("DateTime", in: node) else { return .none }
    return PageDate(
      moment: Int64(page.value(.dataTime, date)).flatMap(Timestamp.init(unix:)),
      text: page.text(date),
      absolute: page.value(.title, date)
    )
  }

  /// The number of a post in its thread, written with a `#` before it.
  private func number(of node: HTMLNodeID, _ page: HTMLPage) -> Int? {
    let marked = page.first(in: node) { inner in
      guard [.a, .span, .li].contains(page.tree[inner].tag) else { return false }
      let text = page.text(inner)
      return text.hasPrefix("#") && text.dropFirst().allSatisfy(\.isNumber) && text.count < 9
    }
    return page.text(marked).dropFirst().leadingNumber
  }
}
