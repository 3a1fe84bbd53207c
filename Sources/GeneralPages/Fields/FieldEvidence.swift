import DocumentParsing
import PageModel

/// What tells names, labels and dates apart, read once for all groups of records of a page, which
/// share it.
final class FieldEvidence {
  /// The texts that may be names or labels.
  let texts: ShortTexts
  /// How much each element looks like the name of an author.
  let weights: AuthorWeight
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
    var numbers: [String: Int] = [:]
    wordings = survey.dates.map { mention in
      let wording = mention.date.text + mention.date.absolute
      let number = numbers[wording] ?? numbers.count
      numbers[wording] = number
      return number
    }
  }
}
