import DocumentModel

/// Texts that follow each other closely in one arena, so that one search goes through them all.
struct SearchSegment: Sendable {
  /// One text to be searched.
  struct Text: Sendable {
    let range: TextRange
    let place: SearchPlace
  }

  /// What parts of the page may lie between two texts: bytes that are cheaper to search than to
  /// begin anew.
  private static let widestGap = 1024
  /// What beginning a segment costs, in bytes searched.
  private static let overhead = 256

  /// Hits to be listed before those in the texts.
  var nameHits: [SearchHit] = []
  /// The texts, in reading order and in the arena's.
  private(set) var texts: [Text] = []
  /// Whose arena holds the texts: an index into the completed texts, -1 for the document.
  var part: Int32 = -1

  /// Whether there is nothing in it.
  var isEmpty: Bool { texts.isEmpty && nameHits.isEmpty }
  /// From the first byte of the texts to the last.
  var extent: Range<Int> {
    guard let first = texts.first, let last = texts.last else { return 0..<0 }
    return Int(first.range.start)..<Int(last.range.end)
  }
  /// What searching it costs, in bytes.
  var cost: Int { extent.count + Self.overhead }

  /// Makes it as good as new, keeping its memory.
  mutating func removeAll() {
    nameHits.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    part = -1
  }

  /// Adds a text unless it stands too far from the last, or before it.
  mutating func append(_ range: TextRange, _ place: SearchPlace) -> Bool {
    if let last = texts.last?.range.end {
      guard range.start >= last, Int(range.start - last) <= Self.widestGap else { return false }
    }
    texts.append(Text(range: range, place: place))
    return true
  }

  /// Index of the last text that starts at `offset` or before; O(log n).
  func lastText(startingBy offset: Int) -> Int {
    var low = 0
    var high = texts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(texts[middle].range.start) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }
}
