/// Traversal.
extension HTMLDocument {
  /// The children of a node, in order.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    let nodes: [HTMLNode]
    var following: HTMLNodeID?

    /// The next child.
    public mutating func next() -> HTMLNodeID? {
      guard let id = following else { return nil }
      following = nodes[id.index].nextSibling
      return id
    }
  }

  /// A node's descendants in the order of the document.
  public struct Descendants: Sequence, IteratorProtocol, Sendable {
    let nodes: [HTMLNode]
    let top: HTMLNodeID
    var current: HTMLNodeID

    private var isFinished = false

    init(nodes: [HTMLNode], top: HTMLNodeID) {
      self.nodes = nodes
      self.top = top
      current = top
    }

    /// The next descendant.
    public mutating func next() -> HTMLNodeID? {
      guard !isFinished else { return nil }
      if let child = nodes[current.index].firstChild {
        current = child
        return child
      }
      return skipSubtree()
    }

    /// Continues after the last node, skipping its descendants.
    public mutating func skipSubtree() -> HTMLNodeID? {
      var node = current
      while node != top {
        if let sibling = nodes[node.index].nextSibling {
          current = sibling
          return sibling
        }
        guard let parent = nodes[node.index].parent else { break }
        node = parent
      }
      isFinished = true
      return nil
    }
  }

  /// The children of a node.
  public func children(of id: HTMLNodeID) -> Children {
    Children(nodes: nodes, following: self[id].firstChild)
  }

  /// The descendants of a node, including the content of templates.
  ///
  /// Follows the links between nodes and needs no stack.
  public func descendants(of id: HTMLNodeID) -> Descendants {
    Descendants(nodes: nodes, top: id)
  }

  /// The next node in the order of the document, nil after the last descendant of `top`.
  ///
  /// `skippingChildren` skips the descendants of `id`.
  public func node(
    after id: HTMLNodeID,
    in top: HTMLNodeID = HTMLDocument.root,
    skippingChildren: Bool = false
  ) -> HTMLNodeID? {
    if !skippingChildren, let child = self[id].firstChild { return child }
    var node = id
    while node != top {
      if let sibling = self[node].nextSibling { return sibling }
      guard let parent = self[node].parent else { return nil }
      node = parent
    }
    return nil
  }

  /// The nearest ancestor that `isWanted` accepts.
  public func ancestor(of id: HTMLNodeID, where isWanted: (HTMLNodeID) -> Bool) -> HTMLNodeID? {
    var node = self[id].parent
    while let candidate = node, !isWanted(candidate) { node = self[candidate].parent }
    return node
  }

  /// The first HTML element with a tag inside a node.
  public func first(_ tag: HTMLTag, in id: HTMLNodeID = HTMLDocument.root) -> HTMLNodeID? {
    descendants(of: id).first { self[$0].tag == tag }
  }
}
