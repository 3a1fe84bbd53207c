import DocumentParsing
import HTMLParsing
import PageModel

/// Finds the element that the page's mark-up names as the text of its article.
struct MarkedContent {
  private let page: HTMLPage
  private let policy: ArticlePolicy

  init(_ page: HTMLPage, _ policy: ArticlePolicy) {
    self.page = page
    self.policy = policy
  }

  /// The element with schema.org's `mainContentOfPage`, if there is exactly one and it holds
  /// more than a line.
  var stated: HTMLNodeID? {
    var found: HTMLNodeID?
    for index in page.tree.nodes.indices where page.tree.nodes[index].kind == .element {
      let node = HTMLNodeID(index)
      guard page.tree.attribute(.itemprop, of: node) == "mainContentOfPage" else { continue }
      if found != nil { return nil }
      found = node
    }
    guard let found else { return nil }
    let length = page.text(found).count
    let isText = length > policy.leastStatedText
    page.decisions?.note(
      "article",
      "least-stated-text",
      "marked as the main content: \(page.label(of: found)), \(length) characters",
      isMet: isText
    )
    return isText ? found : nil
  }

  /// An article reduced to the element that themes name as its content.
  ///
  /// Unchanged unless there is one such element, with most of the prose, and no heading before it.
  func narrowed(_ article: PageArticle) -> PageArticle {
    guard article.content.count == 1, let top = article.content.first else { return article }
    let inside = Self.names.flatMap { page.elements($0) }.filter { node in
      node != top && !article.leftOut.contains(node) && page.isInside(node, top)
    }
    guard let outer = inside.min(), inside.allSatisfy({ page.isInside($0, outer) }) else {
      return article
    }
    let (inner, all) = (prose(outer, article.leftOut), prose(top, article.leftOut))
    let isText =
      inner * 100 > all * policy.leastNarrowedShare
      && !hasHeading(before: outer, in: top, article.leftOut)
    page.decisions?.note(
      "article",
      "least-narrowed-share",
      "named as the text: \(page.label(of: outer)), \(inner * 100 / max(all, 1)) % of the prose",
      isMet: isText
    )
    guard isText else { return article }
    var article = article
    article.content = [outer]
    return article
  }

  /// An article without what follows its comments; O(size + comments × depth).
  func endingBefore(_ comments: Set<HTMLNodeID>, _ article: PageArticle) -> PageArticle {
    guard !comments.isEmpty, article.content.count == 1, let top = article.content.first,
      let begin = beginning(of: comments, in: top, article.leftOut)
    else { return article }
    page.decisions?.note(
      "article",
      "prose-before-comments",
      "the article ends before \(page.label(of: begin))",
      isMet: true
    )
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

  /// The first element of the discussion that follows an article.
  ///
  /// A quoted comment may stand inside the text. So nearly all prose must come before, or half
  /// if several comments follow with hardly any prose between them.
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

  /// The number of comments in each element that contains any.
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

  /// The number of bytes of text outside links, without white space.
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

  /// The number of bytes of a text node without white space; 0 for other nodes.
  private func letters(_ node: HTMLNodeID) -> Int {
    guard page.tree[node].kind == .text else { return 0 }
    return page.tree.withRawText(of: node) { bytes in bytes.count { $0 > 0x20 } }
  }

  private static let names = Vocabulary.names(.articleText)
}
