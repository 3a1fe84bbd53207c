import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The front pages of Lobsters and the sites that run its software: an item of a list for a story.
package struct LobstersList: ListingSystem {
  package let name = "lobsters-page-list"
  package let summary = "a front page of Lobsters or a site that runs its software"

  package init() {}

  package static let signs = [
    PageSign(
      "stories",
      considers: "several elements of the class story_liner",
      evidence: "one for each story since 2012; a discussion has one",
      fixture: "lobsters-page-list/front",
      isMet: { $0.count("story_liner") > 1 && $0.count("comment_text") == 0 }
    )
  ]

  package func read(_ page: HTMLPage) -> PageListing {
    var listing = PageListing()
    for story in page.elements("story_liner") { listing.entries.append(entry(story, page)) }
    // The link to the page before stands first.
    let links = page.elements("morelink").first.map { box in
      page.tree.descendants(of: box).filter { page.tree[$0].tag == .a }
    }
    listing.next = links?.last.flatMap { page.link($0) }
    return listing
  }

  private func entry(_ story: HTMLNodeID, _ page: HTMLPage) -> PageEntry {
    var entry = PageEntry()
    let item = page.tree.ancestor(of: story) { page.has("story", $0) }
    let id = page.value("data-shortid", item)
    entry.parts.id = id.isEmpty ? nil : id
    let title = page.first("link", in: story).flatMap { page.tree.first(.a, in: $0) }
    entry.parts.title = page.text(title)
    // A story without an article leads to its own discussion.
    entry.parts.article = page.link(title).flatMap { $0.hasPrefix("/s/") ? nil : $0 }
    entry.parts.score =
      page.text(page.first("upvoter", in: story)).points
      ?? page.text(page.first("score", in: story)).points
    entry.parts.tags = page.tree.descendants(of: story).filter { page.has("tag", $0) }.map(
      page.text
    )
    entry.parts.site = page.first("domain", in: story).map { page.text($0) }
    if let line = page.first("byline", in: story) {
      entry.parts.author = LobstersLine.user(in: line, page).map { page.text($0) }
      entry.date = LobstersLine.date(in: line, page)
    }
    if let label = page.first("comments_label", in: story) {
      entry.parts.discussion = page.tree.first(.a, in: label).flatMap { page.link($0) }
      entry.parts.comments = page.text(label).drop { !$0.isNumber }.leadingNumber ?? 0
    }
    return entry
  }
}
