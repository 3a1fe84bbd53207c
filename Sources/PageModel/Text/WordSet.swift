/// The words of a text, to see whether another says the same.
package struct WordSet {
  private let words: Set<Substring>

  /// The words of a text, letter case folded.
  package init(_ text: String) { words = Set(Self.words(text)) }

  /// Whether there are no words.
  package var isEmpty: Bool { words.isEmpty }

  /// Whether the words of a text that are not in this one are less than a share of it, by length.
  package func covers(_ text: String, exceptFor share: Double) -> Bool {
    let others = Self.words(text)
    guard !others.isEmpty, !words.isEmpty else { return false }
    let new = others.filter { !words.contains($0) }
    return Double(Self.length(new)) < share * Double(Self.length(others))
  }

  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }
  }

  private static func length(_ words: [Substring]) -> Int {
    words.reduce(0) { $0 + $1.count } + max(0, words.count - 1)
  }
}
