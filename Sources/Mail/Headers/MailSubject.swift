/// What a message is about, by its subject.
enum MailSubject {
  /// The words that answers and forwarded messages begin with, in the languages of common programs.
  private static let prefixes: Set<String> = [
    "re", "aw", "sv", "vs", "antw", "odp", "res", "rif", "fw", "fwd", "wg", "tr",
  ]

  /// `subject` without `Re: ` and the like at its beginning.
  static func withoutReply(_ subject: String) -> String {
    var rest = subject[...]
    while let colon = rest.firstIndex(of: ":") {
      let word = rest[..<colon].drop { $0 == " " }.prefix { $0 != "[" && $0 != "^" && $0 != "(" }
      guard prefixes.contains(word.lowercased()) else { break }
      rest = rest[rest.index(after: colon)...]
    }
    return String(rest.drop { $0 == " " })
  }

  /// What all messages of a discussion have in common: the subject without `Re: `, the names of lists
  /// in brackets and blanks, in lower case.
  ///
  /// Brackets with a number, such as `[PATCH 2/4]`, tell messages apart.
  static func stripped(_ subject: String) -> String {
    var rest = withoutReply(subject)[...]
    while rest.first == "[", let close = rest.firstIndex(of: "]") {
      let tag = rest[..<close]
      if tag.contains(where: \.isNumber) { break }
      rest = withoutReply(String(rest[rest.index(after: close)...].drop { $0 == " " }))[...]
    }
    return rest.filter { !$0.isWhitespace }.lowercased()
  }
}
