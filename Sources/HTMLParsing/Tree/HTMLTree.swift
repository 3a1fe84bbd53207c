/// The nodes while they are being made: linking, moving, text.
struct HTMLTree {
  var nodes: [HTMLNode] = []
  /// Text that does not stand in the page as it is: pieces joined across dropped tags.
  var joined: [UInt8] = []
  let source: UnsafePointer<UInt8>

  /// Joined text longer than this is not moved to let it grow; a second node follows instead, so
  /// that two texts that grow in turn take linear time.
  private static let movableText = 256

  init(source: UnsafePointer<UInt8>, expectedNodes: Int) {
    self.source = source
    nodes.reserveCapacity(expectedNodes)
    nodes.append(HTMLNode(.document))
  }

  /// Adds a node that stands nowhere yet.
  mutating func make(_ node: HTMLNode) -> UInt32 {
    nodes.append(node)
    return UInt32(truncatingIfNeeded: nodes.count - 1)
  }

  /// Makes `node` the last child of `parent`.
  @inline(__always)
  mutating func append(_ node: UInt32, to parent: UInt32) {
    let last = nodes[Int(parent)].lastChildLink
    nodes[Int(node)].parentLink = parent
    nodes[Int(node)].previousLink = last
    nodes[Int(parent)].lastChildLink = node
    if last == HTMLNode.none {
      nodes[Int(parent)].firstChildLink = node
    } else {
      nodes[Int(last)].nextLink = node
    }
  }

  /// Puts `node` into the parent of `sibling`, before it.
  mutating func insert(_ node: UInt32, before sibling: UInt32) {
    let parent = nodes[Int(sibling)].parentLink
    let previous = nodes[Int(sibling)].previousLink
    nodes[Int(node)].parentLink = parent
    nodes[Int(node)].nextLink = sibling
    nodes[Int(node)].previousLink = previous
    nodes[Int(sibling)].previousLink = node
    if previous == HTMLNode.none {
      nodes[Int(parent)].firstChildLink = node
    } else {
      nodes[Int(previous)].nextLink = node
    }
  }

  /// Takes `node` out of its parent.
  mutating func detach(_ node: UInt32) {
    let this = nodes[Int(node)]
    guard this.parentLink != HTMLNode.none else { return }
    if this.previousLink == HTMLNode.none {
      nodes[Int(this.parentLink)].firstChildLink = this.nextLink
    } else {
      nodes[Int(this.previousLink)].nextLink = this.nextLink
    }
    if this.nextLink == HTMLNode.none {
      nodes[Int(this.parentLink)].lastChildLink = this.previousLink
    } else {
      nodes[Int(this.nextLink)].previousLink = this.previousLink
    }
    nodes[Int(node)].parentLink = HTMLNode.none
    nodes[Int(node)].previousLink = HTMLNode.none
    nodes[Int(node)].nextLink = HTMLNode.none
  }

  /// Moves all children of `old` to the end of `new`, which has none.
  mutating func moveChildren(of old: UInt32, to new: UInt32) {
    var child = nodes[Int(old)].firstChildLink
    nodes[Int(new)].firstChildLink = child
    nodes[Int(new)].lastChildLink = nodes[Int(old)].lastChildLink
    nodes[Int(old)].firstChildLink = HTMLNode.none
    nodes[Int(old)].lastChildLink = HTMLNode.none
    while child != HTMLNode.none {
      nodes[Int(child)].parentLink = new
      child = nodes[Int(child)].nextLink
    }
  }

  /// Adds text at `place`, to the text that stands there already if there is some.
  @inline(__always)
  mutating func insertText(_ range: Range<Int>, _ traits: TextTraits, at place: InsertionPlace) {
    let previous: UInt32
    switch place {
    case .last(let parent): previous = nodes[Int(parent)].lastChildLink
    case .before(let sibling): previous = nodes[Int(sibling)].previousLink
    }
    if previous != HTMLNode.none && nodes[Int(previous)].kind == .text
      && extend(Int(previous), by: range, traits)
    {
      return
    }
    var node = HTMLNode(.text)
    node.start = UInt32(truncatingIfNeeded: range.lowerBound)
    node.extent = UInt32(truncatingIfNeeded: range.count)
    node.detail = traits.rawValue
    insert(make(node), at: place)
  }

  /// Puts a node where it belongs.
  @inline(__always)
  mutating func insert(_ node: UInt32, at place: InsertionPlace) {
    switch place {
    case .last(let parent): append(node, to: parent)
    case .before(let sibling): insert(node, before: sibling)
    }
  }

  /// Makes the text of `node` longer by `range`; false if it would cost too much.
  private mutating func extend(_ node: Int, by range: Range<Int>, _ traits: TextTraits) -> Bool {
    let start = Int(nodes[node].start)
    let count = Int(nodes[node].extent)
    let own = TextTraits(rawValue: nodes[node].detail)
    if own == traits && start + count == range.lowerBound {
      nodes[node].extent = UInt32(truncatingIfNeeded: count + range.count)
      return true
    }
    guard joined.count + count + range.count < Int(UInt32.max) else { return false }
    if !own.contains(.isDecoded) {
      let first = joined.count
      TextDecoder.append(bytes(start..<(start + count)), own, to: &joined)
      nodes[node].start = UInt32(truncatingIfNeeded: first)
    } else if start + count != joined.count {
      guard count <= HTMLTree.movableText else { return false }
      nodes[node].start = UInt32(truncatingIfNeeded: joined.count)
      for index in start..<(start + count) { joined.append(joined[index]) }
    }
    nodes[node].detail = TextTraits.isDecoded.rawValue
    TextDecoder.append(bytes(range), traits, to: &joined)
    nodes[node].extent = UInt32(truncatingIfNeeded: joined.count) - nodes[node].start
    return true
  }

  private func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: source + range.lowerBound, count: range.count)
  }
}

/// Where a node goes.
enum InsertionPlace {
  /// The end of a node.
  case last(UInt32)
  /// Before a node: content that a table has no place for.
  case before(UInt32)
}
