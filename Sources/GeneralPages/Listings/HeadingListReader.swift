import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Any page that is a list of articles: headings that lead to a page each, and hardly any text but
/// below them.
///
/// A page that holds a discussion is none, whatever else it lists.
package struct HeadingListReader: ListingSystem {
  package let name = "html-list"
  package let summary = "any page that lists articles under linked headings"

  package init() {}

  package static let signs = [
    PageSign(
      "headings",
      .possible,
      considers: "headings that lead to pages, little text beside them, and no discussion",
      evidence: "front pages of blogs and newspapers",
      fixture: "html-list/blog",
      isMet: { HeadingList($0) != nil && GeneralPageReader().read($0).comments.isEmpty }
    )
  ]

  package func read(_ page: HTMLPage) -> PageListing {
    var listing = PageListing()
    listing.entries = HeadingList(page)?.entries.map { entry($0, page) } ?? []
    listing.next = page.link(page.first(related: "next"))
    return listing
  }

  private func entry(_ found: HeadingList.Entry, _ page: HTMLPage) -> PageEntry {
    var entry = PageEntry()
    entry.parts.title = page.text(found.heading)
    entry.parts.article = page.link(found.link)
    let text = page.first(in: found.record) { page.tree[$0].tag == .p && !page.text($0).isEmpty }
    entry.parts.excerpt = text.map { page.text($0) }
    entry.date = page.date(page.tree.first(.time, in: found.record))
    let author = page.first(in: found.record) { node in
      page.value(.rel, node).split(separator: " ").contains("author")
    }
    entry.parts.author = author.map { page.text($0) }
    let comments = page.first(in: found.record) { node in
      page.tree[node].tag == .a && page.value(.href, node).hasSuffix("#comments")
    }
    entry.parts.discussion = comments.flatMap { page.link($0) }
    entry.parts.comments = comments.flatMap { page.text($0).leadingNumber }
    return entry
  }
}
