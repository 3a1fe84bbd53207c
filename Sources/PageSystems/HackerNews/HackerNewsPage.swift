import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// One page of Hacker News.
struct HackerNewsPage {
  let page: HTMLPage
  /// The table of the story, or of the comment the page is about.
  let item: HTMLNodeID?

  init(_ page: HTMLPage) {
    self.page = page
    let head = page.elements("subtext").first
    item =
      page.elements("fatitem").first
      ?? head.flatMap { page.tree.ancestor(of: $0) { page.tree[$0].tag == .table } }
  }

  func read() -> PageThread {
    var thread = PageThread()
    var article = article()
    let submitter = item.flatMap { page.first(in: $0, where: isUser) }.map(page.text)
    article.author = submitter
    thread.article = article
    for cell in page.elements("default") where !isPartOfItem(cell) {
      thread.comments.append(comment(cell, submitter: submitter))
    }
    thread.regions = Array(page.elements("comment-tree"))
    thread.declared = declared()
    thread.site = "https://news.ycombinator.com/"
    thread.goOn(at: page.link(page.elements("morelink").first))
    return thread
  }

  private func isPartOfItem(_ node: HTMLNodeID) -> Bool {
    item.map { page.isInside(node, $0) } ?? false
  }

  /// Whether an element links to somebody's profile.
  private func isUser(_ node: HTMLNodeID) -> Bool {
    HackerNewsDate.isUser(node, page)
  }

  private func isItemLink(_ node: HTMLNodeID) -> Bool {
    page.tree[node].tag == .a && page.value(.href, node).has("item?id=")
  }
}

/// The story.
extension HackerNewsPage {
  private func article() -> PageArticle {
    var article = PageArticle()
    guard let item else { return article }
    let cells = page.elements("title").filter { page.isInside($0, item) }
    let title = cells.lazy.compactMap { page.first(in: $0) { page.tree[$0].tag == .a } }
      .first { !page.text($0).isEmpty && !page.value(.href, $0).has("vote?") }
    article.title = title.map(page.text)
    article.url = page.link(title)
    let subtext = page.first("subtext", in: item)
    article.date = HackerNewsDate(in: subtext ?? item, page).date
    article.score = points(in: subtext ?? item)
    if let subtext {
      article.content = text(below: subtext)
    } else if let comment = page.first("commtext", in: item) {
      article.content = [comment]
    }
    if let title, !page.value(.href, title).has("item?id=") { article.linked = article.url }
    return article
  }

  /// What stands in the rows below the one with points and date, the form left out.
  private func text(below subtext: HTMLNodeID) -> [HTMLNodeID] {
    guard let row = page.tree.ancestor(of: subtext, where: { page.tree[$0].tag == .tr }) else {
      return []
    }
    var content: [HTMLNodeID] = []
    var next = page.tree[row].nextSibling
    while let node = next {
      let hasForm = page.tree.first(.form, in: node) != nil
      if page.tree[node].tag == .tr, !hasForm, !page.text(node).isEmpty { content.append(node) }
      next = page.tree[node].nextSibling
    }
    return content
  }

  /// The number of comments: the last link to the discussion itself that begins with a number.
  private func declared() -> Int? {
    guard let subtext = item.flatMap({ page.first("subtext", in: $0) }) else { return nil }
    let links = page.tree.descendants(of: subtext).filter { node in
      isItemLink(node) && page.tree[node].parent.map { !page.has("age", $0) } ?? true
    }
    return links.last.flatMap { page.text($0).leadingNumber }
  }
}

/// Comments.
extension HackerNewsPage {
  private func comment(_ cell: HTMLNodeID, submitter: String?) -> PageComment {
    var comment = PageComment(element: cell)
    let row = page.tree.ancestor(of: cell) { page.tree[$0].tag == .tr }
    comment.parent = .depth(row.map(depth) ?? 0)
    let head = page.first("comhead", in: cell)
    let user = head.flatMap { page.first(in: $0, where: isUser) }
    comment.author = page.text(user)
    comment.authorURL = page.link(user)
    let link = head.flatMap { page.first(in: $0, where: isItemLink) }
    comment.url = page.link(link)
    comment.id = id(cell, link)
    if let head {
      comment.date = HackerNewsDate(in: head, page).date
      comment.score = points(in: head)
      // What moderators and readers marked says so behind the date.
      let line = page.text(head)
      comment.badges = ["dead", "flagged"].filter { line.contains("[\($0)]") }
    }
    comment.isByArticleAuthor = user != nil && comment.author == submitter
    if let body = page.first("commtext", in: cell) ?? page.first("comment", in: cell) {
      comment.body = [body]
      comment.leftOut = Set(page.tree.descendants(of: body).filter(isReplyLink))
      // What moderators or authors took away leaves a word in brackets and nobody's name.
      if user == nil, isNotice(body, without: comment.leftOut) {
        comment.state = .deleted
        comment.body = []
      }
    } else if user == nil {
      comment.state = .deleted
    }
    return comment
  }

  /// Old pages leave elements open, so that the link stands inside the text.
  private func isReplyLink(_ node: HTMLNodeID) -> Bool {
    guard page.tree[node].tag == .a else { return page.has("reply", node) }
    return page.value(.href, node).has("reply?id=")
  }

  private func isNotice(_ body: HTMLNodeID, without leftOut: Set<HTMLNodeID>) -> Bool {
    let text = page.tree.children(of: body).lazy.filter { !leftOut.contains($0) }
      .map(page.text).joined(separator: " ").collapsed
    return text.isEmpty || text.hasPrefix("[") && text.hasSuffix("]")
  }

  private func id(_ cell: HTMLNodeID, _ link: HTMLNodeID?) -> String {
    let row = page.tree.ancestor(of: cell) { page.has("comtr", $0) }
    let id = page.value(.id, row)
    if !id.isEmpty { return id }
    let address = page.value(.href, link)
    guard let mark = address.firstIndex(of: "=") else { return "" }
    return String(address[address.index(after: mark)...].prefix { $0.isASCII && $0.isNumber })
  }

  private func depth(of row: HTMLNodeID) -> Int {
    let cell = page.first("ind", in: row)
    if let indent = cell.flatMap({ Int(page.value("indent", $0)) }) { return max(0, indent) }
    guard let image = page.tree.first(.img, in: cell ?? row) else { return 0 }
    return max(0, (page.value(.width, image).leadingNumber ?? 0) / 40)
  }

  /// The points beside a name.
  private func points(in head: HTMLNodeID) -> Int? {
    let score = page.first(in: head) {
      page.has("score", $0) || page.value(.id, $0).hasPrefix("score_")
    }
    return page.text(score).points
  }
}
