import HTMLParsing

/// The elements of a page that hold a comment each, and how they stand in one another.
public struct CommentElements: Sendable {
  /// The elements, in the order of the page.
  public let nodes: [HTMLNodeID]
  private let page: HTMLPage
  private let indices: [HTMLNodeID: Int]

  /// Elements in the order of the page.
  public init(_ page: HTMLPage, _ nodes: some Sequence<HTMLNodeID>) {
    self.page = page
    self.nodes = Array(nodes)
    indices = Dictionary(zip(self.nodes, self.nodes.indices)) { first, _ in first }
  }

  /// Whether a node is one of the elements.
  public func contains(_ node: HTMLNodeID) -> Bool { indices[node] != nil }

  /// The element around an element, as the comment that is answered; none: it starts a thread.
  public func parent(of node: HTMLNodeID) -> PageComment.Parent {
    page.tree.ancestor(of: node, where: contains).flatMap { indices[$0] }.map { .index($0) }
      ?? .root
  }

  /// The first element inside `node` that `isWanted` accepts and that no comment inside it holds.
  ///
  /// O(what stands in the comment itself).
  public func first(in node: HTMLNodeID, where isWanted: (HTMLNodeID) -> Bool) -> HTMLNodeID? {
    var next = page.tree.node(after: node, in: node)
    while let candidate = next {
      let isOther = contains(candidate)
      if !isOther, page.tree[candidate].kind == .element, isWanted(candidate) { return candidate }
      next = page.tree.node(after: candidate, in: node, skippingChildren: isOther)
    }
    return nil
  }

  /// The first element of the comment itself with a word in its `class`.
  public func first(_ word: StaticString, in node: HTMLNodeID) -> HTMLNodeID? {
    first(in: node) { page.has(word, $0) }
  }

  /// The first element of the comment itself with a tag.
  public func first(_ tag: HTMLTag, in node: HTMLNodeID) -> HTMLNodeID? {
    first(in: node) { page.tree[$0].tag == tag }
  }

  /// The elements of the comment itself, and those that hold the comments inside it.
  ///
  /// O(their number and that of the texts among them).
  public func own(in node: HTMLNodeID) -> (elements: [HTMLNodeID], nested: [HTMLNodeID]) {
    var own: (elements: [HTMLNodeID], nested: [HTMLNodeID]) = ([], [])
    var next = page.tree.node(after: node, in: node)
    while let candidate = next {
      let isOther = contains(candidate)
      if isOther {
        own.nested.append(candidate)
      } else if page.tree[candidate].kind == .element {
        own.elements.append(candidate)
      }
      next = page.tree.node(after: candidate, in: node, skippingChildren: isOther)
    }
    return own
  }
}
