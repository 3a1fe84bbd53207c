import HTMLParsing

/// The line that names what an article is filed under, such as “Posted in News, Weather”.
enum TagList {
  /// Whether all links of an element lead to a site's tags and hardly any text stands beside them.
  ///
  /// O(size of the element).
  static func isOne(_ top: HTMLNodeID, _ page: HTMLPage) -> Bool {
    let links = page.tree.descendants(of: top).filter { page.tree[$0].tag == .a }
    guard !links.isEmpty, links.allSatisfy({ isTag($0, page) }) else { return false }
    return page.text(top) { page.tree[$0].tag == .a }.count <= 40
  }

  private static func isTag(_ link: HTMLNodeID, _ page: HTMLPage) -> Bool {
    if page.value(.rel, link).split(separator: " ").contains("tag") { return true }
    guard let address = page.link(link) else { return false }
    return Self.folders.contains { address.has($0) }
  }

  private static let folders: [StaticString] = [
    "/tag/", "/tags/", "/topic/", "/topics/", "/category/", "/categories/", "/label/",
  ]
}
