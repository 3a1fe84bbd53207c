import DocumentParsing
import HTMLParsing
import PageModel

/// The headings of a page that lead to a page each, if they are what the page is about.
struct HeadingList {
  /// A heading, its link, and the largest element around it that holds no other such heading.
  struct Entry {
    let heading: HTMLNodeID
    let link: HTMLNodeID
    var record: HTMLNodeID
  }

  /// The entries, one for each address, in the order of the page.
  private(set) var entries: [Entry] = []

  private let page: HTMLPage
  private let policy: HeadingListPolicy

  /// Finds them; nil if the page is something else.
  ///
  /// O(nodes + headings × depth).
  init?(_ page: HTMLPage) {
    self.page = page
    policy = page.policies[HeadingListPolicy.self]
    guard !isArticle else { return nil }
    let aside = asides()
    entries = mostFrequent(headings(outside: aside))
    guard entries.count >= policy.leastEntries, isOfOwnSite else { return nil }
    widen()
    guard prose(outside: aside.union(entries.map(\.record))) <= policy.mostProse,
      !isDominated
    else { return nil }
  }

  /// Whether the page's head calls it an article, or a thing of its own such as a film.
  private var isArticle: Bool {
    page.first(in: HTMLDocument.root) { node in
      guard page.tree[node].tag == .meta else { return false }
      let name = page.value("property", node)
      let kind = page.value("content", node)
      return name == "og:type" && !["website", "blog", "object", ""].contains(kind)
        || name == "article:published_time"
    } != nil
  }

  /// What stands beside a page's content, by the place of the last node inside each.
  private func asides() -> Set<HTMLNodeID> {
    var nodes: Set<HTMLNodeID> = []
    var next: HTMLNodeID? = HTMLDocument.root
    while let node = next {
      let isAside: Bool
      switch page.tree[node].tag {
      case .nav, .aside, .footer, .form, .head, .script, .style, .noscript, .template:
        isAside = page.tree[node].kind == .element
      default: isAside = page.tree[node].kind == .element && page.isConcealed(node, from: .anyone)
      }
      if isAside { nodes.insert(node) }
      next = page.tree.node(after: node, in: HTMLDocument.root, skippingChildren: isAside)
    }
    return nodes
  }

  /// The headings that lead to a page, of each address the first, by their level.
  private func headings(outside aside: Set<HTMLNodeID>) -> [HTMLTag: [Entry]] {
    var found: [HTMLTag: [Entry]] = [:]
    var addresses: Set<String> = []
    var next: HTMLNodeID? = HTMLDocument.root
    while let node = next {
      let tag = page.tree[node].tag
      if Self.levels.contains(tag), page.tree[node].kind == .element, let link = link(of: node) {
        let address = String((page.link(link) ?? "").prefix { $0 != "#" })
        if !address.isEmpty, addresses.insert(address).inserted {
          found[tag, default: []].append(Entry(heading: node, link: link, record: node))
        }
      }
      next = page.tree.node(
        after: node,
        in: HTMLDocument.root,
        skippingChildren: aside.contains(node)
      )
    }
    return found
  }

  private static let levels: [HTMLTag] = [.h1, .h2, .h3, .h4]

  /// The link that a heading's text is, inside it or around it.
  private func link(of heading: HTMLNodeID) -> HTMLNodeID? {
    let link =
      page.tree.first(.a, in: heading)
      ?? page.tree[heading].parent.flatMap { page.tree[$0].tag == .a ? $0 : nil }
    guard let link else { return nil }
    let (whole, linked) = (Self.length(page.text(heading)), Self.length(page.text(link)))
    return whole >= policy.shortestTitle && linked * 2 > whole ? link : nil
  }

  private static func length(_ text: String) -> Int {
    text.utf8.count { $0 != 0x20 }
  }

  private func mostFrequent(_ found: [HTMLTag: [Entry]]) -> [Entry] {
    Self.levels.map { found[$0] ?? [] }.max { $0.count < $1.count } ?? []
  }

  /// Whether most of the headings lead to the site that the page is of.
  private var isOfOwnSite: Bool {
    let hosts = entries.map { Self.host(of: page.link($0.link) ?? "") }
    let own = [page.address, page.savedFrom, page.canonical].compactMap { $0 }.first.map(Self.host)
    var counts: [Substring: Int] = [:]
    for host in hosts { counts[host, default: 0] += 1 }
    // A page that does not tell its address is of the site that most lead to; links without a host
    // are its own.
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    let site = own ?? most
    let count = (counts[""] ?? 0) + (site.isEmpty ? 0 : counts[site] ?? 0)
    return Double(count) >= policy.ownSite * Double(entries.count)
  }

  /// The host of an address without `www.`; empty if it has none.
  private static func host(of address: String) -> Substring {
    guard let start = address.place(of: "//")?.upperBound else { return "" }
    let host = address[start...].prefix { !"/?#:".contains($0) }
    return host.hasPrefix("www.") ? host.dropFirst(4) : host
  }

  /// Gives each entry the largest element around its heading that holds no other.
  private mutating func widen() {
    var counts: [HTMLNodeID: Int] = [:]
    for entry in entries {
      var next: HTMLNodeID? = entry.heading
      while let node = next {
        counts[node, default: 0] += 1
        next = page.tree[node].parent
      }
    }
    for index in entries.indices {
      while let parent = page.tree[entries[index].record].parent, counts[parent] == 1 {
        entries[index].record = parent
      }
    }
  }

  /// Whether one entry holds the text of an article, and more than all others: then the page is that
  /// article, and they are mentioned below it.
  private var isDominated: Bool {
    let prose = entries.map { self.prose(in: $0.record) }
    let most = prose.max() ?? 0
    return most > policy.mostProse && most * 2 > prose.reduce(0, +)
  }

  /// How much prose stands in an element, outside of some inside it.
  private func prose(
    in top: HTMLNodeID = HTMLDocument.root,
    outside skipped: Set<HTMLNodeID> = []
  ) -> Int {
    var sum = 0
    var next: HTMLNodeID? = top
    while let node = next {
      if page.tree[node].kind == .text {
        let length = Self.length(page.text(node))
        if length >= policy.shortestProse { sum += length }
      }
      next = page.tree.node(after: node, in: top, skippingChildren: skipped.contains(node))
    }
    return sum
  }
}
