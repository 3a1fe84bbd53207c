/// Making nodes and putting them where they belong; the HTML standard, 13.2.6.1.
extension TreeBuilder {
  /// Where the next node goes: into the current node, or before a table that has no place for it.
  @inline(__always)
  mutating func place() -> InsertionPlace {
    guard let current = open.last else { return .last(0) }
    if isFosterParenting && current.tag.isTableContext { return fosterPlace() }
    return .last(contentNode(of: current))
  }

  /// The place for a child of `parent`, an entry of the stack or what took its part.
  mutating func place(in parent: OpenElement) -> InsertionPlace {
    isFosterParenting && parent.tag.isTableContext
      ? fosterPlace() : .last(contentNode(of: parent))
  }

  /// The node that holds the children: of a template its content.
  @inline(__always)
  private mutating func contentNode(of element: OpenElement) -> UInt32 {
    element.tag == .template ? tree.nodes[Int(element.node)].firstChildLink : element.node
  }

  /// Before the innermost table, or where a template or the page without one takes it.
  private mutating func fosterPlace() -> InsertionPlace {
    for index in open.indices.reversed() {
      steps += 1
      if open[index].tag == .template { return .last(contentNode(of: open[index])) }
      guard open[index].tag == .table else { continue }
      if tree.nodes[Int(open[index].node)].parentLink != HTMLNode.none {
        return .before(open[index].node)
      }
      return .last(contentNode(of: open[max(0, index - 1)]))
    }
    return .last(open.first?.node ?? 0)
  }

  /// Adds an element for the start tag that is being handled and opens it.
  @discardableResult
  @inline(__always)
  mutating func insertElement() -> UInt32 {
    insertElement(tokenizer.token.name, .html, attributes: keepAttributes())
  }

  /// Adds an element for the start tag that is being handled without opening it.
  @inline(__always)
  mutating func insertVoidElement() {
    insertElement()
    pop()
  }

  /// Adds and opens an element the page left out.
  @discardableResult
  mutating func insertImplied(_ tag: HTMLTag) -> UInt32 {
    insertElement(HTMLName(tag), .html, attributes: 0..<0)
  }

  @discardableResult
  @inline(__always)
  mutating func insertElement(
    _ name: HTMLName,
    _ namespace: HTMLNamespace,
    attributes: Range<Int>
  ) -> UInt32 {
    let node = makeElement(name, namespace, attributes: attributes)
    let place = self.place()
    tree.insert(node, at: shallow(place))
    push(OpenElement(node: node, name: name, namespace: namespace))
    if HTMLTag(name) == .template && namespace == .html {
      tree.append(tree.make(HTMLNode(.content)), to: node)
    }
    return node
  }

  /// The place itself, or one level up where elements stand too deep.
  ///
  /// `mutating`, as `contentNode`, only because the compiler copies the builder for other methods.
  @inline(__always)
  mutating func shallow(_ place: InsertionPlace) -> InsertionPlace {
    guard open.count >= limits.depth, case .last(let parent) = place else { return place }
    let above = tree.nodes[Int(parent)].parentLink
    return above == HTMLNode.none ? place : .last(above)
  }

  @inline(__always)
  mutating func makeElement(
    _ name: HTMLName,
    _ namespace: HTMLNamespace,
    attributes: Range<Int>
  ) -> UInt32 {
    var node = HTMLNode(.element)
    node.name = name
    node.start = UInt32(truncatingIfNeeded: tokenizer.token.offset)
    node.extent = UInt32(truncatingIfNeeded: attributes.lowerBound)
    node.detail = namespace.rawValue | UInt8(truncatingIfNeeded: attributes.count << 2)
    return tree.make(node)
  }

  /// Keeps the attributes of the token for a node.
  @inline(__always)
  mutating func keepAttributes() -> Range<Int> {
    tokenizer.keptAttributes = max(tokenizer.keptAttributes, tokenizer.token.attributes.upperBound)
    return tokenizer.token.attributes
  }

  /// Adds the attributes of the token that an element does not have.
  mutating func mergeAttributes(into node: UInt32) {
    let old = tree.nodes[Int(node)].attributeRange
    let new = tokenizer.token.attributes.filter { index in
      !old.contains { tokenizer.attributes[$0].name == tokenizer.attributes[index].name }
    }
    guard !new.isEmpty, old.count < HTMLTokenizer.attributeLimit else { return }
    let merged = old.map { tokenizer.attributes[$0] } + new.map { tokenizer.attributes[$0] }
    let kept = merged.prefix(HTMLTokenizer.attributeLimit)
    let start = tokenizer.token.attributes.lowerBound
    tokenizer.attributes.removeLast(tokenizer.attributes.count - start)
    tokenizer.attributes.append(contentsOf: kept)
    tokenizer.keptAttributes = tokenizer.attributes.count
    tokenizer.token.attributes = start..<start
    tree.nodes[Int(node)].extent = UInt32(truncatingIfNeeded: start)
    tree.nodes[Int(node)].detail =
      tree.nodes[Int(node)].detail & 3 | UInt8(truncatingIfNeeded: kept.count << 2)
  }

  mutating func insertComment(at place: InsertionPlace) {
    var node = HTMLNode(.comment)
    node.start = UInt32(truncatingIfNeeded: tokenizer.token.range.lowerBound)
    node.extent = UInt32(truncatingIfNeeded: tokenizer.token.range.count)
    node.detail = tokenizer.token.traits.rawValue
    tree.insert(tree.make(node), at: place)
  }

  /// Whether an attribute of the token has this value, in any case.
  func tokenAttribute(_ name: HTMLName, is value: StaticString) -> Bool {
    let attributes = tokenizer.attributes
    for index in tokenizer.token.attributes where attributes[index].name == name {
      let bytes = UnsafeBufferPointer(
        start: tokenizer.base + Int(attributes[index].start),
        count: Int(attributes[index].count)
      )
      var decoded: [UInt8] = []
      TextDecoder.append(bytes, [.references, .attribute, .replacesNUL], to: &decoded)
      let wanted = UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)
      return decoded.elementsEqual(wanted) { $0.lowercased == $1 }
    }
    return false
  }

  func tokenHasAttribute(_ name: HTMLName) -> Bool {
    tokenizer.token.attributes.contains { tokenizer.attributes[$0].name == name }
  }
}
