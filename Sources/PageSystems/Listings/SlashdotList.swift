import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The front page of Slashdot and of its sections: an element with the id `firehose-ID` for a story.
package struct SlashdotList: ListingSystem {
  package let name = "slashdot-list"
  package let summary = "a front page of Slashdot"

  package init() {}

  package static let signs = [
    PageSign(
      "stories",
      considers: "several elements of the class fhitem-story",
      evidence: "the firehose, since 2009; the page of a story has one",
      fixture: "slashdot-list/front",
      isMet: { $0.count("fhitem-story") > 1 }
    )
  ]

  package func read(_ page: HTMLPage) -> PageListing {
    var listing = PageListing()
    listing.entries = page.elements("fhitem-story").map { entry($0, page) }
    let next = page.elements("prevnextbutact").last { page.link($0) != nil }
    listing.next = page.link(next)
    return listing
  }

  private func entry(_ story: HTMLNodeID, _ page: HTMLPage) -> PageEntry {
    var entry = PageEntry()
    let id = page.value(.id, story).behind("-").map(String.init) ?? ""
    entry.parts.id = id.isEmpty ? nil : id
    let title = page.first(in: story) { page.value(.id, $0) == "title-\(id)" }
    let link = title.flatMap { title in
      page.first(in: title) { page.tree[$0].tag == .a && page.value(.href, $0).has("/story/") }
    }
    entry.parts.title = page.text(link ?? title)
    entry.parts.discussion = page.link(link)
    entry.parts.article = page.first("story-sourcelnk", in: story).flatMap { page.link($0) }
    // In a bubble since 2016, before that in an element named for the story.
    let count =
      page.first("comment-bubble", in: story)
      ?? page.first(in: story) { page.words(of: $0).contains { $0.hasPrefix("commentcnt-") } }
    entry.parts.comments = page.text(count).leadingNumber
    if let line = page.first("story-byline", in: story) ?? page.first("details", in: story) {
      entry.parts.author = author(in: line, page)
    }
    let time = page.first(in: story) { page.value(.id, $0) == "fhtime-\(id)" }
    entry.date = PageDate(within: page.text(time).replacing("@", with: ""))
    if entry.date.text.isEmpty { entry.date.text = page.text(time) }
    let text = page.first(in: story) { page.value(.id, $0) == "text-\(id)" }
    entry.parts.excerpt = text.map { page.text($0) }
    entry.parts.tags = page.tree.descendants(of: story)
      .filter { page.has("popular", $0) && page.has("tag", $0) }.map(page.text)
    return entry
  }

  /// The link before the time, else the word there: editors without a page have no link.
  private func author(in line: HTMLNodeID, _ page: HTMLPage) -> String? {
    let before = page.tree.children(of: line).prefix { page.tree[$0].tag != .time }
    if let link = before.first(where: { page.tree[$0].tag == .a }) { return page.text(link) }
    return before.map(page.text).joined(separator: " ").split(separator: " ").last.map(String.init)
  }
}
