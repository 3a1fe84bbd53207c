import DocumentParsing
import HTMLParsing
import PageModel

/// Finds the element that names the author of each record.
struct RecordAuthorPlaces {
  /// The element of each record, nil where there is none.
  private(set) var places: [Int?] = []

  private let survey: PageSurvey
  private let outline: PageOutline
  private let evidence: FieldEvidence
  private let policy: AuthorPolicy
  private let labels: RecordLabels
  private let parts: [RecordFields.Parts]
  /// Kinds of elements that are called authors and say the same in most records.
  private var labelKinds: Set<Int> = []
  /// Whether the text of a pattern is a count: `35 fans`.
  private var counts: [Bool] = []

  /// The authors of records whose dates are known.
  init(_ elements: RecordElements, labels: RecordLabels, parts: [RecordFields.Parts]) {
    survey = elements.survey
    outline = survey.outline
    evidence = elements.evidence
    policy = outline.page.policies[AuthorPolicy.self]
    self.labels = labels
    self.parts = parts
    counts = counts(elements)
    var tallies = KindTallies(kinds: outline.kindCount)
    for index in parts.indices {
      for place in elements.own[index] {
        guard let name = name(place, in: index) else { continue }
        let weight = evidence.weights[place]
        tallies.count(Int(outline.kinds[place]), in: index) { tally in
          tally.note(name)
          // What calls itself a title or a text weighs little as it is.
          if evidence.texts.isPhrase(name), !outline.hints[place].intersects(.title.union(.body)) {
            tally.phrases += 1
          }
          tally.weight = max(tally.weight, weight)
        }
      }
    }
    var scores = [Double](repeating: 0, count: outline.kindCount)
    let hasNames = tallies.all.contains { isSure($0) && !$0.isUniform }
    for tally in tallies.all {
      scores[tally.kind] = score(tally)
      // `Log in` beside names that differ.
      if hasNames, isSure(tally), tally.isUniform { labelKinds.insert(tally.kind) }
    }
    places = parts.indices.map { best(of: elements.own[$0], scores, in: $0) }
  }

  private func best(of places: ArraySlice<Int>, _ scores: [Double], in index: Int) -> Int? {
    var best: (place: Int, score: Double)?
    for place in places where name(place, in: index) != nil {
      let kind = Int(outline.kinds[place])
      let isSure = evidence.weights.isSure(place) && !labelKinds.contains(kind)
      let sure = isSure ? policy.sureScore : 0
      let score = labelKinds.contains(kind) ? 0 : max(scores[kind], sure)
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

  /// The number of the text at a place, if that may be a name.
  private func name(_ place: Int, in index: Int) -> Int? {
    guard let text = evidence.texts[place], evidence.texts.holdsLetter(text) else { return nil }
    let range = outline.range(place)
    guard outline.textLength(range) <= policy.longestName, range.count <= policy.nameNodes,
      !labels.contains(place), survey.dateCount(range) == 0, !evidence.isUnseen(place),
      !outline.context[place].contains(.quotation)
    else { return nil }
    if range.contains(where: isCount) { return nil }
    if let date = parts[index].date?.place, outline.range(date).contains(place) { return nil }
    return text
  }

  /// Whether the text at a place differs from that of other records by nothing but a number.
  private func isCount(_ place: Int) -> Bool {
    evidence.texts[place].flatMap(evidence.texts.pattern).map { counts[$0] } ?? false
  }

  /// Which patterns of texts with a number most records have.
  private func counts(_ elements: RecordElements) -> [Bool] {
    let texts = evidence.texts
    var records = [(count: Int, last: Int)](repeating: (0, -1), count: texts.patternCount)
    for index in parts.indices {
      for place in elements.own[index] {
        guard let pattern = texts[place].flatMap(texts.pattern), records[pattern].last != index
        else { continue }
        records[pattern] = (records[pattern].count + 1, index)
      }
    }
    return records.map { $0.count > 1 && $0.count * 100 > parts.count * policy.countPercent }
  }

  /// Whether the mark-up calls elements of a kind authors, and most of several records hold one.
  private func isSure(_ tally: KindTallies.Tally) -> Bool {
    tally.weight >= policy.sureWeight && tally.records >= policy.framedNames
      && tally.records * 2 > parts.count
  }

  private func score(_ tally: KindTallies.Tally) -> Double {
    let coverage = Double(tally.records) / Double(parts.count)
    let repetition = Double(tally.records) / Double(tally.uses)
    let isSame = tally.records >= policy.sameNames && tally.isUniform
    let variety = isSame ? policy.sameNameFactor : 1.0
    let uniqueness = policy.repeatedShare + (1 - policy.repeatedShare) * repetition
    let arePhrases = tally.phrases * 2 > tally.uses
    return tally.weight * coverage * uniqueness * variety * (arePhrases ? policy.phraseFactor : 1)
  }
}
