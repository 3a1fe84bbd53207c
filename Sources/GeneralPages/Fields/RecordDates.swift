import DocumentParsing
import PageModel

/// Finds the date of each record: of several, the kind of date that most records have and that
/// differs from record to record.
struct RecordDates {
  /// The date of each record, nil where there is none.
  private(set) var dates: [DateMention?] = []

  private let outline: PageOutline
  private let policy: FieldPolicy
  private let count: Double

  init(_ elements: RecordElements) {
    outline = elements.survey.outline
    policy = outline.page.policies[FieldPolicy.self]
    count = Double(elements.records.count)
    var own = [[DateMention]](repeating: [], count: elements.records.count)
    for date in elements.survey.dates {
      if let index = elements.record(at: date.place) { own[index].append(date) }
    }
    var tallies = KindTallies()
    for (index, dates) in own.enumerated() {
      for date in dates {
        tallies.count(key(date), in: index) {
          $0.values.insert(date.date.text + date.date.absolute)
        }
      }
    }
    dates = own.map { best($0, tallies) }
  }

  private func best(_ dates: [DateMention], _ tallies: KindTallies) -> DateMention? {
    let ranked = dates.enumerated().map { offset, date in
      (date: date, rank: rank(date, tallies) - Double(offset) * policy.laterDate)
    }
    return ranked.max { $0.rank < $1.rank }?.date
  }

  /// Equal for dates in elements of one kind, after words or not.
  private func key(_ date: DateMention) -> UInt64 {
    let place = outline.isElement(date.place) ? date.place : outline.parents[date.place]
    return place < 0 ? 0 : outline.keys[place] &* 2 &+ (date.before.isEmpty ? 0 : 1)
  }

  private func rank(_ mention: DateMention, _ tallies: KindTallies) -> Double {
    guard let tally = tallies[key(mention)] else { return 0 }
    let coverage = Double(tally.records) / count
    let variety = Double(tally.values.count) / Double(tally.uses)
    let date = mention.date
    var hint = date.moment != nil ? 1.0 : policy.wordedDate
    if outline.isElement(mention.place), outline.hints[mention.place].contains(.date) {
      hint += policy.namedDate
    }
    if date.text.contains(":") || date.moment != nil { hint += policy.timedDate }
    return coverage * (policy.constantDate + (1 - policy.constantDate) * variety) * hint
      * (mention.isWeak ? policy.weakDate : 1)
  }
}
