import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Old Reddit: boxes in boxes, everything a machine wants in `data-` attributes.
package struct RedditReader: PageSystem {
  package let name = "reddit"
  package let summary = "a discussion on old Reddit"

  package init() {}

  package static let signs = [
    PageSign(
      "discussion",
      classes: ["thing", "commentarea"],
      evidence: "old.reddit.com, and www.reddit.com until 2018",
      fixture: "reddit/boxes"
    ),
    PageSign(
      "question",
      classes: ["interstitial-message", "interstitial"],
      evidence: "what Reddit asks before it shows a discussion",
      fixture: "reddit/question"
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    thread.site = "https://old.reddit.com/"
    if page.count("commentarea") == 0, let question = page.elements("interstitial-message").first {
      thread.article = PageArticle(content: [question])
      let message = "the site asks this before it shows the discussion, which is not in the page"
      thread.diagnostics.append(Diagnostic(.warning, message))
      return thread
    }
    readComments(of: page, into: &thread)
    let post = page.elements("thing").first { page.has("link", $0) }
    thread.article = post.map { article($0, page) } ?? PageArticle()
    thread.regions = Array(page.elements("commentarea"))
    thread.declared =
      post.flatMap { Int(page.value("data-comments-count", $0)) }
      ?? post.flatMap { page.first("comments", in: $0) }.flatMap { page.text($0).leadingNumber }
    return thread
  }

  /// Adds the comments, and the placeholders for more of them with the links to these.
  func readComments(of page: HTMLPage, into thread: inout PageThread) {
    let things = page.elements("thing").filter { node in
      page.has("comment", node) || page.has("morechildren", node)
        || page.has("morerecursion", node)
    }
    let elements = CommentElements(page, things)
    for (index, thing) in elements.nodes.enumerated() {
      let comment = comment(thing, among: elements, on: page)
      thread.comments.append(comment)
      guard comment.state == .placeholder, let element = comment.body.first else { continue }
      if let link = link(from: element, page) {
        let count = page.text(element).split { !$0.isNumber }.last.flatMap { Int($0) }
        let more = Continuation(.discussion, link, comment: CommentID(index), count: count)
        thread.continuations.append(more)
      }
    }
  }

  /// Where the place held for more comments leads: to a page that goes on with a thread too deep
  /// for this one, or to what the script asks for.
  private func link(from element: HTMLNodeID, _ page: HTMLPage) -> Continuation.Link? {
    let links = [element] + page.tree.descendants(of: element)
    for link in links where page.tree[link].tag == .a {
      if let request = RedditRequest(script: page.value("onclick", link)) {
        return .request(request.fields)
      }
      if let address = page.link(link) { return .page(address) }
    }
    return nil
  }

  private func comment(
    _ thing: HTMLNodeID,
    among elements: CommentElements,
    on page: HTMLPage
  ) -> PageComment {
    var comment = PageComment(element: thing)
    comment.parent = elements.parent(of: thing)
    guard page.has("comment", thing) else {
      // Its id is that of the first comment it stands for.
      comment.state = .placeholder
      comment.body =
        [elements.first("morecomments", in: thing) ?? elements.first("deepthread", in: thing)]
        .compactMap { $0 }
      return comment
    }
    comment.id = id(of: thing, page)
    let line = elements.first("tagline", in: thing)
    let user = line.flatMap { page.first("author", in: $0) }
    let isNamed = user.map { page.tree[$0].tag == .a } ?? false
    let stated = page.value(.dataAuthor, thing)
    comment.author = !stated.isEmpty ? stated : isNamed ? page.text(user) : ""
    comment.authorURL = page.link(user)
    comment.isByArticleAuthor = user.map { page.has("submitter", $0) } ?? false
    if let line {
      comment.date = date(in: line, page)
      comment.edited = page.date(page.first("edited-timestamp", in: line))
      comment.score = points(in: line, page)
      comment.badges = badges(of: user, in: line, page)
    }
    comment.url =
      page.link(thing, page.tree.findName("data-permalink") ?? .href)
      ?? page.link(elements.first("bylink", in: thing))
    if let body = elements.first("md", in: thing) {
      let isGone = ["[deleted]", "[removed]"].contains(page.text(body))
      comment.state = isGone || page.has("deleted", thing) ? .deleted : .shown
      comment.body = isGone ? [] : [body]
    } else if page.has("deleted", thing) || comment.author.isEmpty {
      comment.state = .deleted
    }
    return comment
  }

  /// The id without the prefix that tells a comment from a post.
  func id(of thing: HTMLNodeID, _ page: HTMLPage) -> String {
    let name = page.value("data-fullname", thing)
    if name.hasPrefix("t1_") { return name.dropFirst(3).drop { $0 == "_" }.description }
    let word = page.words(of: thing, startingWith: "id-t1_").first ?? ""
    return word.dropFirst("id-t1_".count).drop { $0 == "_" }.description
  }

  /// When it was written; a second element says when it was edited.
  private func date(in line: HTMLNodeID, _ page: HTMLPage) -> PageDate {
    page.date(
      page.first(in: line) {
        page.tree[$0].tag == .time && !page.has("edited-timestamp", $0)
      }
    )
  }

  /// The points as they are without the reader's own vote.
  private func points(in box: HTMLNodeID, _ page: HTMLPage) -> Int? {
    let score =
      page.first(in: box) { page.has("score", $0) && page.has("unvoted", $0) }
      ?? page.first("score", in: box)
    return page.value(.title, score).points ?? page.text(score).points
  }

  /// What a subreddit calls a reader, what office the reader writes in, whether it stays on top.
  private func badges(of user: HTMLNodeID?, in line: HTMLNodeID, _ page: HTMLPage) -> [String] {
    var badges = [page.text(page.first("flair", in: line))]
    if let user, page.has("moderator", user) { badges.append("moderator") }
    if let user, page.has("admin", user) { badges.append("admin") }
    if page.first("stickied-tagline", in: line) != nil { badges.append("stickied") }
    return badges.filter { !$0.isEmpty }
  }

  private func article(_ post: HTMLNodeID, _ page: HTMLPage) -> PageArticle {
    var article = PageArticle()
    let title = page.first(in: post) { page.tree[$0].tag == .a && page.has("title", $0) }
    article.title = title.map(page.text)
    article.url = page.link(title)
    let user = page.first("tagline", in: post).flatMap { page.first("author", in: $0) }
    let stated = page.value(.dataAuthor, post)
    article.author = stated.isEmpty ? page.text(user) : stated
    article.date = page.first("tagline", in: post).map { date(in: $0, page) } ?? .none
    article.score = Int(page.value("data-score", post)) ?? points(in: post, page)
    let isElsewhere = article.url.map { $0.has("://") && !$0.has("/comments/") } ?? false
    if isElsewhere { article.linked = article.url }
    if let text = page.first("md", in: post) { article.content.append(text) }
    return article
  }
}
