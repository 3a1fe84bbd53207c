/// Which record each place of a page belongs to: the innermost around it.
struct RecordOwners {
  private let owners: [Int32]
  /// How many records begin before each place.
  private let starts: [Int32]
  private let count: Int

  /// Records in reading order, over so many places; O(places).
  init(_ records: [PageRecord], count: Int) {
    var owners = [Int32](repeating: -1, count: count)
    var starts = [Int32](repeating: 0, count: count + 1)
    var open: [Int] = []
    var next = 0
    for place in 0..<count {
      while let last = open.last, records[last].range.upperBound <= place { open.removeLast() }
      starts[place + 1] = starts[place]
      if next < records.count, records[next].place == place {
        open.append(next)
        next += 1
        starts[place + 1] += 1
      }
      owners[place] = Int32(open.last ?? -1)
    }
    self.owners = owners
    self.starts = starts
    self.count = records.count
  }

  /// The record a place belongs to.
  subscript(place: Int) -> Int? { owners[place] < 0 ? nil : Int(owners[place]) }

  /// Whether a record begins in a range that is not the one its first place belongs to.
  func holdsOther(_ range: Range<Int>, than index: Int) -> Bool {
    guard !range.isEmpty else { return false }
    let begun = starts[range.upperBound] - starts[range.lowerBound]
    let isOwnStart = starts[range.lowerBound + 1] > starts[range.lowerBound]
    return begun > (isOwnStart && self[range.lowerBound] == index ? 1 : 0)
  }

  /// The elements of each record, in reading order.
  func elements(_ outline: PageOutline) -> [[Int]] {
    var elements = [[Int]](repeating: [], count: count)
    for place in outline.nodes.indices where outline.isElement(place) {
      if let index = self[place] { elements[index].append(place) }
    }
    return elements
  }
}
