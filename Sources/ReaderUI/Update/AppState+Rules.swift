import DocumentModel
import Terminal

/// The reader's rules for people and words.
extension AppState {
  /// Follows the rules in a document that has just been opened, and tells of what is watched for.
  public mutating func followRules() {
    guard !options.rules.isEmpty, list == nil else { return }
    findRuleHits()
    raise()
    let watched = reading.ruled.comments("watch").intersection(reading.counted).count
    guard watched > 0 else { return }
    let way = "\(key("filter-comments")) rule:watch shows them"
    tell("\(watched.counted("comment")) with what you watch for; \(way)")
  }

  /// Finds out which comments fit the rules.
  mutating func findRuleHits() {
    guard !options.rules.isEmpty else { return }
    reading.ruled = RuleHits(options.rules, in: reading)
    muteAgain()
  }

  /// Mutes what the rules mute.
  mutating func muteAgain() { thread.folding.muted = reading.ruled.comments("mute") }

  /// Puts what the rules raise before the others.
  private mutating func raise() {
    guard !reading.isPartial, !reading.ruled.comments("raise").isEmpty else { return }
    arrange(by: thread.order)
  }

  /// The rules that comments of the document fit, and how many do.
  var ruleRows: [OverlayRow] {
    let rules = reading.ruled.rules.filter { !$0.comments.isEmpty }
    guard !rules.isEmpty else { return [] }
    let heading = OverlayRow([OverlayRow.Run("Your rules", .overlayTitle)], isHeading: true)
    return [OverlayRow([OverlayRow.Run("")], isHeading: true), heading]
      + rules.map { rule, comments in
        let first = comments.first(in: 0..<document.comments.count)
        return OverlayRow(
          [
            OverlayRow.Run(rule.sentence, .overlayKey),
            OverlayRow.Run("  " + comments.count.counted("comment")),
          ],
          target: first.map { .comment(CommentID($0)) }
        )
      }
  }
}

extension ReadingRule {
  /// What it does with what, as its file has it.
  var sentence: String {
    switch deed {
    case .mute: "mute: \(expression)"
    case .tag(let tag): "tag \(tag): \(expression)"
    case .color: "colour: \(expression)"
    case .raise: "raise: \(expression)"
    case .watch: "watch: \(expression)"
    }
  }
}
