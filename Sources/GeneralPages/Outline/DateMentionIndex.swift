import PageModel

/// The dates of a page by place.
struct DateMentionIndex {
  /// The dates in reading order.
  let moments: [DateMention]
  private let sums: [Int32]
  private let strong: [Int32]

  init(_ moments: [DateMention], _ outline: PageOutline) {
    self.moments = moments
    var sums = [Int32](repeating: 0, count: outline.nodes.count + 1)
    var strong = sums
    for moment in moments {
      sums[moment.place + 1] += 1
      strong[moment.place + 1] += moment.isWeak ? 0 : 1
    }
    for place in outline.nodes.indices {
      sums[place + 1] += sums[place]
      strong[place + 1] += strong[place]
    }
    self.sums = sums
    self.strong = strong
  }

  /// The first date in a range that is surely one, else the first that may be.
  ///
  /// O(log of the page's dates).
  func first(in range: Range<Int>) -> DateMention? {
    var (low, high) = (0, moments.count)
    while low < high {
      let middle = (low + high) / 2
      if moments[middle].place < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    let inside = moments[low...].prefix { range.contains($0.place) }
    return inside.first { !$0.isWeak } ?? inside.first
  }

  /// How many dates stand in a range, those that may be none included or not.
  func count(_ range: Range<Int>, weak: Bool = true) -> Int {
    let sums = weak ? sums : strong
    return Int(sums[range.upperBound] - sums[range.lowerBound])
  }
}
