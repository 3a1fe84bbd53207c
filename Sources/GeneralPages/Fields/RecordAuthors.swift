import DocumentParsing
import PageModel

/// The names that records are signed with.
struct RecordAuthors {
  /// The name of each record, empty where there is none.
  private(set) var names: [String]

  private let survey: PageSurvey
  private let policy: AuthorPolicy

  init(_ fields: RecordFields, _ survey: PageSurvey) {
    self.survey = survey
    policy = survey.page.policies[AuthorPolicy.self]
    names = []
    names = withoutFrame(fields.parts.map(stated))
  }

  /// Names without the first or last word that all of them have: `Ines says`.
  private func withoutFrame(_ names: [String]) -> [String] {
    var words = names.map { $0.split(separator: " ") }
    let count = names.count { !$0.isEmpty }
    let least = policy.framedNames
    guard count >= least, Set(names).count >= least else { return names }
    for edge in [\[Substring].first, \[Substring].last] {
      let edges = words.compactMap { $0.count > 1 ? $0[keyPath: edge] : nil }
      guard let common = edges.first, edges.count == count, Set(edges).count == 1 else { continue }
      words = words.map { name in
        guard name.count > 1 else { return name }
        return name.first == common ? Array(name.dropFirst()) : Array(name.dropLast())
      }
    }
    return words.map { $0.joined(separator: " ").trimmingSeparators }
  }

  /// The name at the place of the author, else what stands before the date in the same text.
  private func stated(_ parts: RecordFields.Parts) -> String {
    if let place = parts.author {
      return survey.page.text(survey.outline.nodes[place]).trimmingSeparators
    }
    guard let before = parts.date?.before, !before.isEmpty else { return "" }
    let words = before.split(separator: " ")
    let isJoint = { (word: Substring) in
      Self.joints.contains(word.lowercased().trimmingMarks)
    }
    let start = words.drop(while: isJoint)
    let name = start.reversed().drop(while: isJoint).reversed().joined(separator: " ").trimmingMarks
    return name.utf8.count <= policy.longestStatedName ? name : ""
  }

  /// Words between a name and a date, which are no part of the name.
  private static let joints: Set<String> = [
    "by", "from", "posted", "written", "submitted", "comment", "on", "at", "wrote", "said",
    "says",
    "von", "am", "um", "schrieb", "par", "le", "à", "por", "el", "em", "il", "da", "di", "the",
    "в", "от", "написал", "on:", "by:", "date", "date:", "posted:", "updated", "edited",
  ]
}
