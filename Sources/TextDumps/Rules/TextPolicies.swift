import DocumentParsing

/// The numbers a flattened page is read with.
struct TextPolicies {
  /// How its discussion is found and read.
  let thread: TextThreadPolicy
  /// How a dump of another making shows its discussion.
  let dump: DumpPolicy
  /// How lines become blocks.
  let blocks: TextBlockPolicy
  /// How lines become dates.
  let dates: DatePolicy
  /// How comments are put in order, on this page as on any other.
  let order: ThreadPolicy

  /// The policies of a source.
  init(of source: SourceText) {
    thread = source.policies[TextThreadPolicy.self]
    dump = source.policies[DumpPolicy.self]
    blocks = source.policies[TextBlockPolicy.self]
    dates = source.policies[DatePolicy.self]
    order = source.policies[ThreadPolicy.self]
  }
}

extension DecisionLog? {
  /// Notes what the reader of flattened pages found; nothing is put into words if nobody asks.
  func noteText(_ rule: String, isMet: Bool, _ finding: () -> String) {
    self?.note("wpdiscuz-text", rule, finding(), isMet: isMet)
  }
}
