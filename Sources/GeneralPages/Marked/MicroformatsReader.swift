import DocumentParsing
import HTMLParsing
import PageModel

/// Comments marked with the classes of microformats2: `p-comment` or `u-comment`, as sites that
/// gather webmentions write them.
package struct MicroformatsReader: PageSystem {
  package let name = "microformats"
  package let summary = "a page whose comments microformats mark"

  package init() {}

  package static let signs = [
    PageSign(
      "items",
      .likely,
      considers: "the classes p-comment or u-comment together with h-cite or h-entry",
      evidence: "microformats2, as sites that gather webmentions write them",
      fixture: "microformats/webmentions",
      isMet: { !items($0).isEmpty }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    MarkedThread(page, items: Self.items(page)).read { node, properties in
      if page.has("p-author", node) || page.has("u-author", node) || page.has("h-card", node) {
        properties.author = properties.author ?? page.first("p-name", in: node) ?? node
      }
      if page.has("dt-published", node), properties.date == nil { properties.date = node }
      if page.has("e-content", node) || page.has("p-content", node), properties.body.isEmpty {
        properties.body = [node]
      }
      if page.has("u-url", node), !isInCard(node, page) {
        properties.url = properties.url ?? page.link(node)
      }
    }
  }

  private static func items(_ page: HTMLPage) -> [HTMLNodeID] {
    (page.elements("p-comment") + page.elements("u-comment")).filter {
      page.has("h-cite", $0) || page.has("h-entry", $0)
    }
  }

  /// Whether an element belongs to the card of a person.
  private func isInCard(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    if page.has("h-card", node) { return true }
    var around = page.tree[node].parent
    while let card = around, !page.has("h-cite", card), !page.has("h-entry", card) {
      if page.has("h-card", card) { return true }
      around = page.tree[card].parent
    }
    return false
  }
}
