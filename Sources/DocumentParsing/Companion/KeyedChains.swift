/// Indices grouped by a key that is a hash already.
///
/// An open-addressed table of groups, each a linked list in one array. O(1) an addition; `capacity`
/// is how many there will be at most.
struct KeyedChains {
  private var slots: [Int32]
  private var links: [(key: UInt64, index: Int32, before: Int32)] = []

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  /// Adds `index` to the group of `key`.
  mutating func add(_ index: Int, to key: UInt64) {
    let slot = slot(of: key)
    links.append((key, Int32(index), slots[slot]))
    slots[slot] = Int32(links.count - 1)
  }

  /// Whether there is a group for `key`.
  func contains(_ key: UInt64) -> Bool { slots[slot(of: key)] >= 0 }

  /// The members of a group in the order they were added; none if there are more than `limit`.
  func members(of key: UInt64, limit: Int) -> [Int] {
    var found: [Int] = []
    var link = slots[slot(of: key)]
    while link >= 0 {
      guard found.count < limit else { return [] }
      found.append(Int(links[Int(link)].index))
      link = links[Int(link)].before
    }
    return found.reversed()
  }

  /// Where the group of `key` hangs, or would.
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] >= 0, links[Int(slots[slot])].key != key { slot = (slot + 1) & mask }
    return slot
  }
}
