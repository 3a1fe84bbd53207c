import HTMLParsing
import PageModel

/// The line that lists an article's tags or categories, such as “Posted in News, Weather”.
struct TagList {
  private let page: HTMLPage
  private let policy: BoilerplatePolicy

  /// A test for elements of `page`.
  init(_ page: HTMLPage, _ policy: BoilerplatePolicy) {
    self.page = page
    self.policy = policy
  }

  /// Whether all links of an element lead to tags of the site, with hardly any text beside them.
  ///
  /// A single link that only its address marks as a tag may have no more than a label before it:
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

  /// Whether the last folder of a link's address is one of tags.
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
