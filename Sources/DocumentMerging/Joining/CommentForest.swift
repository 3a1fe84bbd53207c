/// A forest of comments under construction: parents, and the order of siblings.
struct CommentForest {
  /// A comment in its final order.
  struct Entry: Hashable {
    /// Its number.
    let node: Int
    /// The position of its parent in the order, `nil` for a root.
    let parent: Int?
  }

  // Indexed by node plus one; element 0 is the parent of the roots.
  private var above: [Int32]
  private var firstBelow: [Int32]
  private var lastBelow: [Int32]
  private var following: [Int32]
  private var isIn: [Bool]

  /// An empty forest for the nodes 0 to `count` - 1.
  init(count: Int) {
    above = [Int32](repeating: -1, count: count + 1)
    firstBelow = above
    lastBelow = above
    following = above
    isIn = [Bool](repeating: false, count: count + 1)
  }

  /// The parent of `node`, which must have been inserted; `nil` for a root.
  func parent(of node: Int) -> Int? { above[node + 1] > 0 ? Int(above[node + 1]) - 1 : nil }

  /// Whether `node` has a child.
  func hasReplies(_ node: Int) -> Bool { firstBelow[node + 1] > 0 }

  /// Inserts `node` as the last child of `parent`, or as the last root.
  mutating func append(_ node: Int, to parent: Int?) {
    insert(node, after: Int(lastBelow[(parent ?? -1) + 1]) - 1, below: parent)
  }

  /// Inserts `node` below `parent`, right after `sibling` or as the first child.
  mutating func insert(_ node: Int, after sibling: Int?, below parent: Int?) {
    let (slot, top) = (node + 1, (parent ?? -1) + 1)
    above[slot] = Int32(top)
    isIn[slot] = true
    if let sibling, sibling >= 0 {
      following[slot] = following[sibling + 1]
      following[sibling + 1] = Int32(slot)
      if lastBelow[top] == Int32(sibling + 1) { lastBelow[top] = Int32(slot) }
    } else {
      following[slot] = firstBelow[top]
      firstBelow[top] = Int32(slot)
      if lastBelow[top] < 0 { lastBelow[top] = Int32(slot) }
    }
  }

  /// Removes `node`, which must have no children.
  mutating func remove(_ node: Int) { isIn[node + 1] = false }

  /// All inserted nodes in pre-order; O(nodes).
  var preOrder: [Entry] {
    var order: [Entry] = []
    order.reserveCapacity(above.count)
    var places = [Int](repeating: 0, count: above.count)
    var next = firstBelow[0]
    while next > 0 {
      let slot = Int(next)
      if isIn[slot] {
        places[slot] = order.count
        let top = Int(above[slot])
        order.append(Entry(node: slot - 1, parent: top > 0 ? places[top] : nil))
      }
      next = firstBelow[slot]
      var current = slot
      while next < 0, current > 0 {
        next = following[current]
        current = Int(above[current])
      }
    }
    return order
  }
}
