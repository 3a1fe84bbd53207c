import HTMLParsing
import PageModel

/// One of several alike pieces of a page: a stretch of places without those of others inside it.
struct PageRecord {
  /// The place of the element that begins it.
  let place: Int
  /// All its places, those of records inside it too.
  let range: Range<Int>
  /// The record it stands in, as an index.
  let container: Int?
  /// The stretches of records inside it, in order.
  var inner: [Range<Int>] = []
}

/// Pieces of a page that are built alike, and how well they would do as the comments of a thread.
struct RecordGroup {
  /// Whether the pieces go on to the next one.
  let extends: Bool
  /// The pieces in reading order.
  private(set) var records: [PageRecord] = []
  /// How many hold a date, and text besides.
  private(set) var dated = 0
  /// How many hold so many dates that they must hold several comments.
  private(set) var crowded = 0
  /// How much text they hold.
  private(set) var text = 0
  /// How many stand inside another.
  private(set) var nested = 0
  /// How many stand inside each other at most, one left out.
  private(set) var depth = 0
  /// How many call themselves comments, and how many stand where comments do.
  private(set) var named = (own: 0, around: 0, post: 0)

  /// A group of elements; `extends` to the next of them or to the end of what they stand in.
  init(_ places: [Int], extends: Bool, _ outline: PageOutline, _ moments: DateMentionIndex) {
    self.extends = extends
    var open: [Int] = []
    for (index, place) in places.enumerated() {
      while let last = open.last, records[last].range.upperBound <= place { open.removeLast() }
      var range = outline.range(place)
      if extends {
        let parent = outline.parents[place]
        let limit = parent < 0 ? range.upperBound : outline.ends[parent]
        let next = index + 1 < places.count ? places[index + 1] : limit
        range = place..<max(range.upperBound, min(limit, next))
      }
      if let last = open.last {
        records[last].inner.append(range)
        nested += 1
      }
      records.append(PageRecord(place: place, range: range, container: open.last))
      open.append(records.count - 1)
      depth = max(depth, open.count - 1)
    }
    measure(outline, moments)
  }

  private mutating func measure(_ outline: PageOutline, _ moments: DateMentionIndex) {
    for record in records {
      let isNamed = !outline.context[record.place].isDisjoint(with: [.comment, .post])
      var dates = moments.count(record.range, weak: isNamed)
      var length = outline.proseLength(record.range)
      for inner in record.inner {
        dates -= moments.count(inner, weak: isNamed)
        length -= outline.proseLength(inner)
      }
      if dates > 0 && length > 0 { dated += 1 }
      if dates > 4 { crowded += 1 }
      text += min(length, 2000)
      let hints = outline.hints[record.place]
      if hints.contains(.comment) && !hints.contains(.other) { named.own += 1 }
      if outline.context[record.place].contains(.comment) { named.around += 1 }
      if outline.context[record.place].contains(.post) { named.post += 1 }
    }
  }

  /// Whether most of these records begin inside those of another group.
  func mostlyInside(_ other: RecordGroup) -> Bool {
    var (inside, next, end) = (0, 0, 0)
    for record in records {
      while next < other.records.count, other.records[next].place <= record.place {
        end = max(end, other.records[next].range.upperBound)
        next += 1
      }
      if record.place < end { inside += 1 }
    }
    return inside * 2 > records.count
  }

  /// How good a thread the group would be, by numbers alone; none at 0 or below.
  var score: Double {
    let count = Double(records.count)
    let share = Double(dated) / count
    let fit = Double(dated) * share * share - 0.7 * Double(crowded)
    let name =
      1 + 2 * Double(named.own) / count + 1.5 * Double(named.around) / count
      + 0.3 * Double(named.post) / count
    return fit * name
  }
}
