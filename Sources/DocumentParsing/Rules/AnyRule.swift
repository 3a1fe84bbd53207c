/// A rule of any policy: what lists, tests and manuals need of it.
package struct AnyRule: Sendable {
  /// The policy the rule belongs to, such as `GeneralPagePolicy`.
  package let policy: String
  /// The rule's name, unique within its policy.
  package let name: String
  /// What the rule looks at.
  package let considers: String
  /// The number.
  package let value: Double
  /// Why the number is what it is.
  package let evidence: String
  /// The fixtures whose results depend on the number.
  package let fixtures: [String]
  /// Which changes of the number they must notice.
  package let check: RuleCheck
  /// The standard policies, with the number one step lower and one step higher.
  package let neighbours: [Policies]

  /// The rule without its policy's type.
  package init<P: Policy>(_ rule: Rule<P>) {
    policy = "\(P.self)"
    name = rule.name
    considers = rule.considers
    value = rule.value(in: P())
    evidence = rule.evidence
    fixtures = rule.fixtures
    check = rule.check
    neighbours = rule.neighbours.map { changed in
      var policies = Policies()
      policies[P.self] = changed
      return policies
    }
  }
}

extension Policy {
  /// The rows of this policy without its type.
  package static var anyRules: [AnyRule] { rules.map(AnyRule.init) }
}
