import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Stack Overflow and its sisters as they were before 2013: posts in tables, ids alone tell their
/// numbers.
package struct EarlyStackExchangeReader: PageSystem {
  package let name = "stackexchange-early"
  package let summary = "a question of a Stack Exchange site, saved before 2013"

  package init() {}

  package static let signs = [
    PageSign(
      "answers",
      considers:
        "the id question, or ids such as answer-12, around the classes post-text and post-signature",
      evidence: "Stack Overflow from 2008 to 2012, and the sites made with its program",
      fixture: "stackexchange-early/question",
      isMet: { page in
        guard page.count("post-signature") > 0, page.count("post-text") > 0 else { return false }
        let posts = posts(page)
        return posts.contains { !id($0, page).isEmpty }
          && posts.allSatisfy { page.value("data-answerid", $0).isEmpty }
      }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let remarks = page.elements("comment").filter { !Self.id($0, page).isEmpty }
    let elements = CommentElements(page, (Self.posts(page) + remarks).sorted())
    for node in elements.nodes {
      var comment = PageComment(element: node)
      comment.id = Self.id(node, page)
      comment.parent = elements.parent(of: node)
      if page.has("comment", node) {
        readRemark(node, into: &comment, page)
      } else {
        readPost(node, among: elements, into: &comment, page)
      }
      thread.comments.append(comment)
    }
    thread.openWithFirst { page.value(.id, $0.element) == "question" }
    let heading = page.first("question-hyperlink", in: HTMLDocument.root)
    thread.article?.title = (heading ?? page.tree.first(.h1)).map(page.text)
    return thread
  }

  private static func posts(_ page: HTMLPage) -> [HTMLNodeID] {
    let question = page.first(in: HTMLDocument.root) { page.value(.id, $0) == "question" }
    return [question].compactMap { $0 } + page.elements("answer").filter { !id($0, page).isEmpty }
  }

  /// The number of an answer or a remark, in its id.
  private static func id(_ node: HTMLNodeID, _ page: HTMLPage) -> String {
    let id = page.value(.id, node)
    for prefix in ["answer-", "comment-"] where id.hasPrefix(prefix) {
      let number = id.dropFirst(prefix.count)
      if number.allSatisfy(\.isNumber) { return String(number) }
    }
    return ""
  }

  /// A question or an answer; of the people at its foot the last wrote it, the others changed it.
  private func readPost(
    _ node: HTMLNodeID,
    among elements: CommentElements,
    into comment: inout PageComment,
    _ page: HTMLPage
  ) {
    comment.body = [elements.first("post-text", in: node)].compactMap { $0 }
    let own = elements.own(in: node).elements
    guard let foot = own.last(where: { page.has("post-signature", $0) }) else { return }
    let details = page.first("user-details", in: foot) ?? foot
    let link = page.tree.first(.a, in: details)
    comment.author = page.text(link ?? details)
    comment.authorURL = page.link(link)
    comment.date = date(page.first("relativetime", in: foot), page)
    let menu = elements.first("post-menu", in: node)
    comment.url = page.link(menu.flatMap(page.anchor))
  }

  private func readRemark(
    _ node: HTMLNodeID,
    into comment: inout PageComment,
    _ page: HTMLPage
  ) {
    let user = page.first("comment-user", in: node)
    comment.author = page.text(user)
    comment.authorURL = page.link(user)
    let date = page.first("comment-date", in: node)
    comment.date =
      date.map { box in
        self.date(page.first(in: box) { !page.value(.title, $0).isEmpty }, page)
      } ?? .none
    comment.body = [page.first("comment-copy", in: node)].compactMap { $0 }
  }

  private func date(_ node: HTMLNodeID?, _ page: HTMLPage) -> PageDate {
    PageDate(moment: Timestamp(iso: page.value(.title, node)), text: page.text(node))
  }
}
