import ReaderUI
import SystemServices
import Terminal

/// Reads the reader's rules for people and words.
///
/// A rule is a line, `mute: from:bob` or `tag friend: from:ann`: what is done, and behind the colon with
/// which comments, as `&` filters them. What stands behind a `#`, at the start of a line or after a blank, is
/// a note.
package enum RuleFile {
  private static let deeds = ["mute", "tag", "colour", "raise", "watch"]

  /// The rules of the file that `settings` name, else of `rules` beside the settings, and its problems, one
  /// line each.
  ///
  /// Only the file that is named has to be there.
  package static func load(
    _ settings: Settings,
    in paths: ConfigPaths
  ) -> (rules: [ReadingRule], problems: [String]) {
    let named = settings.rules.map { TypedPath.expanded($0) }
    guard let path = named ?? paths.rulesFile else { return ([], []) }
    do throws(TextFile.Failure) {
      return parse(try TextFile.read(path), name: path)
    } catch .missing where named == nil {
      return ([], [])
    } catch {
      return ([], ["\(path): \(error); no rules are followed"])
    }
  }

  /// The rules in `text`; messages call its file `name`.
  static func parse(_ text: String, name: String) -> (rules: [ReadingRule], problems: [String]) {
    var rules: [ReadingRule] = []
    var problems: [String] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = line.split(whereSeparator: \.isWhitespace).prefix { !$0.hasPrefix("#") }
        .joined(separator: " ")
      guard !words.isEmpty else { continue }
      switch rule(words) {
      case .success(let rule): rules.append(rule)
      case .failure(let problem): problems.append("\(name):\(index + 1): \(problem.reason)")
      }
    }
    return (rules, problems)
  }

  private struct RuleProblem: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }

  private static func rule(_ line: String) -> Result<ReadingRule, RuleProblem> {
    guard let colon = line.firstIndex(of: ":") else {
      return .failure(RuleProblem("a rule is what to do, a colon, and a filter: mute: from:bob"))
    }
    let head = line[..<colon].split(separator: " ")
    let expression = line[line.index(after: colon)...].drop { $0 == " " }
    let name = head.first.map(String.init) ?? ""
    let argument = head.dropFirst().joined(separator: " ")
    guard !expression.isEmpty else {
      return .failure(RuleProblem("behind the colon stands which comments: \(name): from:bob"))
    }
    let deed: ReadingRule.Deed
    switch (name, argument) {
    case ("mute", ""): deed = .mute
    case ("raise", ""): deed = .raise
    case ("watch", ""): deed = .watch
    case ("tag", _):
      guard !argument.isEmpty else { return .failure(RuleProblem("tag needs a word: tag friend:")) }
      deed = .tag(argument)
    case ("colour", _), ("color", _):
      guard let color = ColorName.parse(argument) else {
        let hint = suggestion(for: argument, among: ColorName.ansi)
        return .failure(RuleProblem("\"\(argument)\" is no colour\(hint)"))
      }
      deed = .color(color)
    case ("mute", _), ("raise", _), ("watch", _):
      return .failure(RuleProblem("\(name) takes nothing before the colon"))
    default:
      let hint = suggestion(for: name, among: deeds)
      let known = hint.isEmpty ? "; a rule begins with \(deeds.joined(separator: ", "))" : hint
      return .failure(RuleProblem("unknown rule \"\(name)\"\(known)"))
    }
    return .success(ReadingRule(deed, String(expression)))
  }
}
