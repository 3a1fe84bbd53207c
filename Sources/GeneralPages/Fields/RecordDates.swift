import DocumentParsing
import PageModel

/// Finds the date of each record: of several, the kind of date that most records have and that
/// differs from record to record.
struct RecordDates {
  /// The date of each record, nil where there is none.
  private(set) var dates: [DateMention?] = []

  private let outline: PageOutline
  private let mentions: [DateMention]
  private let policy: FieldPolicy
  private let count: Double

  init(_ elements: RecordElements) {
    outline = elements.survey.outline
    mentions = elements.survey.dates
    policy = outline.page.policies[FieldPolicy.self]
    count = Double(elements.count)
    let own = Buckets(mentions.indices, count: elements.count) { [mentions] mention in
      elements.record(at: mentions[mention].place)
    }
    var tallies = KindTallies(kinds: (outline.kindCount + 1) * 2)
    var values = HashNumbers()
    for index in 0..<own.count {
      for mention in own[index] {
        let kind = kind(mentions[mention])
        tallies.count(kind, in: index) { tally in
          let known = values.count
          let value = UInt64(kind) << 32 | UInt64(elements.evidence.wordings[mention])
          if values.number(value) == known { tally.values += 1 }
        }
      }
    }
    dates = (0..<own.count).map { best(own[$0], tallies) }
  }

  private func best(_ own: ArraySlice<Int>, _ tallies: KindTallies) -> DateMention? {
    var best: (mention: Int, rank: Double)?
    let inside = own.filter { !mentions[$0].isAround }
    for (offset, mention) in (inside.isEmpty ? Array(own) : inside).enumerated() {
      let rank = rank(mentions[mention], tallies) - Double(offset) * policy.laterDate
      if best.map({ $0.rank < rank }) ?? true { best = (mention, rank) }
    }
    return best.map { mentions[$0.mention] }
  }

  /// Equal for dates in elements of one kind, after words or not.
  private func kind(_ date: DateMention) -> Int {
    let place = outline.isElement(date.place) ? date.place : outline.parents[date.place]
    return place < 0 ? 0 : (Int(outline.kinds[place]) + 1) * 2 + (date.before.isEmpty ? 0 : 1)
  }

  private func rank(_ mention: DateMention, _ tallies: KindTallies) -> Double {
    guard let tally = tallies[kind(mention)] else { return 0 }
    let coverage = Double(tally.records) / count
    let variety = Double(tally.values) / Double(tally.uses)
    let date = mention.date
    var hint = date.moment != nil ? 1.0 : policy.wordedDate
    if outline.isElement(mention.place), outline.hints[mention.place].contains(.date) {
      hint += policy.namedDate
    }
    if date.text.utf8.contains(0x3A) || date.moment != nil { hint += policy.timedDate }
    return coverage * (policy.constantDate + (1 - policy.constantDate) * variety) * hint
      * (mention.isWeak ? policy.weakDate : 1)
  }
}
