import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The front pages of Hacker News: two rows of a table for a story.
package struct HackerNewsList: ListingSystem {
  package let name = "hackernews-list"
  package let summary = "a front page of Hacker News"

  package static let site: String? = "https://news.ycombinator.com/"

  package init() {}

  package static let signs = [
    PageSign(
      "stories",
      considers: "several elements of the class subtext, and none that hold a comment",
      evidence: "a line below each title since 2007; a discussion has one such line",
      fixture: "hackernews-list/front",
      isMet: { page in
        page.count("subtext") > 1 && page.count("default") == 0 && page.count("comtr") == 0
          && page.count("fatitem") == 0 && page.elements("subtext").contains { isLine($0, page) }
      }
    )
  ]

  /// Whether a line below a title is one of Hacker News': other sites have elements of that class.
  private static func isLine(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    page.tree[node].tag == .td && page.first(in: node) { isItem($0, page) } != nil
  }

  private static func isItem(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    page.tree[node].tag == .a && page.value(.href, node).has("item?id=")
  }

  package func read(_ page: HTMLPage) -> PageListing {
    var listing = PageListing()
    for line in page.elements("subtext") {
      guard let row = page.tree.ancestor(of: line, where: { page.tree[$0].tag == .tr }),
        let title = title(above: row, page)
      else { continue }
      listing.entries.append(entry(title, line, page))
    }
    // Until 2014 the link had no class of its own.
    let more =
      page.elements("morelink").first
      ?? page.first(in: HTMLDocument.root) { node in
        page.tree[node].tag == .a && page.text(node) == "More"
      }
    listing.next = page.link(more)
    return listing
  }

  /// The link in the row above a line.
  private func title(above row: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    var previous = page.tree[row].previousSibling
    while let node = previous, page.tree[node].tag != .tr {
      previous = page.tree[node].previousSibling
    }
    guard let above = previous else { return nil }
    return page.first(in: above) { node in
      page.tree[node].tag == .a && !page.value(.href, node).has("vote?")
        && !page.text(node).isEmpty
    }
  }

  private func entry(_ title: HTMLNodeID, _ line: HTMLNodeID, _ page: HTMLPage) -> PageEntry {
    var entry = PageEntry()
    let address = page.link(title)
    let items = page.tree.descendants(of: line).filter { Self.isItem($0, page) }
    entry.parts.title = page.text(title)
    entry.parts.discussion = items.last.flatMap { page.link($0) }
    entry.parts.article = address
    if address?.hasPrefix("item?id=") == true {
      entry.parts.discussion = address
      entry.parts.article = nil
    }
    entry.parts.id = entry.parts.discussion?.behind("=").map {
      String($0.prefix(while: \.isNumber))
    }
    let score = page.first(in: line) { page.value(.id, $0).hasPrefix("score_") }
    entry.parts.score = page.text(score).points
    let user = page.first(in: line) { page.value(.href, $0).has("user?id=") }
    entry.parts.author = user.map { page.text($0) }
    // The last link counts the comments; that of the date, inside it, does not.
    if let last = items.last, page.tree[last].parent.map({ !page.has("age", $0) }) ?? true {
      let text = page.text(last)
      entry.parts.comments = text.leadingNumber ?? (entry.parts.score == nil ? nil : 0)
    }
    let site = page.tree[title].parent.flatMap { page.first("sitestr", in: $0) }
    entry.parts.site = site.map { page.text($0) }
    entry.date = HackerNewsDate(in: line, page).date
    return entry
  }
}
