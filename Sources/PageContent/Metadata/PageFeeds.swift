import DocumentParsing
import HTMLParsing
import PageModel

/// A feed that a page names.
package struct PageFeed: Hashable, Sendable {
  /// What the page calls it, else its address.
  package let title: String
  /// Its address, in full where that of the page is known.
  package let address: String
  /// Its form: `RSS`, `Atom`, `JSON Feed`.
  package let kind: String
}

extension HTMLPage {
  /// The forms of feeds by the media type that pages state.
  private static let feedKinds = [
    "application/rss+xml": "RSS", "application/rdf+xml": "RSS", "application/atom+xml": "Atom",
    "application/feed+json": "JSON Feed",
  ]

  /// The most feeds that are taken from a page.
  private static let mostFeeds = 100

  /// The feeds that elements `link` of the page name, each address once; O(size of the page).
  func feeds(base: PageAddress) -> [PageFeed] {
    var feeds: [PageFeed] = []
    for index in tree.nodes.indices where tree.nodes[index].tag == .link {
      let node = HTMLNodeID(index)
      let relations = value("rel", node).lowercased().split(separator: " ")
      guard feeds.count < Self.mostFeeds, relations.contains("alternate"),
        let kind = Self.feedKinds[value("type", node).lowercased()],
        let address = link(node).flatMap(base.resolve),
        !feeds.contains(where: { $0.address == address })
      else { continue }
      let title = value("title", node)
      feeds.append(PageFeed(title: title.isEmpty ? address : title, address: address, kind: kind))
    }
    return feeds
  }
}

extension SourceText {
  /// The feeds that the page names in its head; none if it is no page.
  ///
  /// O(size of the source).
  package var feeds: [PageFeed] {
    let page = reading(HTMLPage.init)
    return page.feeds(base: PageAddress(page, canonical: nil))
  }
}
