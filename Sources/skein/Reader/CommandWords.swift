/// A command line taken apart, as a shell does without starting one.
enum CommandWords {
  /// The words of `line`; `nil` if a quotation mark is not closed.
  ///
  /// Blanks separate words. In single quotes everything stands for itself; in double quotes a backslash
  /// does unless a double quote or a backslash follows it; elsewhere it makes the next character stand
  /// for itself (POSIX, Shell Command Language, 2.2).
  static func words(of line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = line[...]
    while let character = rest.popFirst() {
      switch (quote, character) {
      case ("'", "'"), ("\"", "\""): quote = nil
      case (nil, "'"), (nil, "\""):
        quote = character
        word = word ?? ""
      case (nil, " "), (nil, "\t"), (nil, "\n"):
        word.map { words.append($0) }
        word = nil
      case ("\"", "\\"):
        let isEscape = rest.first == "\"" || rest.first == "\\"
        word = (word ?? "") + String(isEscape ? rest.removeFirst() : character)
      case (nil, "\\"):
        guard let next = rest.popFirst() else { return nil }
        word = (word ?? "") + String(next)
      default: word = (word ?? "") + String(character)
      }
    }
    word.map { words.append($0) }
    return quote == nil ? words : nil
  }
}
