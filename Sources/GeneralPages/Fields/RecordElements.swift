import PageModel

/// The records of a group with the elements that belong to each: those inside it, without those of
/// records inside it.
struct RecordElements {
  /// The page.
  let survey: PageSurvey
  /// The records in reading order.
  let records: [PageRecord]
  /// The elements of each record as places, in reading order.
  private(set) var own: [[Int]]
  /// The innermost record around each place, -1 for none.
  private let owners: [Int32]
  /// How many records begin before each place.
  private let starts: [Int32]

  /// Records in reading order; O(places of the page).
  init(_ records: [PageRecord], in survey: PageSurvey) {
    self.records = records
    self.survey = survey
    let count = survey.outline.nodes.count
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
    own = [[Int]](repeating: [], count: records.count)
    for place in survey.outline.nodes.indices where survey.outline.isElement(place) {
      if let index = record(at: place) { own[index].append(place) }
    }
  }

  /// The record a place belongs to: the innermost around it.
  func record(at place: Int) -> Int? { owners[place] < 0 ? nil : Int(owners[place]) }

  /// Whether a record begins in a range that is not the one its first place belongs to.
  func holdsOther(_ range: Range<Int>, than index: Int) -> Bool {
    guard !range.isEmpty else { return false }
    let begun = starts[range.upperBound] - starts[range.lowerBound]
    let isOwnStart = starts[range.lowerBound + 1] > starts[range.lowerBound]
    return begun > (isOwnStart && record(at: range.lowerBound) == index ? 1 : 0)
  }
}
