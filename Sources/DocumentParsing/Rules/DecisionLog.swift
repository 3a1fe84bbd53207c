import Synchronization

/// What a reader considered, and why it took or refused it.
package struct Decision: Hashable, Sendable {
  /// Who decided: a format or a part of one, such as `html` or `article`.
  package let reader: String
  /// The rule that was applied, as its row calls it.
  package let rule: String
  /// What was looked at and what was found there, in a few words.
  package let finding: String
  /// Whether it spoke for what was considered.
  package let isMet: Bool
}

/// A record of decisions, kept while one source is read.
///
/// `SourceText.decisions` is nil unless somebody wants to know; then nothing is recorded and no
/// finding is put into words.
package final class DecisionLog: Sendable {
  private let entries = Mutex<[Decision]>([])

  /// An empty record.
  package init() {}

  /// What was decided so far, in order.
  package var decisions: [Decision] { entries.withLock { $0 } }

  /// Adds a decision.
  package func note(_ reader: String, _ rule: String, _ finding: String, isMet: Bool) {
    let decision = Decision(reader: reader, rule: rule, finding: finding, isMet: isMet)
    entries.withLock { $0.append(decision) }
  }
}
