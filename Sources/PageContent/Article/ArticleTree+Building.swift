import HTMLParsing
import PageModel

/// Copies a page into an article tree.
extension ArticleTree {
  /// Copies what a page shows: no scripts, nothing hidden, none of the nodes `isLeftOut` accepts; at
  /// most `limit` nodes.
  init(
    _ page: HTMLPage,
    body: HTMLNodeID,
    limit: Int = ArticleTree.limit,
    isLeftOut: (HTMLNodeID) -> Bool
  ) {
    self.init(
      page,
      top: Node(source: body, tag: .body, hints: ClassHints(page, body)),
      capacity: min(limit, page.tree.nodes.count)
    )
    var bytes: [UInt8] = []
    var (node, parent) = (body, ArticleTree.top)
    while true {
      if node == body {
        guard let child = page.tree[node].firstChild else { return }
        node = child
      }
      if !isLeftOut(node), let copy = Self.copy(node, of: page, buffer: &bytes) {
        guard nodes.count < limit else {
          isCut = true
          return
        }
        let index = add(copy)
        append(index, to: parent)
        if let child = page.tree[node].firstChild {
          (node, parent) = (child, index)
          continue
        }
      }
      while page.tree[node].nextSibling == nil {
        guard let above = page.tree[node].parent, above != body else { return }
        node = above
        parent = self.parent(parent) ?? ArticleTree.top
      }
      guard let sibling = page.tree[node].nextSibling else { return }
      node = sibling
    }
  }

  private static func copy(_ id: HTMLNodeID, of page: HTMLPage, buffer bytes: inout [UInt8])
    -> Node?
  {
    let node = page.tree[id]
    switch node.kind {
    case .text:
      var copy = Node(source: id, tag: .other, isText: true)
      if page.tree.isPlain(id) {
        copy.text = page.tree.withRawText(of: id) { TextMeasure($0) }
      } else {
        bytes.removeAll(keepingCapacity: true)
        page.tree.appendDecodedText(of: id, to: &bytes)
        copy.text = bytes.withUnsafeBytes { TextMeasure($0) }
      }
      return copy
    case .element:
      var tag = node.tag
      switch tag {
      case .script, .style, .noscript, .template: return nil
      case .other where page.isImage(id): tag = .img
      case .other where AMPElement.address(of: id, on: page) != nil: tag = .iframe
      default: break
      }
      if page.isConcealed(id, from: .listeners) { return nil }
      return Node(source: id, tag: tag == .font ? .span : tag, hints: ClassHints(page, id))
    default:
      return nil
    }
  }

  /// Marks nodes that are phrasing content; a link is if everything in it is.
  mutating func markPhrasing() {
    for number in order(from: ArticleTree.top).reversed() {
      let index = Int(number)
      let node = nodes[index]
      self[index].isPhrasing =
        node.isText || Self.isPhrasing(node.tag) || Self.isTransparent(node.tag)
      guard Self.isTransparent(node.tag) else { continue }
      var child = first(index)
      while let next = child {
        if !nodes[next].isPhrasing { self[index].isPhrasing = false }
        child = self.next(next)
      }
    }
  }

  /// Makes paragraphs of text that is separated by two or more line breaks.
  mutating func splitAtBreaks() {
    for number in order(from: ArticleTree.top) where nodes[Int(number)].tag == .br {
      let index = Int(number)
      guard let parent = parent(index), takeBreaks(after: index) else { continue }
      let paragraph = add(Node(source: nil, tag: .p))
      insert(paragraph, into: parent, before: index)
      remove(index)
      fill(paragraph)
      if nodes[parent].tag == .p { self[parent].tag = .div }
    }
  }

  /// Removes the line breaks that follow one; returns whether there were any.
  private mutating func takeBreaks(after index: Int) -> Bool {
    var found = false
    var next = visible(next(index))
    while let follower = next, nodes[follower].tag == .br {
      next = visible(self.next(follower))
      remove(follower)
      found = true
    }
    return found
  }

  /// Moves what follows a paragraph into it, up to the next double break or block.
  private mutating func fill(_ paragraph: Int) {
    var next = self.next(paragraph)
    while let node = next {
      if nodes[node].tag == .br, let other = visible(self.next(node)), nodes[other].tag == .br {
        break
      }
      guard nodes[node].isPhrasing else { break }
      next = self.next(node)
      remove(node)
      append(node, to: paragraph)
    }
    while let last = last(paragraph), isBlank(last) { remove(last) }
  }

  /// The first node from `index` on that is not white space.
  private func visible(_ index: Int?) -> Int? {
    var next = index
    while let node = next, nodes[node].isText, !nodes[node].text.hasText { next = self.next(node) }
    return next
  }

  /// Whether a node is white space or a line break.
  func isBlank(_ index: Int) -> Bool {
    nodes[index].isText ? !nodes[index].text.hasText : nodes[index].tag == .br
  }

  private static func isTransparent(_ tag: HTMLTag) -> Bool {
    tag == .a || tag == .del || tag == .ins
  }

  /// Phrasing elements, except those with content of another kind.
  private static func isPhrasing(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .abbr, .audio, .b, .bdo, .br, .button, .cite, .code, .data, .datalist, .dfn, .em, .embed,
      .i, .img, .input, .kbd, .label, .mark, .math, .meter, .object, .output, .progress, .q, .ruby,
      .samp, .select, .small, .span, .strong, .sub, .sup, .textarea, .time, .var, .wbr:
      true
    default: false
    }
  }
}
