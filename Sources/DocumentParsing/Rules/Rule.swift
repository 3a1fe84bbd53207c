/// Which changes of a rule's number its fixtures must notice.
package enum RuleCheck: Sendable {
  /// A step down or a step up, whichever.
  case either
  /// A step down and a step up: a threshold with an example on each side.
  case both
  /// A step down only: a limit of work, which no small fixture reaches.
  case lower
}

/// One number of a policy: what it decides, why it is what it is, and the fixtures that need it.
///
/// Tests walk all rows, change the number, and fail where the fixtures are read as before.
package struct Rule<P: Policy>: Sendable {
  /// A name in words with hyphens, unique within the policy: `least-records`.
  package let name: String
  /// What the rule looks at, as a noun phrase: `how many blocks of one shape a page repeats`.
  package let considers: String
  /// Why the number is what it is: what was seen, and what went wrong with another one.
  package let evidence: String
  /// The fixtures whose results depend on the number, as `<folder>/<file without extension>`.
  package let fixtures: [String]
  /// Which changes of the number they must notice.
  package let check: RuleCheck
  private let get: @Sendable (P) -> Double
  private let set: @Sendable (inout P, Double) -> Void
  private let step: Double

  /// A row for the number at `number`, which the result of one fixture depends on.
  package init<Number: RuleNumber>(
    _ name: String,
    _ number: any WritableKeyPath<P, Number> & Sendable,
    considers: String,
    evidence: String,
    fixture: String,
    step: Number = 1,
    check: RuleCheck = .either
  ) {
    self.init(
      name,
      number,
      considers: considers,
      evidence: evidence,
      fixtures: [fixture],
      step: step,
      check: check
    )
  }

  /// A row for the number at `number`, which the results of several fixtures depend on.
  ///
  /// `step` is how far a test moves the number, up and down; the smallest change that should be
  /// noticed: 1 for counts, unless said otherwise.
  package init<Number: RuleNumber>(
    _ name: String,
    _ number: any WritableKeyPath<P, Number> & Sendable,
    considers: String,
    evidence: String,
    fixtures: [String],
    step: Number = 1,
    check: RuleCheck = .either
  ) {
    self.name = name
    self.considers = considers
    self.evidence = evidence
    self.fixtures = fixtures
    self.check = check
    self.step = step.ruleValue
    get = { $0[keyPath: number].ruleValue }
    set = { $0[keyPath: number] = Number(ruleValue: $1) }
  }

  /// The number in a policy.
  package func value(in policy: P) -> Double { get(policy) }

  /// The standard policy with this number one step lower, and one step higher.
  package var neighbours: [P] {
    [-step, step].map { change in
      var policy = P()
      set(&policy, get(policy) + change)
      return policy
    }
  }
}

/// A number a rule can hold: a count or a share.
package protocol RuleNumber: Sendable, ExpressibleByIntegerLiteral {
  /// A number that is close to `value`.
  init(ruleValue: Double)
  /// The number as a floating-point value.
  var ruleValue: Double { get }
}

extension Int: RuleNumber {
  /// The nearest count.
  package init(ruleValue: Double) { self = Int(ruleValue.rounded()) }
  /// The count.
  package var ruleValue: Double { Double(self) }
}

extension Double: RuleNumber {
  /// The value itself.
  package init(ruleValue: Double) { self = ruleValue }
  /// The value itself.
  package var ruleValue: Double { self }
}
