import HTMLParsing
import PageModel

/// Which page of a topic one reads: its number in bold among links to the others.
struct SubSilverPages {
  /// Whether it is the first.
  private(set) var isFirst = true
  /// The link to the next one.
  private(set) var next: String?

  init(_ page: HTMLPage) {
    for line in page.elements("nav") + page.elements("gensmall") + page.elements("pagination") {
      for bold in page.tree.descendants(of: line) where [.b, .strong].contains(page.tree[bold].tag)
      {
        let own = page.text(bold)
        guard !own.isEmpty, own.allSatisfy({ $0.isASCII && $0.isNumber }) else { continue }
        let links = Self.links(beside: bold, page)
        guard !links.before.isEmpty || !links.behind.isEmpty else { continue }
        isFirst = own == "1"
        next = links.behind.first
        return
      }
    }
  }

  /// The links to other pages before and behind the number of this one.
  private static func links(
    beside bold: HTMLNodeID,
    _ page: HTMLPage
  ) -> (before: [String], behind: [String]) {
    guard let line = page.tree[bold].parent else { return ([], []) }
    var links: (before: [String], behind: [String]) = ([], [])
    for node in page.tree.children(of: line) where page.tree[node].tag == .a {
      guard let link = page.link(node), link.has("start=") || link.has("viewtopic") else {
        continue
      }
      if node < bold { links.before.append(link) } else { links.behind.append(link) }
    }
    return links
  }
}
