import DocumentModel

extension CommentFilter {
  /// What a term begins with that is followed by the number of a comment: all of its conversation.
  static let conversation = "conversation:"

  /// `filter` for another reading: its conversations by the numbers that their comments have there.
  static func renumbered(
    _ filter: String,
    from old: Reading,
    to fresh: Reading,
    by map: CommentMap
  ) -> String {
    var renumbered = ""
    var rest = filter[...]
    while let term = rest.firstRange(of: conversation) {
      renumbered += rest[..<term.upperBound]
      rest = rest[term.upperBound...]
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest[digits.endIndex...]
      let id = Int(digits).flatMap { old.comment(number: $0) }.flatMap { map($0) }
      renumbered += id.flatMap { fresh.number(of: $0) }.map { "\($0)" } ?? String(digits)
    }
    return renumbered + rest
  }
}
