import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// vBulletin 3 and 4: a list of posts whose texts have ids such as `post_message_123`; vBulletin 5.
package struct VBulletinReader: PageSystem {
  package let name = "vbulletin"
  package let summary = "a thread of a vBulletin forum"

  package init() {}

  package static let signs =
    [
      PageSign(
        "fourth",
        classes: ["postcontainer", "postcontent"],
        evidence: "vBulletin 4",
        fixture: "vbulletin/list"
      ),
      PageSign(
        "third",
        classes: ["bigusername", "thead"],
        evidence: "vBulletin 3",
        fixture: "vbulletin/tables"
      ),
    ] + VBulletin5.signs

  package func read(_ page: HTMLPage) -> PageThread {
    if !VBulletin5.posts(page).isEmpty { return BoardReader<VBulletin5>().read(page) }
    var thread = PageThread()
    let mark = "post_message_"
    for node in page.tree.descendants(of: HTMLDocument.root) where page.tree[node].kind == .element
    {
      let id = page.value(.id, node)
      guard id.hasPrefix(mark) else { continue }
      thread.comments.append(post(node, id: String(id.dropFirst(mark.count)), on: page))
    }
    thread.openWithFirst { number(of: $0.element, page) == 1 }
    let heading = page.elements("threadtitle").first
    thread.article?.title = heading.map(page.text)
    thread.goOn(at: page.link(page.first(related: "next")))
    return thread
  }

  private func post(_ text: HTMLNodeID, id: String, on page: HTMLPage) -> PageComment {
    let box = page.tree.ancestor(of: text) {
      ["post_\(id)", "post\(id)"].contains(page.value(.id, $0))
    }
    let post = box ?? page.tree[text].parent ?? text
    var comment = PageComment(element: post)
    comment.id = id
    let user = page.first("bigusername", in: post) ?? page.first("username", in: post)
    comment.author = page.text(user)
    comment.authorURL = page.link(user)
    comment.date = date(post, page)
    comment.badges = [page.text(rank(of: user, in: post, page))].filter { !$0.isEmpty }
    let change = page.text(page.first("lastedited", in: post))
    comment.edited = PageDate(within: change)
    let counter = counter(of: post, page)
    comment.url = page.link(counter)
    // The text as a whole stands in an element for quotations.
    let content = page.first("postcontent", in: text) ?? text
    comment.body = Array(page.tree.children(of: content))
    comment.leftOut = Set(
      page.tree.descendants(of: content).filter { page.has("bbcode_postedby", $0) }
        .flatMap { icons(in: $0, page) }
    )
    return comment
  }

  /// What the forum calls who wrote a post: marked, in the third version the line below the name.
  private func rank(
    of user: HTMLNodeID?,
    in post: HTMLNodeID,
    _ page: HTMLPage
  ) -> HTMLNodeID? {
    if let title = page.first("usertitle", in: post) { return title }
    let box = user.flatMap { page.tree[$0].parent }
    var next = box.flatMap { page.tree[$0].nextSibling }
    while let node = next, page.tree[node].kind != .element { next = page.tree[node].nextSibling }
    return next.flatMap { page.has("smallfont", $0) ? $0 : nil }
  }

  /// The icons beside the name of who is quoted.
  private func icons(in line: HTMLNodeID, _ page: HTMLPage) -> [HTMLNodeID] {
    page.tree.descendants(of: line).filter { page.tree[$0].tag == .img }
  }

  private func counter(of post: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    page.first("postcounter", in: post)
      ?? page.first(in: post) { page.value(.id, $0).hasPrefix("postcount") }
  }

  private func number(of post: HTMLNodeID, _ page: HTMLPage) -> Int? {
    page.text(counter(of: post, page)).drop { !$0.isNumber }.leadingNumber
  }

  /// The first short text before the post that has a year and a time in it.
  private func date(_ post: HTMLNodeID, _ page: HTMLPage) -> PageDate {
    if let date = page.first("postdate", in: post) ?? page.first("date", in: post) {
      return PageDate(text: page.text(date))
    }
    let cells: [HTMLTag] = [.td, .dd, .span, .div]
    let line = page.first(in: post) { node in
      guard cells.contains(page.tree[node].tag), let text = page.tree[node].firstChild else {
        return false
      }
      let words = page.text(node)
      return (page.tree[text].kind == .text || page.tree[node].tag == .td)
        && (10...40).contains(words.count) && words.contains(":")
        && words.count(where: \.isNumber) >= 6
    }
    let words = page.text(line).split(separator: "#").first ?? ""
    return PageDate(text: String(words).collapsed)
  }
}
