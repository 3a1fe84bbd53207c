/// What a message is about, by its subject.
enum MailSubject {
  /// The words that answers and forwarded messages begin with, in the languages of common programs.
  private static let prefixes: Set<String> = [
    "re", "aw", "sv", "vs", "antw", "odp", "res", "rif", "fw", "fwd", "wg", "tr",
  ]

  /// In how many bytes such a word ends, with its colon, the blanks before it, and its number as in
  /// `Re[2]:`.
  private static let longestPrefix = 40

  /// `subject` without `Re: ` and the like at its beginning.
  static func withoutReply(_ subject: String) -> String {
    var rest = subject[...]
    while let colon = rest.utf8.prefix(longestPrefix).firstIndex(of: UInt8(ascii: ":")) {
      let word = rest[..<colon].drop { $0 == " " }.prefix { $0 != "[" && $0 != "^" && $0 != "(" }
      guard prefixes.contains(word.lowercased()) else { break }
      rest = rest[rest.utf8.index(after: colon)...]
    }
    return String(rest.drop { $0 == " " })
  }

  /// What all messages of a discussion have in common: the subject without `Re: `, the names of lists
  /// in brackets and blanks, in lower case.
  ///
  /// Brackets with a number, such as `[PATCH 2/4]`, tell messages apart.
  static func stripped(_ subject: String) -> String {
    var rest = withoutReply(subject)[...]
    while rest.utf8.first == UInt8(ascii: "["), let close = rest.firstIndex(of: "]") {
      let tag = rest[..<close]
      if tag.contains(where: \.isNumber) { break }
      rest = withoutReply(String(rest[rest.index(after: close)...].drop { $0 == " " }))[...]
    }
    let bytes = rest.utf8
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      return rest.filter { !$0.isWhitespace }.lowercased()
    }
    let letters = bytes.lazy.filter { $0 > 0x20 }
    return String(decoding: letters.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
