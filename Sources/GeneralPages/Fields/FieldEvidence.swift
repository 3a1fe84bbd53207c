import DocumentParsing
import HTMLParsing
import PageModel

/// What tells names, labels and dates apart, read once for all groups of records of a page, which
/// share it.
final class FieldEvidence {
  /// The texts that may be names or labels.
  let texts: ShortTexts
  /// How much each element looks like the name of an author.
  let weights: AuthorWeight
  /// Whether style sheets hide each place of the page; empty if they hide none.
  private let unseen: [Bool]
  /// For each date of the survey the number of its wording, equal ones under one number.
  let wordings: [Int]

  /// Reads a page's short texts and its links; O(size of the page).
  init(_ survey: PageSurvey) {
    let policies = survey.page.policies
    let (labels, names) = (policies[FieldPolicy.self], policies[AuthorPolicy.self])
    texts = ShortTexts(
      survey.outline,
      longest: max(labels.longestLabel, names.longestName),
      nodes: max(labels.labelNodes, names.nameNodes)
    )
    weights = AuthorWeight(survey.outline)
    unseen = Self.unseen(survey.outline)
    var numbers: [String: Int] = [:]
    wordings = survey.dates.map { mention in
      let wording = mention.date.text + mention.date.absolute
      let number = numbers[wording] ?? numbers.count
      numbers[wording] = number
      return number
    }
  }

  /// Whether style sheets hide what stands at a place, by what its classes or those around it are
  /// called.
  func isUnseen(_ place: Int) -> Bool { !unseen.isEmpty && unseen[place] }

  private static func unseen(_ outline: PageOutline) -> [Bool] {
    let page = outline.page
    let names = Vocabulary.names(.unseen) + Vocabulary.names(.folded)
    var nodes = Set(names.flatMap { page.elements($0) })
    // `md:block`: shown on screens of some width.
    nodes = nodes.filter { !page.words(of: $0).contains { $0.utf8.contains(0x3A) } }
    guard !nodes.isEmpty else { return [] }
    var unseen = [Bool](repeating: false, count: outline.nodes.count)
    var end = 0
    for place in outline.nodes.indices {
      if place >= end, nodes.contains(outline.nodes[place]) { end = outline.ends[place] }
      unseen[place] = place < end
    }
    return unseen
  }
}
