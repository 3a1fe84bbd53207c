/// The order in which every comment is followed by its whole subtree, siblings as on the page.
package struct PreOrder {
  /// Original indices in pre-order.
  package private(set) var sequence: [Int32] = []
  /// The place in `sequence` of every original index.
  package private(set) var positions: [Int32]
  /// The sizes of subtrees, by place in `sequence`.
  package private(set) var subtreeSizes: [Int32] = []

  /// Sorts a forest given by parents, -1 for roots, each earlier than its children.
  ///
  /// O(n).
  package init(parents: some RandomAccessCollection<Int32>) {
    let parents = Array(parents)
    var sizes = [Int32](repeating: 1, count: parents.count)
    for index in parents.indices.reversed() where parents[index] >= 0 {
      sizes[Int(parents[index])] += sizes[index]
    }
    // A child's place: behind its parent and the subtrees of the siblings before it.
    positions = [Int32](repeating: 0, count: parents.count)
    var next = [Int32](repeating: 0, count: parents.count)
    var nextRoot: Int32 = 0
    sequence = [Int32](repeating: 0, count: parents.count)
    subtreeSizes = [Int32](repeating: 1, count: parents.count)
    for index in parents.indices {
      let parent = Int(parents[index])
      let place = parent < 0 ? nextRoot : next[parent]
      if parent < 0 { nextRoot += sizes[index] } else { next[parent] += sizes[index] }
      positions[index] = place
      next[index] = place + 1
      sequence[Int(place)] = Int32(index)
      subtreeSizes[Int(place)] = sizes[index]
    }
  }

  /// Puts `elements`, which stand as they were given, in this order.
  ///
  /// O(n), in place: each swap brings one of them where it belongs.
  package func arrange<Element>(_ elements: inout [Element]) {
    var positions = positions
    for index in elements.indices {
      while Int(positions[index]) != index {
        let target = Int(positions[index])
        elements.swapAt(index, target)
        positions.swapAt(index, target)
      }
    }
  }
}
