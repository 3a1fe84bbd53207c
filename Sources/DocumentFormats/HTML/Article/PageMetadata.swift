import DocumentModel
import DocumentParsing
import HTMLParsing

/// What the head of a page says of its article.
struct PageMetadata: Sendable {
  /// The title; empty if the page has none.
  private(set) var title = ""
  /// The author's name; empty if unknown.
  private(set) var author = ""
  /// When the article was published.
  private(set) var date: Timestamp?
  /// Its own address.
  private(set) var url: String?
  /// The site's name; empty if unknown.
  private(set) var site = ""

  /// Reads the head of a page.
  init(_ page: HTMLPage) {
    var values: [String: String] = [:]
    for node in page.tree.descendants(of: HTMLDocument.root) {
      switch page.tree[node].tag {
      case .meta:
        let name = page.tree.attribute(.property, of: node) ?? page.tree.attribute(.name, of: node)
        guard let name, let content = page.tree.attribute(.content, of: node) else { continue }
        if values[name.lowercased()] == nil { values[name.lowercased()] = content.collapsed }
      case .link where page.tree.attribute(.rel, of: node) == "canonical":
        url = url ?? page.link(node)
      case .title where title.isEmpty:
        title = page.text(node)
      default: break
      }
    }
    site = values["og:site_name"] ?? ""
    title = values["og:title"] ?? title
    author = values["author"] ?? ""
    url = url ?? values["og:url"]
    date = values["article:published_time"].flatMap(Timestamp.init(iso:))
  }
}
