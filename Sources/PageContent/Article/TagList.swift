import HTMLParsing
import PageModel

/// The line that names what an article is filed under, such as “Posted in News, Weather”.
enum TagList {
  /// Whether all links of an element lead to a site's tags and hardly any text stands beside them.
  ///
  /// Of a single link whose address alone speaks for a tag, no more than a label may stand before:
  /// forums have topics too. O(size of the element).
  static func isOne(_ top: HTMLNodeID, _ page: HTMLPage) -> Bool {
    let links = page.tree.descendants(of: top).filter { page.tree[$0].tag == .a }
    guard !links.isEmpty, links.allSatisfy({ isTag($0, page) }) else { return false }
    let beside = page.text(top) { page.tree[$0].tag == .a }
    guard links.count == 1, let link = links.first, !isStated(link, page) else {
      return beside.count <= 40
    }
    let words = beside.split { !$0.isLetter && !$0.isNumber }
    return words.count <= 2 && beside.count <= 24 && isInFolder(link, page)
  }

  private static func isTag(_ link: HTMLNodeID, _ page: HTMLPage) -> Bool {
    if isStated(link, page) { return true }
    guard let address = page.link(link) else { return false }
    return Self.folders.contains { address.has($0) }
  }

  private static func isStated(_ link: HTMLNodeID, _ page: HTMLPage) -> Bool {
    page.value(.rel, link).split(separator: " ").contains("tag")
  }

  /// Whether the last part of a link's address but one is a folder of tags.
  private static func isInFolder(_ link: HTMLNodeID, _ page: HTMLPage) -> Bool {
    let path = (page.link(link) ?? "").prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/").suffix(2)
    guard parts.count == 2, let folder = parts.first else { return false }
    return Self.folders.contains { "/\(folder)/" == $0.description }
  }

  private static let folders: [StaticString] = [
    "/tag/", "/tags/", "/topic/", "/topics/", "/category/", "/categories/", "/label/",
  ]
}
