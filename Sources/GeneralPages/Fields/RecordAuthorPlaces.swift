import DocumentParsing
import HTMLParsing
import PageModel

/// Finds the element that names the author of each record.
struct RecordAuthorPlaces {
  /// The element of each record, nil where there is none.
  private(set) var places: [Int?] = []

  private let survey: PageSurvey
  private let outline: PageOutline
  private let policy: AuthorPolicy
  private let labels: Set<HTMLNodeID>
  private let parts: [RecordFields.Parts]
  private let weight: AuthorWeight

  /// The authors of records whose dates are known.
  init(_ elements: RecordElements, labels: Set<HTMLNodeID>, parts: [RecordFields.Parts]) {
    survey = elements.survey
    outline = survey.outline
    policy = outline.page.policies[AuthorPolicy.self]
    self.labels = labels
    self.parts = parts
    weight = AuthorWeight(outline)
    var tallies = KindTallies()
    for index in parts.indices {
      for place in elements.own[index] {
        guard let name = name(place, in: index) else { continue }
        tallies.count(outline.keys[place], in: index) {
          $0.values.insert(name)
          $0.weight = max($0.weight, weight[place])
        }
      }
    }
    let count = Double(parts.count)
    let scores = Dictionary(
      uniqueKeysWithValues: tallies.all.map { ($0.key, score($0, count: count)) }
    )
    places = parts.indices.map { best(of: elements.own[$0], scores, in: $0) }
  }

  private func best(of places: [Int], _ scores: [UInt64: Double], in index: Int) -> Int? {
    var best: (place: Int, score: Double)?
    for place in places where name(place, in: index) != nil {
      let sure = weight.isSure(place) ? policy.sureScore : 0
      let score = max(scores[outline.keys[place]] ?? 0, sure)
      // What stands inside says the same with less around it.
      let isInside = best.map { outline.range($0.place).contains(place) } ?? false
      let least = (best?.score ?? 0) * (isInside ? policy.innerShare : Self.clearly)
      guard score > policy.leastScore, score > least else { continue }
      best = (place, score)
    }
    return best?.place
  }

  /// Scores that differ by less are the same but for the rounding of floating-point numbers.
  private static let clearly = 1.0001

  /// A name that may stand at a place.
  private func name(_ place: Int, in index: Int) -> String? {
    let range = outline.range(place)
    guard 1...policy.longestName ~= outline.textLength(range), range.count <= policy.nameNodes,
      !labels.contains(outline.nodes[place])
    else { return nil }
    if let date = parts[index].date {
      if range.contains(date.place) || outline.range(date.place).contains(place) { return nil }
    }
    let text = outline.page.text(outline.nodes[place])
    let letters = text.unicodeScalars.contains { $0.properties.isAlphabetic }
    return letters && survey.dateCount(range) == 0 ? text : nil
  }

  private func score(_ tally: KindTallies.Tally, count: Double) -> Double {
    let coverage = Double(tally.records) / count
    let repetition = Double(tally.records) / Double(tally.uses)
    let isSame = tally.records >= policy.sameNames && tally.values.count == 1
    let variety = isSame ? policy.sameNameFactor : 1.0
    let uniqueness = policy.repeatedShare + (1 - policy.repeatedShare) * repetition
    return tally.weight * coverage * uniqueness * variety
  }
}
