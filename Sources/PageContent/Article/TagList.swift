import HTMLParsing
import PageModel

/// The line that names what an article is filed under, such as “Posted in News, Weather”.
struct TagList {
  private let page: HTMLPage
  private let policy: BoilerplatePolicy

  /// Looks for the tags of a page's article.
  init(_ page: HTMLPage, _ policy: BoilerplatePolicy) {
    self.page = page
    self.policy = policy
  }

  /// Whether all links of an element lead to a site's tags and hardly any text stands beside them.
  ///
  /// Of a single link whose address alone speaks for a tag, no more than a label may stand before:
  /// forums have topics too. O(size of the element).
  func isList(_ top: HTMLNodeID) -> Bool {
    let links = page.tree.descendants(of: top).filter { page.tree[$0].tag == .a }
    guard !links.isEmpty, links.allSatisfy(isTag) else { return false }
    let beside = page.text(top) { page.tree[$0].tag == .a }
    guard links.count == 1, let link = links.first, !isStated(link) else {
      return beside.count <= policy.longestTagLabel
    }
    let words = beside.split { !$0.isLetter && !$0.isNumber }
    return words.count <= policy.mostLoneTagWords && beside.count <= policy.longestLoneTagLabel
      && isInFolder(link)
  }

  private func isTag(_ link: HTMLNodeID) -> Bool {
    if isStated(link) { return true }
    guard let address = page.link(link) else { return false }
    return Self.folders.contains { address.has($0) }
  }

  private func isStated(_ link: HTMLNodeID) -> Bool {
    page.value(.rel, link).split(separator: " ").contains("tag")
  }

  /// Whether the last part of a link's address but one is a folder of tags.
  private func isInFolder(_ link: HTMLNodeID) -> Bool {
    let path = (page.link(link) ?? "").prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/").suffix(2)
    guard parts.count == 2, let folder = parts.first else { return false }
    return Self.folders.contains { "/\(folder)/" == $0.description }
  }

  private static let folders: [StaticString] = [
    "/tag/", "/tags/", "/topic/", "/topics/", "/category/", "/categories/", "/label/",
  ]
}
