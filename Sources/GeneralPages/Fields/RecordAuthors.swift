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
    let least = policy.framedNames
    let count = names.count { !$0.isEmpty }
    guard count >= least, names.allSatisfy({ $0.isEmpty || $0.utf8.contains(0x20) }),
      Self.holds(names, different: least)
    else { return names }
    var words = names.map { $0.split(separator: " ") }
    var isFramed = false
    for isFirst in [true, false] {
      let edges = words.filter { $0.count > 1 }.map { isFirst ? $0[0] : $0[$0.count - 1] }
      guard let common = edges.first, edges.count == count,
        edges.allSatisfy({ $0 == common })
      else { continue }
      isFramed = true
      for index in words.indices where words[index].count > 1 {
        if words[index].first == common {
          words[index].removeFirst()
        } else {
          words[index].removeLast()
        }
      }
    }
    return isFramed ? words.map { Self.joined($0[...]).trimmingSeparators } : names
  }

  /// Whether at least so many names are different.
  private static func holds(_ names: [String], different least: Int) -> Bool {
    var known: Set<String> = []
    return names.contains { known.insert($0).inserted && known.count >= least }
  }

  /// The name at the place of the author, else what stands before the date in the same text.
  private func stated(_ parts: RecordFields.Parts) -> String {
    if let place = parts.author {
      return survey.page.text(survey.outline.nodes[place]).trimmingSeparators
    }
    guard let before = parts.date?.before, !before.isEmpty else { return "" }
    var words = before.split(separator: " ")[...]
    while let word = words.first, Self.isJoint(word) { words.removeFirst() }
    while let word = words.last, Self.isJoint(word) { words.removeLast() }
    let name = Self.joined(words).trimmingMarks
    return name.utf8.count <= policy.longestStatedName ? name : ""
  }

  private static func joined(_ words: ArraySlice<Substring>) -> String {
    var text = ""
    for word in words {
      if !text.isEmpty { text += " " }
      text += word
    }
    return text
  }

  private static func isJoint(_ word: Substring) -> Bool {
    joints.contains(word.lowercased().trimmingMarks)
  }

  /// Words between a name and a date, which are no part of the name.
  private static let joints: Set<String> = [
    "by", "from", "posted", "written", "submitted", "comment", "on", "at", "wrote", "said",
    "says",
    "von", "am", "um", "schrieb", "par", "le", "à", "por", "el", "em", "il", "da", "di", "the",
    "в", "от", "написал", "on:", "by:", "date", "date:", "posted:", "updated", "edited",
  ]
}
