import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// phpBB 2, and phpBB 3 with the style subsilver2: each post is rows of a table, the author's name in
/// one cell, the text in another.
package struct SubSilverReader: PageSystem {
  package let name = "subsilver"
  package let summary = "a topic of a phpBB forum in tables: phpBB 2, or the style subsilver2"

  package init() {}

  package static let signs = [
    PageSign(
      "second",
      considers: "anchors with numbers in the class name, and the classes postbody and postdetails",
      evidence: "viewtopic_body.tpl of phpBB 2, in subSilver and the templates made from it",
      fixture: "subsilver/second",
      isMet: { page in
        page.count("postdetails") > 0 && page.count("postbody") > 0
          && !anchors(page, "name").isEmpty
      }
    ),
    PageSign(
      "third",
      considers: "anchors such as p123 beside the class postauthor, and the class postbody",
      evidence: "viewtopic_body.html of subsilver2, which came with phpBB 3.0 and 3.1",
      fixture: "subsilver/third",
      isMet: { page in
        page.count("postbody") > 0 && !anchors(page, "postauthor").isEmpty
      }
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    var posts = Self.anchors(page, "name")
    if posts.isEmpty { posts = Self.anchors(page, "postauthor") }
    for (index, anchor) in posts.enumerated() {
      let next = index + 1 < posts.count ? posts[index + 1].name : nil
      thread.comments.append(post(anchor, before: next, page))
    }
    thread.regions = regions(thread.comments, page)
    let pages = SubSilverPages(page)
    thread.openWithFirst { _ in pages.isFirst }
    let heading = page.elements("maintitle").first ?? page.elements("titles").first
    if let heading { thread.article?.title = page.text(heading) }
    thread.goOn(at: pages.next)
    return thread
  }

  /// Where a post begins: the anchor that links lead to, and the element with the author's name.
  private struct Anchor {
    let name: HTMLNodeID
    let author: HTMLNodeID
  }

  /// The anchors beside elements of a class that hold the name of an author.
  private static func anchors(_ page: HTMLPage, _ word: StaticString) -> [Anchor] {
    page.elements(word).compactMap { author in
      guard let cell = page.tree.ancestor(of: author, where: { page.tree[$0].tag == .td }) else {
        return nil
      }
      let name = page.tree.descendants(of: cell).first { isAnchor($0, page) }
      return name.map { Anchor(name: $0, author: author) }
    }
  }

  private static func isAnchor(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    guard page.tree[node].tag == .a else { return false }
    let name = page.value(.name, node)
    let digits = name.hasPrefix("p") ? name.dropFirst() : name[...]
    return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private func post(_ anchor: Anchor, before next: HTMLNodeID?, _ page: HTMLPage) -> PageComment {
    let row = page.tree.ancestor(of: anchor.name) { page.tree[$0].tag == .tr } ?? anchor.name
    var comment = PageComment(element: row)
    let name = page.value(.name, anchor.name)
    comment.id = name.hasPrefix("p") ? String(name.dropFirst()) : name
    comment.author = page.text(anchor.author)
    comment.authorURL = page.link(page.anchor(anchor.author))
    var node = page.tree.node(after: anchor.author, skippingChildren: true)
    while let place = node, place != next {
      node = page.tree.node(after: place)
      if comment.url == nil {
        if page.tree[place].tag == .a, page.value(.href, place).hasSuffix("#" + name) {
          comment.url = page.link(place)
        }
      } else if comment.date == .none, page.tree[place].kind == .text {
        if let date = EmbeddedDate(in: page.text(place)) {
          comment.date = PageDate(text: date.date)
        }
      }
      guard page.has("postbody", place) else { continue }
      comment.body = [body(place, page)]
      comment.leftOut = leftOut(of: comment.body[0], page)
      break
    }
    return comment
  }

  /// The element with the text: in phpBB 2 quotations part it into several, so that it is the cell.
  private func body(_ first: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID {
    guard page.tree[first].tag == .span else { return first }
    return page.tree[first].parent ?? first
  }

  /// The remark on when a post was changed, below its text.
  private func leftOut(of body: HTMLNodeID, _ page: HTMLPage) -> Set<HTMLNodeID> {
    Set(page.tree.children(of: body).filter { page.has("gensmall", $0) })
  }

  /// The tables around the posts.
  private func regions(_ posts: [PageComment], _ page: HTMLPage) -> [HTMLNodeID] {
    Set(
      posts.compactMap { post in
        page.tree.ancestor(of: post.element) { page.tree[$0].tag == .table }
      }
    ).sorted()
  }
}
