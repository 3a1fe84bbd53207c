import DocumentModel
import HTMLParsing

/// Which elements of a page have which words in their `class`.
struct ClassIndex: Sendable {
  /// How many different words are indexed.
  static let wordLimit = 500_000
  /// How often words are indexed.
  private static let useLimit = 5_000_000

  /// Whether there may be more words than are indexed.
  var isCut: Bool { words.count == Self.wordLimit || nodes.count == Self.useLimit }
  /// The words by their hashes.
  private let words: HashNumbers
  /// Where the elements of each word begin, and the end of the last.
  private let starts: [Int]
  private let nodes: [HTMLNodeID]

  /// Indexes a page; O(its size).
  init(_ tree: HTMLDocument) {
    var words = HashNumbers()
    var counts: [Int] = []
    var uses: [(word: Int32, node: UInt32)] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .element {
      let id = HTMLNodeID(index)
      guard let attribute = tree.attributeIndex(.class, of: id) else { continue }
      tree.withRawValue(of: tree.attributes[attribute]) { bytes in
        var hash = FNVHash.start
        for byte in bytes {
          if byte > 0x20 {
            hash = FNVHash.mix(hash, byte)
            continue
          }
          if hash != FNVHash.start { Self.note(hash, id, &words, &counts, &uses) }
          hash = FNVHash.start
        }
        if hash != FNVHash.start { Self.note(hash, id, &words, &counts, &uses) }
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
    self.words = words
    self.starts = starts
    self.nodes = nodes
  }

  /// The elements that have a word, in the order the parser made them.
  func elements(_ word: StaticString) -> ArraySlice<HTMLNodeID> {
    guard !isEmpty else { return [] }
    return words.find(FNVHash.hash(of: word)).map { nodes[starts[$0]..<starts[$0 + 1]] } ?? []
  }

  /// Whether no element has a class, as in most texts of comments, which are small pages.
  var isEmpty: Bool { nodes.isEmpty }

  /// The elements that have one of several words; one with two of them is there twice.
  func elements(_ words: [StaticString]) -> [HTMLNodeID] {
    isEmpty ? [] : words.flatMap { elements($0) }
  }

  private static func note(
    _ hash: UInt64,
    _ id: HTMLNodeID,
    _ words: inout HashNumbers,
    _ counts: inout [Int],
    _ uses: inout [(word: Int32, node: UInt32)]
  ) {
    guard uses.count < useLimit, words.count < wordLimit || words.find(hash) != nil else { return }
    let number = words.number(hash)
    // Some write a word twice.
    for use in uses.suffix(8).reversed() {
      guard use.node == id.rawValue else { break }
      if use.word == Int32(number) { return }
    }
    if number == counts.count { counts.append(0) }
    counts[number] += 1
    uses.append((Int32(number), id.rawValue))
  }
}
