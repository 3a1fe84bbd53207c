import HTMLParsing
import PageModel

/// The element that a page's mark-up names as the text of its article.
struct MarkedContent {
  private let page: HTMLPage
  private let policy: ArticlePolicy

  init(_ page: HTMLPage, _ policy: ArticlePolicy) {
    self.page = page
    self.policy = policy
  }

  /// The element that schema.org's vocabulary calls the page's main content, if it is one and holds
  /// more than a line.
  var stated: HTMLNodeID? {
    var found: HTMLNodeID?
    for index in page.tree.nodes.indices where page.tree.nodes[index].kind == .element {
      let node = HTMLNodeID(index)
      guard page.tree.attribute(.itemprop, of: node) == "mainContentOfPage" else { continue }
      if found != nil { return nil }
      found = node
    }
    return found.flatMap { page.text($0).count > policy.leastStatedText ? $0 : nil }
  }

  /// An article without what stands around the element that themes call its content.
  ///
  /// Only if it is one, holds most of the prose, and no heading of the article stands before it.
  func narrowed(_ article: PageArticle) -> PageArticle {
    guard article.content.count == 1, let top = article.content.first else { return article }
    let inside = Self.names.flatMap { page.elements($0) }.filter { node in
      node != top && !article.leftOut.contains(node) && page.isInside(node, top)
    }
    guard let outer = inside.min(), inside.allSatisfy({ page.isInside($0, outer) }),
      prose(outer, article.leftOut) * 100
        > prose(top, article.leftOut) * policy.leastNarrowedShare,
      !hasHeading(before: outer, in: top, article.leftOut)
    else { return article }
    var article = article
    article.content = [outer]
    return article
  }

  /// An article without what stands behind the comments; O(its size, and comments by their depth).
  func endingBefore(_ comments: Set<HTMLNodeID>, _ article: PageArticle) -> PageArticle {
    guard !comments.isEmpty, article.content.count == 1, let top = article.content.first,
      let begin = beginning(of: comments, in: top, article.leftOut)
    else { return article }
    var shorter = article
    var isBehind = false
    var next: HTMLNodeID? = top
    while let node = next {
      isBehind = isBehind || node == begin
      if isBehind { shorter.leftOut.insert(node) }
      next = page.tree.node(after: node, in: top, skippingChildren: isBehind)
    }
    return shorter
  }

  /// Where the discussion behind an article begins.
  ///
  /// A reader's word may stand amid the prose. So nearly all of that must stand before, or half if
  /// several comments follow, with hardly any prose between them.
  private func beginning(
    of comments: Set<HTMLNodeID>,
    in top: HTMLNodeID,
    _ leftOut: Set<HTMLNodeID>
  ) -> HTMLNodeID? {
    let counts = counts(of: comments)
    var places: [(node: HTMLNodeID, passed: Int, count: Int)] = []
    var all = 0
    var next: HTMLNodeID? = top
    while let node = next {
      let isOut = leftOut.contains(node) || comments.contains(node)
      if isOut, let count = counts[node] { places.append((node, all, count)) }
      let skips = isOut || page.tree[node].tag == .a
      if !skips { all += letters(node) }
      next = page.tree.node(after: node, in: top, skippingChildren: skips)
    }
    var begin: HTMLNodeID?
    var count = 0
    for place in places.reversed() {
      guard let last = places.last,
        (last.passed - place.passed) * 100 < all * policy.proseBetweenComments
      else { break }
      count += place.count
      let least =
        count >= policy.severalComments ? policy.proseBeforeComments : policy.proseBeforeComment
      if place.passed * 100 > all * least { begin = place.node }
    }
    return begin
  }

  /// How many comments are in each of the elements that hold some.
  private func counts(of comments: Set<HTMLNodeID>) -> [HTMLNodeID: Int] {
    var counts: [HTMLNodeID: Int] = [:]
    for comment in comments {
      var next: HTMLNodeID? = comment
      while let node = next {
        counts[node, default: 0] += 1
        next = page.tree[node].parent
      }
    }
    return counts
  }

  private func hasHeading(
    before end: HTMLNodeID,
    in top: HTMLNodeID,
    _ leftOut: Set<HTMLNodeID>
  ) -> Bool {
    var next: HTMLNodeID? = top
    while let node = next, node != end {
      if !leftOut.contains(node), [.h1, .h2, .h3, .h4, .h5, .h6].contains(page.tree[node].tag) {
        return true
      }
      next = page.tree.node(after: node, in: top, skippingChildren: leftOut.contains(node))
    }
    return false
  }

  /// How many bytes of text outside of links there are, blanks apart.
  private func prose(_ top: HTMLNodeID, _ leftOut: Set<HTMLNodeID>) -> Int {
    var count = 0
    var next: HTMLNodeID? = top
    while let node = next {
      let skips = leftOut.contains(node) || page.tree[node].tag == .a
      if !skips { count += letters(node) }
      next = page.tree.node(after: node, in: top, skippingChildren: skips)
    }
    return count
  }

  /// How many bytes a node has that are no blanks, 0 if it is no text.
  private func letters(_ node: HTMLNodeID) -> Int {
    guard page.tree[node].kind == .text else { return 0 }
    return page.tree.withRawText(of: node) { bytes in bytes.count { $0 > 0x20 } }
  }

  /// Classes of themes and content systems.
  private static let names: [StaticString] = [
    "entry-content", "post-content", "article-content", "e-content", "articleBody",
    "article-body", "article__body", "post-body", "story-body", "entry", "story__content",
    "post__text",
  ]
}
