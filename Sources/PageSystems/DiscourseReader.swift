import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Discourse, as it serves robots and browsers without scripts, and as a browser saves it.
///
/// A topic is one list of posts; the first opens it. What a post answers is only told by the page
/// a script has made, as a name.
package struct DiscourseReader: PageSystem {
  package let name = "discourse"
  package let summary = "a topic of a Discourse forum"

  package init() {}

  package static let signs = [
    PageSign(
      "crawler",
      classes: ["crawler-post"],
      evidence: "what Discourse serves to robots and browsers without scripts",
      fixture: "discourse/plain"
    ),
    PageSign(
      "scripted",
      classes: ["topic-post", "cooked"],
      evidence: "a topic as its script builds it, saved by a browser",
      fixture: "discourse/scripted"
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let plain = page.elements("crawler-post")
    let address = address(page)
    for node in plain.isEmpty ? page.elements("topic-post") : plain {
      var post = post(node, page)
      // The link to the next page stands in a box like a post's.
      if post.id.isEmpty && post.body.isEmpty { continue }
      if !address.isEmpty, !post.id.isEmpty { post.url = "\(address)/\(post.id)" }
      thread.comments.append(post)
    }
    thread.regions = Array(plain)
    thread.openWithFirst { $0.id == "1" }
    thread.article?.title = title(page)
    thread.goOn(at: page.link(page.first(related: "next")))
    return thread
  }

  /// The topic's address; `/2` behind it leads to its second post.
  private func address(_ page: HTMLPage) -> String {
    let link = page.first(in: HTMLDocument.root) { node in
      page.value(.rel, node) == "canonical" || page.value(.itemprop, node) == "mainEntityOfPage"
    }
    return page.link(link)?.split(separator: "?").first.map(String.init) ?? ""
  }

  private func title(_ page: HTMLPage) -> String? {
    let heading = page.tree.first(.h1).map(page.text) ?? ""
    return heading.isEmpty ? nil : heading
  }

  private func post(_ node: HTMLNodeID, _ page: HTMLPage) -> PageComment {
    var comment = PageComment(element: node)
    comment.id = number(node, page)
    let creator = page.first("creator", in: node) ?? page.first("names", in: node) ?? node
    let name =
      page.first(in: creator) { page.value(.itemprop, $0) == "name" }
      ?? page.first("username", in: creator) ?? page.tree.first(.a, in: creator)
    comment.author = page.text(name)
    comment.authorURL = page.link(page.tree.first(.a, in: creator))
    comment.date = date(node, page)
    comment.edited = edited(node, after: comment.date, page)
    comment.score =
      page.text(page.first("post-likes", in: node)).points
      ?? page.text(page.first("like-count", in: node)).points
    comment.badges = badges(of: creator, in: node, page)
    comment.replyTo = page.text(page.first("reply-to-tab", in: node))
    if let body = page.first("cooked", in: node) ?? page.first("post", in: node) {
      comment.body = [body]
      comment.leftOut = Set(page.tree.descendants(of: body).filter { isBoilerplate($0, page) })
    }
    return comment
  }

  /// The post's number in its topic, `post_12`.
  private func number(_ node: HTMLNodeID, _ page: HTMLPage) -> String {
    let id = page.value(.id, node)
    if id.hasPrefix("post_") { return id.dropFirst(5).description }
    let inner = page.first(in: node) { page.value(.id, $0).hasPrefix("post_") }
    return page.value(.id, inner).dropFirst(5).description
  }

  /// File names and sizes below pictures, and the controls of quotes.
  private func isBoilerplate(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    page.has("meta", node) || page.has("quote-controls", node)
  }

  /// The last change, unless it is the writing itself.
  private func edited(
    _ node: HTMLNodeID,
    after date: PageDate,
    _ page: HTMLPage
  ) -> PageDate {
    let stated = page.first(in: node) { page.value(.itemprop, $0) == "dateModified" }
    guard let moment = Timestamp(iso: page.value(.content, stated)), moment != date.moment else {
      return .none
    }
    return PageDate(moment: moment)
  }

  /// The title and the offices of who wrote a post, and whether it settled the question.
  private func badges(of creator: HTMLNodeID, in node: HTMLNodeID, _ page: HTMLPage) -> [String] {
    var badges = [page.text(page.first("user-title", in: node))]
    badges += ["admin", "moderator"].filter { office in
      page.first(in: creator) { page.words(of: $0).contains { $0 == office } } != nil
    }
    if page.value(.itemprop, node) == "acceptedAnswer" { badges.append("accepted") }
    return badges.filter { !$0.isEmpty }
  }

  private func date(_ node: HTMLNodeID, _ page: HTMLPage) -> PageDate {
    if let time = page.first(in: node, where: { page.tree[$0].tag == .time }) {
      return page.date(time)
    }
    guard let relative = page.first("relative-date", in: node) else { return .none }
    let moment = Int64(page.value(.dataTime, relative)).flatMap { Timestamp(unix: $0 / 1000) }
    return PageDate(
      moment: moment,
      text: page.text(relative),
      absolute: page.value(.title, relative)
    )
  }
}
