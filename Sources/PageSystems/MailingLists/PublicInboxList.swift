import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The index of a list in public-inbox: its threads, that with the newest message first.
package struct PublicInboxList: ListingSystem {
  package let name = "public-inbox-list"
  package let summary = "the threads of a mailing list in public-inbox, as on lore.kernel.org"

  package init() {}

  package static let signs = [
    PageSign(
      "threads",
      considers: "links to threads with the date of their newest message on the next line",
      evidence: "dump_topics of PublicInbox::View, 1.0 and later",
      fixture: "public-inbox-list/index",
      isMet: { page in !threads(of: page, atMost: 1).isEmpty }
    )
  ]

  package func read(_ page: HTMLPage) -> PageListing {
    var listing = PageListing()
    listing.entries = Self.threads(of: page, atMost: .max).map {
      Self.entry($0.link, $0.facts, page)
    }
    listing.next = page.link(page.first(related: "next"))
    return listing
  }

  /// The links to threads, and what stands behind them.
  private static func threads(
    of page: HTMLPage,
    atMost limit: Int
  ) -> [(link: HTMLNodeID, facts: String)] {
    var threads: [(link: HTMLNodeID, facts: String)] = []
    for node in page.tree.descendants(of: HTMLDocument.root) {
      guard threads.count < limit else { break }
      guard page.tree[node].tag == .a, isThread(page.value(.href, node)),
        let next = page.tree[node].nextSibling, page.tree[next].kind == .text
      else { continue }
      let facts = page.tree.decodedText(of: next)
      if facts.hasPrefix("\n "), facts.dropFirst(2).first?.isNumber == true,
        facts.contains(" UTC")
      {
        threads.append((node, facts))
      }
    }
    return threads
  }

  private static func isThread(_ link: String) -> Bool {
    ["/T/#t", "/T/#u", "/t/#u"].contains { link.hasSuffix($0) }
  }

  private static func entry(_ link: HTMLNodeID, _ facts: String, _ page: HTMLPage) -> PageEntry {
    var entry = PageEntry()
    entry.parts.title = page.text(link)
    entry.parts.discussion = page.link(link)
    let id = page.value(.href, link).split(separator: "/").first.map(String.init)
    entry.parts.id = id?.decodedPercents
    let line = facts.drop { $0.isWhitespace }.prefix { $0 != "\n" }
    let date = line.firstRange(of: " UTC").map { line[..<$0.upperBound] }
    entry.date = PageDate(text: date.map { String($0).collapsed } ?? "")
    // All messages but the first; of one alone it is not told whether more came before.
    let count = line.firstRange(of: "(").map { line[$0.upperBound...].prefix { $0.isNumber } }
    entry.parts.comments = count.flatMap { Int($0) }.map { max(0, $0 - 1) }
    return entry
  }
}
