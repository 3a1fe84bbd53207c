import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Stack Overflow and its sisters: a question, answers, and comments inside the box of each.
package struct StackExchangeReader: PageSystem {
  package let name = "stackexchange"
  package let summary = "a question of Stack Overflow or another Stack Exchange site"

  package init() {}

  package static let signs = [
    PageSign(
      "question",
      considers: "an element of the class question with the attribute data-questionid",
      evidence: "Stack Exchange since 2010",
      fixture: "stackexchange/question",
      isMet: { page in
        page.elements("question").contains { !page.value("data-questionid", $0).isEmpty }
      }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let posts = page.elements("question") + page.elements("answer") + page.elements("comment")
    let elements = CommentElements(page, posts.filter { !id($0, page).isEmpty }.sorted())
    for node in elements.nodes {
      let isRemark = page.has("comment", node)
      thread.comments.append(
        isRemark ? remark(node, among: elements, on: page) : post(node, among: elements, on: page)
      )
    }
    let address = page.canonical ?? ""
    for (index, node) in elements.nodes.enumerated() where page.has("comment", node) {
      guard case .index(let post) = thread.comments[index].parent, !address.isEmpty else {
        continue
      }
      let place = "comment\(thread.comments[index].id)_\(thread.comments[post].id)"
      thread.comments[index].url = "\(address)#\(place)"
    }
    thread.openWithFirst { page.has("question", $0.element) }
    let header = page.first(in: HTMLDocument.root) { page.value(.id, $0) == "question-header" }
    let heading = header.flatMap { page.tree.first(.h1, in: $0) } ?? page.tree.first(.h1)
    thread.article?.title = heading.map(page.text)
    let hidden = page.elements("comments-list").reduce(0) { sum, list in
      sum + (Int(page.value("data-remaining-comments-count", list)) ?? 0)
    }
    if hidden > 0 { thread.declared = thread.comments.count(where: \.state.isComment) + hidden }
    return thread
  }

  private func id(_ node: HTMLNodeID, _ page: HTMLPage) -> String {
    let names = ["data-questionid", "data-answerid", "data-comment-id"]
    return names.lazy.map { page.value($0, node) }.first { !$0.isEmpty } ?? ""
  }

  /// A question or an answer; of the people at its foot one wrote it and others changed it.
  private func post(
    _ node: HTMLNodeID,
    among elements: CommentElements,
    on page: HTMLPage
  ) -> PageComment {
    var comment = PageComment(element: node)
    comment.id = id(node, page)
    comment.body = [
      elements.first("js-post-body", in: node) ?? elements.first("post-text", in: node)
        ?? elements.first("s-prose", in: node)
    ].compactMap { $0 }
    let votes = elements.first("js-vote-count", in: node)
    comment.score =
      page.value("data-score", node).points
      ?? page.text(votes ?? elements.first("vote-count-post", in: node)).points
    if page.has("accepted-answer", node) { comment.badges = ["accepted"] }
    let changes = elements.first(in: node) {
      page.tree[$0].tag == .a && page.value(.href, $0).has("/revisions")
    }
    comment.edited = moment(changes.flatMap { page.first("relativetime", in: $0) }, page)
    let details =
      elements.first(in: node) {
        page.has("user-details", $0) && page.value(.itemprop, $0) == "author"
      } ?? elements.first("owner", in: node).flatMap { page.first("user-details", in: $0) }
      ?? elements.first("user-details", in: node)
    let link = details.flatMap { page.tree.first(.a, in: $0) }
    comment.author = page.text(link ?? details)
    comment.authorURL = page.link(link)
    let time = elements.first(in: node) { page.value(.itemprop, $0) == "dateCreated" }
    comment.date = page.date(time)
    if comment.date.moment == nil {
      let written = elements.first(in: node) { time in
        page.has("relativetime", time) && !(changes.map { page.isInside(time, $0) } ?? false)
      }
      comment.date = moment(written, page)
    }
    comment.url = page.link(elements.first("js-share-link", in: node))
    return comment
  }

  private func remark(
    _ node: HTMLNodeID,
    among elements: CommentElements,
    on page: HTMLPage
  ) -> PageComment {
    var comment = PageComment(element: node)
    comment.parent = elements.parent(of: node)
    comment.id = id(node, page)
    comment.score =
      page.value("data-comment-score", node).points
      ?? page.text(page.first("comment-score", in: node)).points
    let user = page.first("comment-user", in: node)
    comment.author = page.text(user)
    comment.authorURL = page.link(user)
    if let date = page.first("comment-date", in: node) {
      comment.date = moment(page.first(in: date) { !page.value(.title, $0).isEmpty }, page)
    }
    comment.body = [page.first("comment-copy", in: node)].compactMap { $0 }
    return comment
  }

  /// The moment in `title`, before a licence.
  private func moment(_ node: HTMLNodeID?, _ page: HTMLPage) -> PageDate {
    guard let node else { return .none }
    let stated = page.value(.title, node).split(separator: ",").first ?? ""
    return PageDate(moment: Timestamp(iso: stated), text: page.text(node))
  }
}
