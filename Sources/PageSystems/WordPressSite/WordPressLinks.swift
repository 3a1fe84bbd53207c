import HTMLParsing
import PageModel

/// What the head of a WordPress page links to.
struct WordPressLinks {
  /// The id of the post.
  private(set) var post: String?
  /// The root of the REST interface.
  private(set) var restRoot: String?
  /// The feed of the post's comments.
  private(set) var commentFeed: String?

  /// Reads the links of `page`, whose own address is `address`.
  ///
  /// O(size of the page).
  init(_ page: HTMLPage, base: PageAddress, address: String?) {
    let own = address.map(Self.folder)
    for index in page.tree.nodes.indices where page.tree.nodes[index].kind == .element {
      let node = HTMLNodeID(index)
      switch page.tree[node].tag {
      case .link:
        guard let target = page.link(node).flatMap(base.resolve) else { continue }
        take(
          target,
          relation: page.value("rel", node).lowercased(),
          type: page.value("type", node),
          own: own
        )
      case .body:
        let id = page.words(of: node).first { $0.hasPrefix("postid-") || $0.hasPrefix("page-id-") }
        post = post ?? id.map { String($0.drop { !$0.isNumber }) }
      case .input where page.value("name", node) == "comment_post_ID":
        post = post ?? Self.number(page.value("value", node)[...])
      default: break
      }
    }
  }

  private mutating func take(
    _ target: String,
    relation: String,
    type: String,
    own: String?
  ) {
    if relation == "https://api.w.org/" { restRoot = restRoot ?? target }
    if relation == "shortlink", let query = target.place(of: "?p=") {
      post = post ?? Self.number(target[query.upperBound...])
    }
    if relation == "alternate", type == "application/json",
      let place = target.place(of: "wp/v2/")
    {
      restRoot = restRoot ?? String(target[..<place.lowerBound])
      post = post ?? target.split(separator: "/").last.flatMap { Self.number($0) }
    }
    if relation == "alternate", type == "application/rss+xml", Self.isFeed(target, ofPostIn: own) {
      commentFeed = commentFeed ?? target
    }
  }

  /// The address below which all of a post is: `…/gate/` for `…/gate/comment-page-2/#comments`.
  private static func folder(of address: String) -> String {
    var steps = address.prefix { $0 != "?" && $0 != "#" }.split(
      separator: "/",
      omittingEmptySubsequences: false
    )
    if steps.last?.isEmpty == true { steps.removeLast() }
    if steps.last?.hasPrefix("comment-page-") == true { steps.removeLast() }
    return steps.joined(separator: "/") + "/"
  }

  /// Whether a feed is one post's: below its address, or with its number where posts have no names.
  private static func isFeed(_ target: String, ofPostIn folder: String?) -> Bool {
    let query = target.behind("?").map { $0.split(separator: "&") } ?? []
    if query.contains(where: { $0.hasPrefix("feed=") }) {
      return query.contains { $0.hasPrefix("p=") || $0.hasPrefix("page_id=") }
    }
    guard let folder, folder.split(separator: "/").count > 2 else { return false }
    return target.hasPrefix(folder) && target.has("feed")
  }

  private static func number(_ text: Substring) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }
}
