import HTMLParsing
import PageModel

/// One of several elements that are built alike, without the others that stand inside it.
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

/// Elements of a page that are built alike, and how well they would do as the comments of a thread.
struct RecordGroup {
  /// Whether each record goes on to the next one.
  let extends: Bool
  /// Whether a record is several elements side by side, told apart by those that hold the dates.
  let isPaired: Bool
  /// Whether there are as many as a heading of the page says there are comments.
  var isCounted = false
  /// The records in reading order.
  private(set) var records: [PageRecord] = []
  /// How many hold a date, and text besides.
  private(set) var dated = 0
  /// How many hold so many dates that they must hold several comments.
  private(set) var crowded = 0
  /// How much text they hold, in bytes without blanks.
  private(set) var text = 0
  /// How many stand inside another.
  private(set) var nested = 0
  /// How deep they stand inside each other: 0 if none does.
  private(set) var depth = 0
  /// How many call themselves comments, how many stand where comments do, how many where posts do.
  private(set) var named = (own: 0, around: 0, post: 0)

  /// The records that begin at `places`; if they `extend`, each goes on to the next one or to the
  /// end of what it stands in.
  init(_ places: [Int], extends: Bool, in survey: PageSurvey) {
    self.extends = extends
    isPaired = false
    let outline = survey.outline
    records.reserveCapacity(places.count)
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
    measure(survey)
  }

  /// The records that stretches of a page hold, which follow each other.
  init(stretches: [Range<Int>], in survey: PageSurvey) {
    extends = true
    isPaired = true
    records = stretches.map { PageRecord(place: $0.lowerBound, range: $0, container: nil) }
    measure(survey)
  }

  private mutating func measure(_ survey: PageSurvey) {
    let outline = survey.outline
    let (mostDates, longest) = (survey.policy.mostDates, survey.policy.longestRecord)
    for record in records {
      let isNamed = outline.context[record.place].intersects(.comment.union(.post))
      var dates = survey.dateCount(record.range, weak: isNamed)
      var length = outline.proseLength(record.range)
      for inner in record.inner {
        dates -= survey.dateCount(inner, weak: isNamed)
        length -= outline.proseLength(inner)
      }
      if dates > 0 && length > 0 { dated += 1 }
      if dates > mostDates { crowded += 1 }
      text += min(length, longest)
      let hints = outline.hints[record.place]
      // `comment-date`: a part of a comment.
      let isPart = hints.intersects(.accessory.union(.date).union(.body))
      if hints.contains(.comment) && !isPart { named.own += 1 }
      if outline.context[record.place].contains(.comment) { named.around += 1 }
      if outline.context[record.place].contains(.post) { named.post += 1 }
    }
  }

  /// Whether the records of another group are the same.
  func hasRecords(of other: RecordGroup) -> Bool {
    extends == other.extends
      && records.elementsEqual(other.records) { $0.place == $1.place && $0.range == $1.range }
  }

  /// How many of these records begin inside those of another group, as a share.
  func shareInside(_ other: RecordGroup) -> Double {
    var (inside, next, end) = (0, 0, 0)
    for record in records {
      while next < other.records.count, other.records[next].place <= record.place {
        end = max(end, other.records[next].range.upperBound)
        next += 1
      }
      if record.place < end { inside += 1 }
    }
    return Double(inside) / Double(records.count)
  }

  /// How good a thread the group would be, by numbers alone; none at 0 or below.
  func score(_ policy: RecordPolicy) -> Double {
    let count = Double(records.count)
    let share = Double(dated) / count
    let isUndated = dated == 0 && (named.own == records.count || isCounted)
    let fit =
      isUndated
      ? policy.undatedWeight * count
      : Double(dated) * share * share - policy.crowdedPenalty * Double(crowded)
    let name =
      1 + policy.ownNameWeight * Double(named.own) / count
      + policy.aroundNameWeight * Double(named.around) / count
      + policy.postNameWeight * Double(named.post) / count
    return fit * name
  }
}

extension RecordGroup {
  /// What the records are called in notes for people: `14 of li.comment`.
  func name(_ outline: PageOutline) -> String {
    guard let first = records.first else { return "0" }
    let page = outline.page
    let node = outline.nodes[first.place]
    let others = records.dropFirst().map { page.words(of: outline.nodes[$0.place]) }
    let common = page.words(of: node).first { word in others.allSatisfy { $0.contains(word) } }
    let element = page.tree.name(of: node) + (common.map { ".\($0)" } ?? "")
    return "\(records.count) of \(element)" + (extends ? " with what follows" : "")
  }
}
