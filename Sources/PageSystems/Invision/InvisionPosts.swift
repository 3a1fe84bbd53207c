import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The posts of a page of an Invision forum.
struct InvisionPosts {
  /// The elements that hold a post each.
  let nodes: [HTMLNodeID]
  /// Whether they are a topic, whose first post opens it; comments below a page are none.
  let isTopic: Bool
  private let page: HTMLPage
  private let mark: String

  /// Posts as IP.Board 3 prints them.
  init(third page: HTMLPage) {
    self.page = page
    mark = "post_id_"
    nodes = page.elements("post_block").filter {
      Self.number(of: $0, "post_id_", page) != nil && page.first("entry-content", in: $0) != nil
    }
    isTopic = true
  }

  /// Posts as Invision Community 4 prints them.
  init(fourth page: HTMLPage) {
    self.page = page
    mark = "elComment_"
    nodes = page.elements("ipsComment").filter {
      Self.number(of: $0, "elComment_", page) != nil && Self.text(in: $0, page) != nil
    }
    isTopic = nodes.contains { page.has("cPost", $0) }
  }

  /// The posts as comments.
  var comments: [PageComment] { nodes.map(comment) }

  private func comment(_ node: HTMLNodeID) -> PageComment {
    var comment = PageComment(element: node)
    comment.id = Self.number(of: node, mark, page) ?? ""
    let body = Self.text(in: node, page)
    comment.body = [body].compactMap { $0 }
    let author = author(of: node)
    comment.author = page.text(author)
    comment.authorURL = author.flatMap { page.link(page.anchor($0)) }
    comment.date = date(of: node, outside: body)
    comment.url = page.link(permalink(in: node))
    comment.leftOut = leftOut(in: body)
    return comment
  }

  private static func number(of node: HTMLNodeID, _ mark: String, _ page: HTMLPage) -> String? {
    let id = page.value(.id, node)
    guard id.hasPrefix(mark) else { return nil }
    let number = id.dropFirst(mark.count)
    return !number.isEmpty && number.allSatisfy(\.isNumber) ? String(number) : nil
  }

  private static func text(in node: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    page.first(in: node) { page.value("data-role", $0) == "commentContent" }
      ?? page.first("entry-content", in: node)
  }

  /// The name: marked inside a box for the author, else the box.
  private func author(of node: HTMLNodeID) -> HTMLNodeID? {
    let names: [StaticString] = ["cAuthorPane_author", "author", "post_username"]
    guard let box = names.lazy.compactMap({ page.first($0, in: node) }).first else { return nil }
    let name =
      page.first("fn", in: box) ?? page.first(in: box) { page.value(.itemprop, $0) == "name" }
    return name ?? page.first(in: box) { page.tree[$0].tag == .a && !page.text($0).isEmpty } ?? box
  }

  private func date(of node: HTMLNodeID, outside body: HTMLNodeID?) -> PageDate {
    if let mark = page.first("published", in: node) {
      let stated = page.value(.title, mark)
      return PageDate(moment: Timestamp(iso: stated), text: page.text(mark), absolute: stated)
    }
    let time = page.first(in: node) { inner in
      page.tree[inner].tag == .time && !(body.map { page.isInside(inner, $0) } ?? false)
    }
    return page.date(time)
  }

  private func permalink(in node: HTMLNodeID) -> HTMLNodeID? {
    page.first(in: node) { inner in
      page.tree[inner].tag == .a
        && (page.value(.rel, inner) == "bookmark" || page.value(.href, inner).has("do=findComment"))
    }
  }

  /// Notes about changes, and advertisements.
  private func leftOut(in body: HTMLNodeID?) -> Set<HTMLNodeID> {
    guard let body else { return [] }
    return Set(
      page.tree.descendants(of: body).filter { node in
        page.has("edit", node) || page.has("nexusad", node) || page.has("signature", node)
          || page.tree.attribute(named: "data-excludequote", of: node) != nil
      }
    )
  }
}
