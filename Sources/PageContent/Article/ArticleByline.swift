import DocumentParsing
import HTMLParsing
import PageModel

/// A line at the head of an article that does nothing but name its author and date.
struct ArticleByline {
  /// The element that holds the line.
  let node: HTMLNodeID
  /// The author's name, empty if the line has none.
  private(set) var author = ""
  /// The date, none if the line has none.
  private(set) var date = PageDate.none

  /// The first line of an article, nil if it says anything else or may be anything else.
  ///
  /// Every word of it stands in an element that its names call an author or a date, or is too short
  /// to be more than a preposition. O(size of the line).
  init?(of article: PageArticle, on page: HTMLPage, policy: ArticlePolicy) {
    guard let top = article.content.first,
      let line = Self.firstLine(of: article, in: top, on: page, policy: policy),
      page.text(line).utf8.contains(where: { 0x30...0x39 ~= $0 })
    else { return nil }
    node = line
    for inside in page.tree.descendants(of: line) where page.tree[inside].kind == .text {
      let text = page.text(inside)
      guard !text.isEmpty else { continue }
      let hints = Self.hints(around: inside, in: line, on: page)
      if hints.contains(.date) || EmbeddedDate.isDate(text) {
        date.text += date.text.isEmpty ? text : " " + text
      } else if hints.contains(.author) {
        author += author.isEmpty ? text : " " + text
      } else if text.count > policy.longestBylineJoint {
        return nil
      }
    }
    guard !author.isEmpty, !date.text.isEmpty else { return nil }
  }

  /// The first line of an article if it does nothing but name an author who is known: “By Ines from
  /// The Harbour”.
  static func line(
    naming author: String,
    in article: PageArticle,
    on page: HTMLPage,
    policy: ArticlePolicy
  ) -> HTMLNodeID? {
    guard !author.isEmpty, let top = article.content.first,
      let line = firstLine(of: article, in: top, on: page, policy: policy)
    else { return nil }
    let text = page.text(line)
    let name = text.withoutBy
    guard name != text, name.hasPrefix(author), name.last != "." else { return nil }
    let rest = name.dropFirst(author.count)
    return rest.count <= policy.longestBylineRest && rest.first?.isLetter != true ? line : nil
  }

  /// The block around the first text, if it is short.
  private static func firstLine(
    of article: PageArticle,
    in top: HTMLNodeID,
    on page: HTMLPage,
    policy: ArticlePolicy
  ) -> HTMLNodeID? {
    var next: HTMLNodeID? = top
    while let node = next {
      let skips = article.leftOut.contains(node)
      if !skips, page.tree[node].kind == .text, !page.text(node).isEmpty {
        let block = page.tree.ancestor(of: node) { ContentReader.isBlock(page.tree[$0].tag) }
        guard let block, block != top, page.isInside(block, top) else { return nil }
        let nodes = page.tree.descendants(of: block).count { _ in true }
        let isShort =
          page.text(block).count <= policy.longestByline && nodes < policy.mostBylineNodes
        return isShort ? block : nil
      }
      next = page.tree.node(after: node, in: top, skippingChildren: skips)
    }
    return nil
  }

  /// What the innermost element of a line that has a name of these kinds is called.
  private static func hints(
    around text: HTMLNodeID,
    in line: HTMLNodeID,
    on page: HTMLPage
  ) -> MarkupHints {
    var node = page.tree[text].parent
    while let element = node, element != line {
      var hints: MarkupHints = page.tree[element].tag == .time ? .date : .none
      for index in page.tree.attributeRange(of: element) {
        let attribute = page.tree.attributes[index]
        guard [.class, .rel, .itemprop].contains(attribute.name) else { continue }
        hints.formUnion(page.tree.withRawValue(of: attribute) { MarkupHints(words: $0) })
      }
      if hints.intersects(.author.union(.date)) { return hints }
      node = page.tree[element].parent
    }
    return .none
  }
}
