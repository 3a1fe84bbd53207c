import DocumentParsing

/// The numbers a flattened page is read with.
struct TextPolicies {
  /// How its discussion is found and read.
  let thread: TextThreadPolicy
  /// How lines become blocks.
  let blocks: TextBlockPolicy
  /// How lines become dates.
  let dates: DatePolicy

  /// The policies of a source.
  init(of source: SourceText) {
    thread = source.policies[TextThreadPolicy.self]
    blocks = source.policies[TextBlockPolicy.self]
    dates = source.policies[DatePolicy.self]
  }
}
