/// The numbers by which one reader decides: thresholds, weights and bounds, in one value.
///
/// `init()` gives the numbers skein reads with. Every stored number has a row in `rules`; a reader
/// takes its policy from `SourceText.policies` once and uses no other constant to decide.
package protocol Policy: Sendable {
  /// The numbers skein reads with.
  init()
  /// A row for each number, in the order in which they are applied.
  static var rules: [Rule<Self>] { get }
}

/// The policies a source is read with, one of each type.
///
/// Empty as long as nothing was changed: then every policy is the standard one.
package struct Policies: Sendable {
  private var changed: [ObjectIdentifier: any Sendable] = [:]

  /// The standard policies.
  package init() {}

  /// The policy of a type.
  ///
  /// One look-up in a dictionary: readers ask once for each source.
  package subscript<P: Policy>(_ type: P.Type) -> P {
    get { changed.isEmpty ? P() : changed[ObjectIdentifier(type)] as? P ?? P() }
    set { changed[ObjectIdentifier(type)] = newValue }
  }
}
