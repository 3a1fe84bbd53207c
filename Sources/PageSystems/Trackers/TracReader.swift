import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Trac: a ticket and the changes below it, of which those with a text are comments.
package struct TracReader: PageSystem {
  package let name = "trac"
  package let summary = "a ticket of Trac with its comments"

  package init() {}

  package static let signs = [
    PageSign(
      "changes",
      considers:
        "elements of the class change with ids such as trac-change-1-123, or in #changelog",
      evidence: "ticket.html and ticket_change.html of Trac 0.11 to 1.6",
      fixture: "trac/ticket",
      isMet: { page in
        page.elements("change").contains { isChange($0, page) } && page.count("description") > 0
      }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    var indices: [String: Int] = [:]
    // What a change without a text answers, for those that answer it.
    var instead: [String: String] = [:]
    for change in page.elements("change") where Self.isChange(change, page) {
      let parent = page.first("in-reply-to", in: change).flatMap { number($0, page) } ?? ""
      var comment = comment(change, page)
      if page.text(comment.body.first).isEmpty {
        instead[comment.id] = parent
        continue
      }
      var answered = parent
      while indices[answered] == nil, let next = instead.removeValue(forKey: answered) {
        instead[answered] = next
        if next == answered || next.isEmpty { break }
        answered = next
      }
      comment.parent = indices[answered].map { .index($0) } ?? .root
      if !comment.id.isEmpty { indices[comment.id] = thread.comments.count }
      thread.comments.append(comment)
    }
    thread.article = article(page)
    let log = page.first(in: HTMLDocument.root) { page.value(.id, $0) == "changelog" }
    thread.regions = [log].compactMap { $0 }
    return thread
  }

  private static func isChange(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    guard page.tree[node].tag == .div else { return false }
    if page.value(.id, node).hasPrefix("trac-change-") { return true }
    return page.tree.ancestor(of: node) { page.value(.id, $0) == "changelog" } != nil
  }

  private func comment(_ change: HTMLNodeID, _ page: HTMLPage) -> PageComment {
    var comment = PageComment(element: change)
    let mark = page.first("cnum", in: change)
    comment.id = mark.flatMap(page.anchor).flatMap { number($0, page) } ?? ""
    comment.url = mark.flatMap(page.anchor).flatMap { page.link($0) }
    comment.author = page.text(page.first("trac-author", in: change))
    if comment.author.isEmpty { comment.author = page.text(page.first("author", in: change)) }
    comment.date = date(page.first("timeline", in: change), page)
    let body = page.tree.children(of: change).first { page.has("comment", $0) }
    comment.body = [body ?? page.first("searchable", in: change)].compactMap { $0 }
    if let body { comment.leftOut = Set(page.words(in: body, "lastmodified")) }
    return comment
  }

  /// The number in a link such as `#comment:12`.
  private func number(_ link: HTMLNodeID, _ page: HTMLPage) -> String? {
    let part = page.value(.href, link).behind("#") ?? ""
    return part.hasPrefix("comment:") ? String(part.dropFirst("comment:".count)) : nil
  }

  /// The moment in the address of the timeline, which `title` gives in the words of the site.
  private func date(_ link: HTMLNodeID?, _ page: HTMLPage) -> PageDate {
    let query = page.value(.href, link).replacing("%3A", with: ":").replacing("%2B", with: "+")
    let from = query.firstRange(of: "from=").map { query[$0.upperBound...].prefix { $0 != "&" } }
    return PageDate(moment: from.flatMap { Timestamp(iso: $0) }, text: page.text(link))
  }

  private func article(_ page: HTMLPage) -> PageArticle {
    var article = PageArticle()
    guard let ticket = page.first(in: HTMLDocument.root, where: { page.value(.id, $0) == "ticket" })
    else { return article }
    article.title = page.first("summary", in: ticket).map(page.text)
    let reporter = page.first(in: ticket) { page.value("headers", $0) == "h_reporter" }
    article.author = reporter.map(page.text)
    article.date = date(page.first("timeline", in: ticket), page)
    let description = page.first("description", in: ticket)
    let text = description.flatMap { page.first("searchable", in: $0) }
    article.content = [text ?? description].compactMap { $0 }
    return article
  }
}

extension HTMLPage {
  /// The elements inside another with a word in their `class`.
  fileprivate func words(in node: HTMLNodeID, _ word: StaticString) -> [HTMLNodeID] {
    tree.descendants(of: node).filter { has(word, $0) }
  }
}
