import HTMLParsing

/// Which elements of a page have which words in their `class`.
struct ClassIndex: Sendable {
  /// Hashes of words, sorted, and where the elements of each begin.
  private let slots: [UInt64: Range<Int>]
  private let nodes: [HTMLNodeID]

  /// Indexes a page; O(its size).
  init(_ tree: HTMLDocument) {
    var numbers: [UInt64: Int] = [:]
    var counts: [Int] = []
    var uses: [(word: Int32, node: UInt32)] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .element {
      let id = HTMLNodeID(index)
      guard let attribute = tree.attributeIndex(.class, of: id) else { continue }
      tree.withRawValue(of: tree.attributes[attribute]) { bytes in
        var hash = WordHash.seed
        for byte in bytes {
          if byte > 0x20 {
            hash = WordHash.mix(hash, byte)
            continue
          }
          if hash != WordHash.seed { Self.note(hash, id, &numbers, &counts, &uses) }
          hash = WordHash.seed
        }
        if hash != WordHash.seed { Self.note(hash, id, &numbers, &counts, &uses) }
      }
    }
    var starts = [0]
    for count in counts { starts.append((starts.last ?? 0) + count) }
    var next = starts
    var nodes = [HTMLNodeID](repeating: HTMLDocument.root, count: uses.count)
    for use in uses {
      nodes[next[Int(use.word)]] = HTMLNodeID(Int(use.node))
      next[Int(use.word)] += 1
    }
    self.nodes = nodes
    slots = numbers.mapValues { starts[$0]..<starts[$0 + 1] }
  }

  /// The elements that have a word, in the order the parser made them.
  func elements(_ word: StaticString) -> ArraySlice<HTMLNodeID> {
    let hash = WordHash.hash(of: word)
    return slots[hash].map { nodes[$0] } ?? []
  }

  private static func note(
    _ hash: UInt64,
    _ id: HTMLNodeID,
    _ numbers: inout [UInt64: Int],
    _ counts: inout [Int],
    _ uses: inout [(word: Int32, node: UInt32)]
  ) {
    let number = numbers[hash] ?? counts.count
    if number == counts.count {
      numbers[hash] = number
      counts.append(0)
    }
    counts[number] += 1
    uses.append((Int32(number), id.rawValue))
  }
}
