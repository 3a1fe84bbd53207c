import DocumentParsing

/// A poll: what can be chosen, and how often each was.
struct Poll {
  /// The poll as mark-up; empty if it has nothing to choose.
  let markup: String

  /// A poll of these choices, below its question.
  init(question: JSONValue? = nil, _ choices: [(words: JSONValue?, votes: JSONValue?)]) {
    let items = choices.compactMap { choice -> String? in
      guard let words = choice.words?.string else { return nil }
      let votes = choice.votes?.wholeNumber.map { ": \($0)" } ?? ""
      return "<li>\(PlainText.escaped(words))\(votes)"
    }
    // Some programs have the question as an object with its text.
    let words = question?.string ?? question?["text"]?.string ?? ""
    let head = words.isEmpty ? "" : "<p>\(PlainText.html(words))</p>"
    markup = items.isEmpty ? head : head + "<ul>\(items.joined())</ul>"
  }
}
