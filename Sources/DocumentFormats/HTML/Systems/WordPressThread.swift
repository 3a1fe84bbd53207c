import DocumentModel
import DocumentParsing
import HTMLParsing

/// WordPress' own comments, as `wp_list_comments` and the block themes print them.
struct WordPressThread: ThreadReader {
  let name = "wordpress"
  let summary = "a WordPress page with its own comments"

  func confidence(in page: HTMLPage) -> Confidence {
    let hasList =
      !page.elements("comment-list").isEmpty || !page.elements("commentlist").isEmpty
      || !page.elements("wp-block-comment-template").isEmpty
    return hasList ? .likely : .no
  }

  func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    var indices: [HTMLNodeID: Int] = [:]
    for node in page.elements("comment") + page.elements("pingback") + page.elements("trackback") {
      guard let id = page.tree.attribute(.id, of: node), id.hasPrefix("comment-") else { continue }
      indices[node] = -1
    }
    let nodes = indices.keys.sorted()
    for (index, node) in nodes.enumerated() { indices[node] = index }
    for node in nodes {
      let parent = page.tree.ancestor(of: node) { indices[$0] != nil }
      var comment = PageComment(element: node)
      comment.parent = parent.flatMap { indices[$0] }.map { .index($0) } ?? .root
      read(node, page, into: &comment)
      thread.comments.append(comment)
    }
    thread.regions = Array(page.elements("comments-area")) + page.elements("comment-respond")
    return thread
  }

  private func read(_ node: HTMLNodeID, _ page: HTMLPage, into comment: inout PageComment) {
    comment.id = String((page.tree.attribute(.id, of: node) ?? "").dropFirst("comment-".count))
    if let author = page.first("fn", in: node) {
      comment.author = page.text(author)
      comment.authorURL = page.link(page.tree.first(.a, in: author))
    }
    if let time = page.tree.first(.time, in: node) {
      comment.date.moment = page.tree.attribute(.datetime, of: time).flatMap(Timestamp.init(iso:))
      comment.date.text = page.text(time)
    }
    if let body = page.first("comment-content", in: node) { comment.body = [body] }
    comment.isByArticleAuthor = page.has("bypostauthor", node)
  }
}
