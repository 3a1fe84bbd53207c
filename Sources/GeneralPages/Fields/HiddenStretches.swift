import Algorithms

/// What of some records style sheets hide: titles and addresses for scripts, menus.
struct HiddenStretches {
  /// The places of the outermost elements that are hidden.
  private(set) var places: [Int] = []
  /// How much text is hidden before each of the places, and in all.
  private var sums = [0]

  /// Nothing is hidden.
  init() {}

  /// What of records is hidden; O(their elements).
  init(_ elements: RecordElements) {
    let outline = elements.survey.outline
    var found: [Int] = []
    for index in 0..<elements.count {
      var end = 0
      for place in elements.own[index] where place >= end && elements.evidence.isUnseen(place) {
        end = outline.ends[place]
        found.append(place)
      }
    }
    var end = 0
    for place in found.sorted() where place >= end {
      end = outline.ends[place]
      places.append(place)
      sums.append((sums.last ?? 0) + outline.textLength(outline.range(place)))
    }
  }

  /// Whether nothing is hidden.
  var isEmpty: Bool { places.isEmpty }

  /// The places in a range.
  func places(in range: Range<Int>) -> ArraySlice<Int> {
    let lower = places.partitioningIndex { $0 >= range.lowerBound }
    return places[lower...].prefix { $0 < range.upperBound }
  }

  /// How much hidden text stands in elements that begin in a range, in bytes without blanks.
  ///
  /// O(log n).
  func textLength(_ range: Range<Int>) -> Int {
    guard !places.isEmpty else { return 0 }
    let lower = places.partitioningIndex { $0 >= range.lowerBound }
    let upper = places.partitioningIndex { $0 >= range.upperBound }
    return sums[upper] - sums[lower]
  }
}
