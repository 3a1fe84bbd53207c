import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The lists of topics of Discourse, as it serves robots and browsers without scripts, and as a
/// browser saves them: a row of a table for a topic.
package struct DiscourseList: ListingSystem {
  package let name = "discourse-page-list"
  package let summary = "a list of topics of a Discourse forum"

  package init() {}

  package static let signs = [
    PageSign(
      "topics",
      considers: "several elements of the class topic-list-item, and no posts",
      evidence: "a row for each topic, with and without scripts; topics suggest others below posts",
      fixture: "discourse-page-list/latest",
      isMet: { page in
        page.count("topic-list-item") > 1 && page.count("crawler-post") == 0
          && page.count("topic-post") == 0
      }
    )
  ]

  package func read(_ page: HTMLPage) -> PageListing {
    var listing = PageListing()
    listing.entries = page.elements("topic-list-item").map { entry($0, page) }
    listing.next = page.link(page.first(related: "next"))
    return listing
  }

  private func entry(_ row: HTMLNodeID, _ page: HTMLPage) -> PageEntry {
    var entry = PageEntry()
    let title = page.first(in: row) { page.tree[$0].tag == .a && page.has("title", $0) }
    entry.parts.title = page.text(title)
    entry.parts.discussion = page.link(title)
    let id = page.value("data-topic-id", row)
    let last = entry.parts.discussion?.split(separator: "/").last { $0.allSatisfy(\.isNumber) }
    entry.parts.id = id.isEmpty ? last.map(String.init) : id
    // What the script makes has classes of its own for the cell of the number.
    let count =
      page.first(in: row) { page.tree[$0].tag == .span && page.has("posts", $0) }
      ?? page.first("posts-map", in: row) ?? page.first("posts", in: row)
    let number = count.flatMap { page.first("number", in: $0) } ?? count
    entry.parts.comments = page.text(number).points
    let poster = page.first("posters", in: row).flatMap { page.tree.first(.a, in: $0) }
    let name = page.value("data-user-card", poster)
    let address = page.link(poster)?.split(separator: "/").last.map(String.init)
    entry.parts.author = name.isEmpty ? address : name
    entry.parts.excerpt = page.first("excerpt", in: row).map { page.text($0) }
    entry.parts.tags = page.tree.descendants(of: row)
      .filter { page.has("category-name", $0) || page.has("discourse-tag", $0) }.map(page.text)
    return entry
  }
}
