import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The other pages of an article that is split over several.
///
/// WordPress and similar systems number them at the end of the first page's address and link to
/// them from an element below the text. Links to the next and the previous *article*
/// differ from these only by their addresses.
struct ArticlePages {
  /// Links to all pages but this one, the nearest first.
  let continuations: [Continuation]
  /// The elements that list the pages; they are not part of the text.
  let nodes: [HTMLNodeID]

  /// Looks for links to the pages; O(size of the page).
  init(_ page: HTMLPage) {
    continuations = Self.continuations(page, page.policies[ArticlePolicy.self])
    nodes = continuations.isEmpty ? [] : Self.lists.flatMap { page.elements($0) }
  }

  private static func continuations(_ page: HTMLPage, _ policy: ArticlePolicy) -> [Continuation] {
    let (listed, next) = links(page)
    guard !listed.isEmpty || !next.isEmpty else { return [] }
    let canonical = page.canonical
    let base = PageAddress(page, canonical: canonical)
    let address = page.address ?? page.savedFrom ?? canonical
    guard let own = address.flatMap(base.resolve).flatMap({ NumberedAddress($0, .article) }) else {
      return []
    }
    func link(_ node: HTMLNodeID, isListed: Bool) -> Link? {
      page.link(node).flatMap(base.resolve).flatMap { NumberedAddress($0, .article) }
        .map { Link(address: $0, isListed: isListed) }
    }
    let links =
      listed.compactMap { link($0, isListed: true) } + next.compactMap { link($0, isListed: false) }
    // A number at the end of an address may be the article's own.
    let isNumbered =
      own.number != nil && links.contains { $0.address.stem == own.stem && $0.isListed }
    let stem = isNumbered ? own.stem : own.whole
    let pages = links.map(\.address).filter { $0.stem == stem && $0.number != nil }
    let numbered = links.filter { $0.isListed || !isNumbered && $0.isSecondInPath }.map(\.address)
    let last = numbered.filter { $0.stem == stem }.compactMap(\.number).max() ?? 0
    let current = isNumbered ? own.number ?? 1 : 1
    guard let pattern = pages.first ?? (isNumbered ? own : nil), !own.isRoot,
      max(last, current) <= policy.mostPages
    else {
      return []
    }
    func way(_ number: Int, _ place: Continuation.Place) -> Continuation {
      let link = pattern.page(number > 1 ? number : nil)
      return Continuation(.article, .page(link), place: place)
    }
    return (current + 1..<max(last, current) + 1).map { way($0, .after) }
      + (1..<max(current, 1)).reversed().map { way($0, .before) }
  }

  /// A link that may lead to a page of the article.
  private struct Link {
    let address: NumberedAddress
    /// Whether it is in the list of the article's pages, not only marked as `next`.
    let isListed: Bool

    var isSecondInPath: Bool { address.number == 2 && !address.isInQuery }
  }

  private static let lists = Vocabulary.names(.articlePages)

  /// The links in the list of the article's pages, and those marked as `next`.
  private static func links(_ page: HTMLPage) -> (listed: [HTMLNodeID], next: [HTMLNodeID]) {
    let listed = lists.flatMap { page.elements($0) }.flatMap { list in
      [list] + page.tree.descendants(of: list)
    }
    let next = page.tree.nodes.indices.lazy.map(HTMLNodeID.init).filter {
      [.a, .link].contains(page.tree[$0].tag) && page.value(.rel, $0) == "next"
    }
    return (listed.filter { page.tree[$0].tag == .a }, Array(next))
  }
}
