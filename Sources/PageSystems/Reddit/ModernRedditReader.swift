import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Reddit since 2023: elements of its own, boxes in boxes, what a machine wants in attributes.
package struct ModernRedditReader: PageSystem {
  package let name = "shreddit"
  package let summary = "a discussion on new Reddit"

  package init() {}

  package static let signs = [
    PageSign(
      "post",
      considers: "an element shreddit-post",
      evidence: "www.reddit.com since 2023",
      fixture: "shreddit/alone",
      isMet: { !elements("shreddit-post", $0).isEmpty }
    ),
    PageSign(
      "comment",
      considers: "an element shreddit-comment",
      evidence: "the same, where the post is not in the page",
      fixture: "shreddit/comments",
      isMet: { !elements("shreddit-comment", $0).isEmpty }
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    thread.site = "https://www.reddit.com/"
    let elements = CommentElements(page, Self.elements("shreddit-comment", page))
    thread.comments = elements.nodes.map { comment($0, among: elements, on: page) }
    let post = Self.elements("shreddit-post", page).first
    thread.article = post.map { article($0, page) } ?? PageArticle()
    thread.declared = post.flatMap { Int(page.value("comment-count", $0)) }
    return thread
  }

  private static func elements(_ name: String, _ page: HTMLPage) -> [HTMLNodeID] {
    page.tree.nodes.indices.lazy.map(HTMLNodeID.init).filter { node in
      page.tree[node].kind == .element && page.tree[node].tag == .other
        && page.tree.name(of: node) == name
    }
  }

  private func comment(
    _ node: HTMLNodeID,
    among elements: CommentElements,
    on page: HTMLPage
  ) -> PageComment {
    var comment = PageComment(element: node)
    comment.id = Self.id(page.value("thingid", node))
    let parent = page.value("parentid", node)
    comment.parent = elements.parent(of: node)
    if comment.parent == .root, parent.hasPrefix("t1_") {
      comment.parent = .id(Self.id(parent))
    } else if comment.parent == .root, let depth = Int(page.value("depth", node)), depth > 0 {
      comment.parent = .depth(depth)
    }
    comment.author = page.value("author", node)
    comment.url = page.link(node, page.tree.findName("permalink") ?? .href)
    comment.score = Int(page.value("score", node))
    let flair = elements.first(in: node) { page.tree.name(of: $0) == "author-flair-event-handler" }
    comment.badges = [page.text(flair)].filter { !$0.isEmpty }
    comment.date = date(
      stated: page.value("created", node),
      elements.first(in: node) { isTime($0, page) },
      page
    )
    let body = elements.first(in: node) { page.value("slot", $0) == "comment" }
    let text = body ?? elements.first(in: node) { page.value(.id, $0).hasSuffix("-rtjson-content") }
    comment.body = [text].compactMap { $0 }
    let isGone = comment.author.isEmpty || comment.author == "[deleted]"
    if isGone && page.text(text).split(separator: " ").count < 8 {
      comment.author = ""
      comment.body = []
      comment.state = .deleted
    } else if isGone {
      comment.author = ""
    }
    return comment
  }

  private func article(_ post: HTMLNodeID, _ page: HTMLPage) -> PageArticle {
    var article = PageArticle()
    let heading = page.first(in: post) { page.value("slot", $0) == "title" }
    let stated = page.value("post-title", post).collapsed
    article.title = stated.isEmpty ? page.text(heading) : stated
    article.author = page.value("author", post)
    article.score = Int(page.value("score", post))
    article.url = page.link(post, page.tree.findName("permalink") ?? .href)
    let time = page.first(in: post) { isTime($0, page) }
    article.date = date(stated: page.value("created-timestamp", post), time, page)
    let link = page.link(post, page.tree.findName("content-href") ?? .href) ?? ""
    if link.has("://"), !link.has("/comments/") { article.linked = link }
    let text = page.first(in: post) { page.value("slot", $0) == "text-body" }
    article.content = [text].compactMap { $0 }
    return article
  }

  private func isTime(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    page.tree[node].tag == .time || !page.value("ts", node).isEmpty
  }

  private func date(stated: String, _ time: HTMLNodeID?, _ page: HTMLPage) -> PageDate {
    let told = [stated, page.value("ts", time), page.value(.datetime, time)].first { !$0.isEmpty }
    return PageDate(moment: told.flatMap { Timestamp(iso: $0) }, text: page.text(time))
  }

  /// The id without the prefix that tells comments from posts.
  private static func id(_ name: String) -> String {
    String(name.hasPrefix("t1_") ? name.dropFirst(3) : name[...])
  }
}
