/// Comments that are still being put in order: who answers whom, and which sibling comes first.
struct CommentForest {
  /// A comment on its way into a document.
  struct Entry: Hashable {
    /// Its number.
    let node: Int
    /// Where the comment it answers stands in the order, `nil` for a root.
    let parent: Int?
  }

  // All by number plus one; the element before the first stands for what is above the roots.
  private var above: [Int32]
  private var firstBelow: [Int32]
  private var lastBelow: [Int32]
  private var following: [Int32]
  private var isIn: [Bool]

  /// A forest of none of `count` comments.
  init(count: Int) {
    above = [Int32](repeating: -1, count: count + 1)
    firstBelow = above
    lastBelow = above
    following = above
    isIn = [Bool](repeating: false, count: count + 1)
  }

  /// The comment `node` answers, `nil` for a root; it must have been put in.
  func parent(of node: Int) -> Int? { above[node + 1] > 0 ? Int(above[node + 1]) - 1 : nil }

  /// Whether anything that was put in answers `node`.
  func hasAnswers(_ node: Int) -> Bool { firstBelow[node + 1] > 0 }

  /// Puts `node` behind the other answers to `parent`, behind all roots for `nil`.
  mutating func append(_ node: Int, to parent: Int?) {
    insert(node, after: Int(lastBelow[(parent ?? -1) + 1]) - 1, below: parent)
  }

  /// Puts `node` right behind its sibling, before all answers to `parent` if there is none.
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

  /// Takes out `node`, to which nothing may answer.
  mutating func leaveOut(_ node: Int) { isIn[node + 1] = false }

  /// All of them, each followed by those below it; O(comments).
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
