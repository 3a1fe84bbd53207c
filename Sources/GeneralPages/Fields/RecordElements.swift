import PageModel

/// The records of a group with the elements that belong to each: those inside it, without those of
/// records inside it.
struct RecordElements {
  /// The page.
  let survey: PageSurvey
  /// What tells the parts of records apart.
  let evidence: FieldEvidence
  /// Whether each record goes on behind the element that begins it.
  let goOn: Bool
  /// Whether each record is a line and the texts beside it.
  let arePaired: Bool
  /// How many records there are.
  let count: Int
  /// The elements of each record as places, in reading order.
  let own: Buckets
  /// Where each record begins.
  let places: [Int]
  /// The first place behind each record.
  let ends: [Int]
  /// The places from the first record to the end of the last.
  private let range: Range<Int>
  /// The innermost record around each place of `range`, -1 for none.
  private let owners: [Int32]
  /// How many records begin before each place of `range`.
  private let starts: [Int32]

  /// Records in reading order; O(places from the first to the end of the last).
  init(_ group: RecordGroup, in survey: PageSurvey, _ evidence: FieldEvidence) {
    let records = group.records
    goOn = group.extends
    arePaired = group.isPaired
    self.survey = survey
    self.evidence = evidence
    count = records.count
    places = records.map(\.place)
    ends = records.map(\.range.upperBound)
    let start = places.first ?? 0
    let range = start..<max(start, ends.max() ?? 0)
    var owners = [Int32](repeating: -1, count: range.count)
    var starts = [Int32](repeating: 0, count: range.count + 1)
    var open: [Int] = []
    var next = 0
    for offset in owners.indices {
      let place = start + offset
      while let last = open.last, ends[last] <= place { open.removeLast() }
      if next < places.count, places[next] == place {
        open.append(next)
        next += 1
      }
      starts[offset + 1] = Int32(next)
      owners[offset] = Int32(open.last ?? -1)
    }
    let outline = survey.outline
    own = Buckets(range, count: records.count) { place in
      let owner = owners[place - start]
      return owner >= 0 && outline.isElement(place) ? Int(owner) : nil
    }
    self.range = range
    self.owners = owners
    self.starts = starts
  }

  /// The record a place belongs to: the innermost around it.
  func record(at place: Int) -> Int? {
    guard range.contains(place) else { return nil }
    let owner = owners[place - range.lowerBound]
    return owner < 0 ? nil : Int(owner)
  }

  /// Whether a record begins in a range that is not the one its first place belongs to.
  func holdsOther(_ range: Range<Int>, than index: Int) -> Bool {
    let inside = range.clamped(to: self.range)
    guard !inside.isEmpty else { return false }
    let lower = inside.lowerBound - self.range.lowerBound
    let upper = inside.upperBound - self.range.lowerBound
    let begun = starts[upper] - starts[lower]
    guard range.lowerBound == inside.lowerBound else { return begun > 0 }
    let isOwnStart = starts[lower + 1] > starts[lower] && Int(owners[lower]) == index
    return begun > (isOwnStart ? 1 : 0)
  }
}
