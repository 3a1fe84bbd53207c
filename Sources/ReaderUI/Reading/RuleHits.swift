import DocumentModel
import Terminal

/// The comments that fit the reader's rules.
struct RuleHits: Equatable, Sendable {
  /// The rules, each with the comments that fit.
  private(set) var rules: [(rule: ReadingRule, comments: CommentSet)] = []

  /// No rules.
  init() {}

  /// What fits `rules` in `reading`; O(rules · text).
  init(_ rules: [ReadingRule], in reading: Reading) {
    let isText = CommentSet(in: reading.document) {
      $0.state.isComment || $0.state == .headerless
    }
    self.rules = rules.map { rule in
      let condition = CommentFilter(rule.expression).condition
      // An unfinished condition demands nothing, and is no rule for everything.
      let found = condition == .all([]) ? CommentSet() : reading.comments(fitting: condition)
      return (rule, found.intersection(isText))
    }
  }

  static func == (left: RuleHits, right: RuleHits) -> Bool {
    left.rules.elementsEqual(right.rules) { $0 == $1 }
  }

  /// The comments that something is done with that is called `name`.
  func comments(_ name: String) -> CommentSet {
    rules.reduce(into: CommentSet()) { all, entry in
      if entry.rule.deed.isCalled(name) { all.formUnion(entry.comments) }
    }
  }

  /// The rules that `id` fits, in the order of the file.
  func rules(for id: CommentID) -> [ReadingRule] {
    rules.lazy.filter { $0.comments.contains(id) }.map(\.rule)
  }

  /// The colour of the name of the author of `id`, `nil` for their own.
  func color(for id: CommentID) -> Color? {
    for entry in rules where entry.comments.contains(id) {
      if case .color(let color) = entry.rule.deed { return color }
    }
    return nil
  }
}
