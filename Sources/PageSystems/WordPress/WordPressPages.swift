import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The pages over which WordPress spreads the comments of a post, `…/comment-page-2/`.
///
/// The post's own address shows the first page or the last, as the site likes, and may show none
/// of the numbers. But comments link to themselves with the number of the page they are on.
struct WordPressPages {
  /// More than any discussion has.
  private static let limit = 1000

  /// The page's own number, nil if the comments are on one page.
  private(set) var current: Int?
  /// How many pages there are, as far as this one tells.
  private(set) var count = 0
  private var pattern: NumberedAddress?

  /// Looks for links to the pages; O(size of the page).
  init(_ page: HTMLPage) {
    let canonical = page.canonical
    let address = page.address ?? page.savedFrom ?? canonical
    let candidates = page.tree.nodes.indices.lazy.map(HTMLNodeID.init).filter { node in
      page.tree[node].tag == .a
        && Self.marks.contains { page.tree.attribute(.href, of: node, contains: $0) }
    }
    let isNumbered = address.map { address in Self.marks.contains { address.has($0) } } ?? false
    guard isNumbered || !candidates.isEmpty else { return }
    let base = PageAddress(page, canonical: canonical)
    let own = address.flatMap(base.resolve).flatMap { NumberedAddress($0, .comments) }
    var links: [Int: HTMLNodeID] = [:]
    var votes: [Int: Int] = [:]
    var bare: [HTMLNodeID] = []
    for node in candidates {
      guard let link = page.link(node),
        let address = base.resolve(link).flatMap({ NumberedAddress($0, .comments) }),
        own.map({ $0.stem == address.stem }) ?? true
      else { continue }
      guard let number = address.number, 1...Self.limit ~= number else {
        if address.fragment == "comments" { bare.append(node) }
        continue
      }
      if address.isReply || address.fragment.hasPrefix("comment-") {
        votes[number, default: 0] += 1
      } else if links[number] == nil {
        links[number] = node
      }
      pattern = pattern ?? address
    }
    guard let pattern = pattern ?? own.flatMap({ $0.number == nil ? nil : $0 }) else { return }
    self.pattern = pattern
    let voted = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    current = own?.number ?? voted ?? Self.unlinked(links, page)
    count = max(links.keys.max() ?? 0, current ?? 0)
    for node in bare { count = max(count, number(of: node, page)) }
  }

  /// What the addresses of pages of comments hold, and what links to them end in.
  private static let marks: [StaticString] = ["comment-page-", "cpage=", "#comments"]

  /// The number of the page that has the post's own address, by a link to it; 0: nothing tells.
  private func number(of link: HTMLNodeID, _ page: HTMLPage) -> Int {
    if page.has("page-numbers", link) || page.has("next", link) {
      let digits = page.text(link).split { !$0.isNumber }.last.flatMap { Int($0) }
      if let digits, digits <= Self.limit { return digits }
    }
    let leadsOn =
      page.has("next", link) || page.has("wp-block-comments-pagination-next", link)
      || page.tree[link].parent.map { page.has("nav-next", $0) } == true
    return leadsOn ? (current ?? 0) + 1 : 0
  }

  /// The number that is left for a page that links to these.
  private static func unlinked(_ links: [Int: HTMLNodeID], _ page: HTMLPage) -> Int? {
    guard let last = links.keys.max(), let first = links.keys.min() else { return nil }
    if first == 2, let node = links[2], !leadsBack(node, page) { return 1 }
    return (first...last).first { links[$0] == nil } ?? last + 1
  }

  private static func leadsBack(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    page.has("prev", node) || page.has("wp-block-comments-pagination-previous", node)
      || page.tree[node].parent.map { page.has("nav-previous", $0) } == true
  }

  /// Links to all of them but the page's own, the nearest first.
  func continuations(isNewestFirst: Bool) -> [Continuation] {
    guard let pattern, let current, count > 1 else { return [] }
    func continuation(_ number: Int, _ place: Continuation.Place) -> Continuation {
      Continuation(.discussion, .page(pattern.page(number)), place: place)
    }
    let lower = (1..<max(current, 1)).reversed().map {
      continuation($0, isNewestFirst ? .after : .before)
    }
    let higher = (current + 1..<max(count, current) + 1).map {
      continuation($0, isNewestFirst ? .before : .after)
    }
    return isNewestFirst ? lower + higher : higher + lower
  }
}

extension PageThread {
  /// Notes the other pages of its comments.
  mutating func goOn(over pages: WordPressPages) {
    let ids = comments.compactMap { $0.parent == .root ? Int64($0.id) : nil }
    let isNewestFirst = ids.count > 1 && ThreadOrder.infer(ids) == .newestFirst
    continuations += pages.continuations(isNewestFirst: isNewestFirst)
  }
}
