import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// LiveJournal: rows that a margin indents; of deep threads only names and dates are in the page.
package struct LiveJournalReader: PageSystem {
  package let name = "livejournal"
  package let summary = "an entry of a LiveJournal with its comments"

  package init() {}

  package static let signs = [
    PageSign(
      "site",
      classes: ["mdspost-comment", "mdspost-thread"],
      evidence: "the site's own style",
      fixture: "livejournal/rows"
    ),
    PageSign(
      "tree",
      classes: ["b-leaf", "b-tree-twig"],
      evidence: "the style S2 with its comment pages",
      fixture: "livejournal/leaves"
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let twigs = page.elements("mdspost-thread") + page.elements("b-tree-twig")
    for twig in twigs {
      let leaf = page.first("mdspost-comment", in: twig) ?? page.first("b-leaf", in: twig)
      guard let leaf, !number(leaf, in: twig, on: page).isEmpty else { continue }
      thread.comments.append(comment(leaf, in: twig, on: page))
    }
    thread.regions = Array(page.elements("b-tree-root"))
    thread.regions += page.elements("mdspost-comments") + page.elements("mdscomments-list")
    if thread.regions.isEmpty { thread.regions = Array(twigs) }
    return thread
  }

  private func number(_ leaf: HTMLNodeID, in twig: HTMLNodeID, on page: HTMLPage) -> String {
    let ids = [page.value(.id, leaf), page.value("data-tid", twig), page.value("data-tid", leaf)]
    let id = ids.first { $0.hasPrefix("t") && $0.count > 1 } ?? ""
    return id.dropFirst().filter(\.isNumber)
  }

  private func comment(_ leaf: HTMLNodeID, in twig: HTMLNodeID, on page: HTMLPage) -> PageComment {
    var comment = PageComment(element: twig)
    comment.id = number(leaf, in: twig, on: page)
    comment.parent = .depth(depth(of: twig, page))
    comment.author = page.value("data-username", leaf)
    let user = page.first("i-ljuser-username", in: leaf)
    if comment.author.isEmpty { comment.author = page.text(user) }
    comment.authorURL = page.link(user)
    let exact =
      page.first("mdspost-comment-time--ctime", in: leaf)
      ?? page.first("b-leaf-createdtime", in: leaf)
    let time = exact ?? page.first("mdspost-comment-time", in: leaf)
    comment.url = page.link(exact)
    comment.date.text = page.text(time)
    // Folded comments show how long ago it was, no more.
    let seconds = Int64(page.value("data-updated-ts", leaf))
    if exact == nil { comment.date.moment = seconds.flatMap(Timestamp.init(unix:)) }
    comment.isByArticleAuthor =
      page.has("mdspost-comment--poster", leaf) || page.has("b-leaf-poster", leaf)
    let body =
      page.first("mdspost-comment__body", in: leaf) ?? page.first("b-leaf-article", in: leaf)
    let subject =
      page.first("mdspost-comment__subject", in: leaf) ?? page.first("b-leaf-subject", in: leaf)
    comment.body = [subject, body].compactMap { $0 }
    comment.state = state(leaf, isHere: body.map { !page.text($0).isEmpty } ?? false, page)
    return comment
  }

  private func state(_ leaf: HTMLNodeID, isHere: Bool, _ page: HTMLPage) -> CommentState {
    if page.has("mdspost-comment--deleted", leaf) || page.has("b-leaf-deleted", leaf) {
      return .deleted
    }
    let isFolded =
      page.has("mdspost-comment--collapsed", leaf) || page.has("b-leaf-collapsed", leaf)
    return isFolded && !isHere ? .placeholder : .shown
  }

  /// Thirty pixels a level; the class counts levels from 1, if there is no margin.
  private func depth(of twig: HTMLNodeID, _ page: HTMLPage) -> Int {
    let style = page.value(.style, twig).split(separator: ";").first { $0.has("margin-left") }
    if let pixels = style?.drop(while: { !$0.isNumber }).leadingNumber { return pixels / 30 }
    let words = ["mdspost-thread--level-", "b-tree-twig-"]
    let levels = words.lazy.compactMap { prefix in
      page.words(of: twig, startingWith: prefix).compactMap { Int($0.dropFirst(prefix.count)) }
        .first
    }
    return max(0, (levels.first ?? 1) - 1)
  }
}
