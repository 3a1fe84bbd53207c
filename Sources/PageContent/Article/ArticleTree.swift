import DocumentParsing
import HTMLParsing
import PageModel

/// A copy of a page's elements that can be changed: nodes removed, wrapped and renamed.
///
/// Nodes are numbers; a removed node keeps its number but nothing links to it.
struct ArticleTree {
  /// One element or text of the copy.
  struct Node {
    /// The node of the page; nil for a paragraph made for loose text.
    let source: HTMLNodeID?
    /// What it counts as; text is `other`.
    var tag: HTMLTag
    let isText: Bool
    var hints: ClassHints
    /// The length of a text node.
    var text = TextMeasure()
    var parent: Int32 = -1
    var first: Int32 = -1
    var last: Int32 = -1
    var next: Int32 = -1
    var previous: Int32 = -1
    /// A table of data, or something inside one.
    var isData = false
    /// Whether it is phrasing content.
    var isPhrasing = false

    init(source: HTMLNodeID?, tag: HTMLTag, isText: Bool = false, hints: ClassHints = []) {
      self.source = source
      self.tag = tag
      self.isText = isText
      self.hints = hints
    }
  }

  /// How many nodes of a page are copied; the rest of a larger one is no part of the article.
  static let limit = 500_000

  /// Whether there were more nodes than `limit`.
  var isCut = false
  /// All nodes, the body first.
  private(set) var nodes: [Node] = []
  let page: HTMLPage
  /// The numbers by which boilerplate is recognised.
  let policy: BoilerplatePolicy

  /// A tree of one element, with room for more nodes.
  init(_ page: HTMLPage, top: Node, capacity: Int) {
    self.page = page
    policy = page.policies[BoilerplatePolicy.self]
    nodes.reserveCapacity(capacity)
    nodes.append(top)
  }

  /// The top element.
  static let top = 0

  subscript(index: Int) -> Node {
    get { nodes[index] }
    set { nodes[index] = newValue }
  }

  /// The parent of a node.
  func parent(_ index: Int) -> Int? { Self.link(nodes[index].parent) }
  /// The first child of a node.
  func first(_ index: Int) -> Int? { Self.link(nodes[index].first) }
  /// The last child of a node.
  func last(_ index: Int) -> Int? { Self.link(nodes[index].last) }
  /// The next sibling of a node.
  func next(_ index: Int) -> Int? { Self.link(nodes[index].next) }

  /// The child elements of a node.
  func elements(in index: Int) -> [Int] {
    var result: [Int] = []
    var next = first(index)
    while let child = next {
      if !nodes[child].isText { result.append(child) }
      next = self.next(child)
    }
    return result
  }

  /// A node and its descendants, in document order.
  func order(from top: Int) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: nodes.count) { result, count in
      var node: Int? = top
      while let index = node {
        result.initializeElement(at: count, to: Int32(truncatingIfNeeded: index))
        count += 1
        node = self.node(after: index, in: top)
      }
    }
  }

  /// The next node in document order; nil after the last one inside `top`.
  func node(after index: Int, in top: Int = ArticleTree.top, skippingChildren: Bool = false) -> Int?
  {
    if !skippingChildren, let child = first(index) { return child }
    var node = index
    while node != top {
      if let sibling = next(node) { return sibling }
      guard let parent = parent(node) else { return nil }
      node = parent
    }
    return nil
  }

  /// Whether `isWanted` accepts one of the closest ancestors of a node.
  func near(_ index: Int, where isWanted: (Node) -> Bool) -> Bool {
    var node = index
    for _ in 0..<policy.nearbyAncestors {
      guard let parent = parent(node) else { return false }
      if isWanted(nodes[parent]) { return true }
      node = parent
    }
    return false
  }

  /// Adds a node without a parent.
  mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  /// Removes a node from its parent.
  mutating func remove(_ index: Int) {
    let node = nodes[index]
    if let previous = Self.link(node.previous) {
      nodes[previous].next = node.next
    } else if let parent = parent(index) {
      nodes[parent].first = node.next
    }
    if let next = Self.link(node.next) {
      nodes[next].previous = node.previous
    } else if let parent = parent(index) {
      nodes[parent].last = node.previous
    }
    nodes[index].parent = -1
    nodes[index].next = -1
    nodes[index].previous = -1
  }

  /// Appends a node without a parent to another.
  mutating func append(_ index: Int, to parent: Int) {
    insert(index, into: parent, before: nil)
  }

  /// Inserts a node without a parent before `next`, a child of `parent`; nil: at its end.
  mutating func insert(_ index: Int, into parent: Int, before next: Int?) {
    let previous = next.map { nodes[$0].previous } ?? nodes[parent].last
    let number = Int32(truncatingIfNeeded: index)
    nodes[index].parent = Int32(truncatingIfNeeded: parent)
    nodes[index].previous = previous
    nodes[index].next = next.map { Int32(truncatingIfNeeded: $0) } ?? -1
    if let previous = Self.link(previous) {
      nodes[previous].next = number
    } else {
      nodes[parent].first = number
    }
    if let next { nodes[next].previous = number } else { nodes[parent].last = number }
  }

  /// Replaces a node with another, which is moved.
  mutating func replace(_ old: Int, with new: Int) {
    guard let parent = parent(old) else { return }
    remove(new)
    insert(new, into: parent, before: old)
    remove(old)
  }

  /// The text inside a node.
  func text(_ top: Int) -> String {
    var bytes: [UInt8] = []
    var node: Int? = top
    while let index = node {
      if nodes[index].isText, let source = nodes[index].source {
        page.tree.appendDecodedText(of: source, to: &bytes)
      }
      node = self.node(after: index, in: top)
    }
    return String(decoding: bytes, as: UTF8.self).collapsed
  }

  private static func link(_ number: Int32) -> Int? { number < 0 ? nil : Int(number) }
}
