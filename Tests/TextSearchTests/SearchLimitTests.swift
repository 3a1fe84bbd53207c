import DocumentModel
import Synchronization
import Testing

@testable import TextSearch

/// Patterns and texts that would take hours, counted in steps.
@Suite("Limits of searches")
struct SearchLimitTests {
  /// Counts how often a search asks whether it is wanted: about once a millisecond.
  private final class Checks: Sendable {
    private let calls = Atomic(0)

    func note() { calls.add(1, ordering: .relaxed) }

    var count: Int { calls.load(ordering: .relaxed) }
  }

  private func document(_ texts: [String]) -> Document {
    var arena = ""
    let blocks = texts.map { text in
      let start = arena.utf8.count
      arena += text + "\n"
      return Block(.paragraph, text: TextRange(start, arena.utf8.count - 1))
    }
    return Document(
      text: TextArena(arena),
      source: Source(format: "test", location: "test"),
      article: Article(blocks: 0..<Int32(blocks.count)),
      blocks: blocks,
      comments: []
    )
  }

  /// A finished search, and how often it asked whether it was wanted.
  private func search(
    _ pattern: String,
    isLiteral: Bool = false,
    in texts: [String]
  ) -> (search: DocumentSearch, checks: Int) {
    var search = DocumentSearch(pattern, isLiteral: isLiteral, in: document(texts))
    let checks = Checks()
    let isDone = search.advance(bytes: .max) {
      checks.note()
      return true
    }
    #expect(isDone && search.progress == 1)
    return (search, checks.count)
  }

  private static let letters = String(repeating: "a", count: 100_000) + "\u{301}!x:b\nbx"

  @Test(
    "No pattern takes for ever on a long line, and the rest is searched",
    arguments: [
      "\\X+[bc]", "(?s)(.*)\\1[bc]", "((a?){50}){50}$", "(a+)+$", "(a|aa)+$", "(a|a?)+:",
      "(\\w+\\s*)+:", "\\w+@|\\w+!y", "(.*)(.*)(.*)[yz]", "(?:a?){9}\\w++[y!]y", "(?=(a+))\\1+y",
      "(a(?R)?b?)+c", "(?:(?:a*)*)*[yz]", String(repeating: "a?", count: 30) + "y|a{30}y",
      "\\w{5000,}+[y]", "(?<=(?=.*b).)a*c", "a*a*a*a*a*[yz]",
    ]
  )
  func longLine(_ pattern: String) {
    let found = search("\(pattern)|zoo", in: ["zoo", Self.letters, "the zoo"])
    #expect(found.search.failure == nil)
    #expect(found.search.hits.map(\.place.slot).first == 0)
    #expect(found.search.hits.map(\.place.slot).last == 2)
    #expect(found.search.unsearchedTexts <= 1)
    #expect(found.checks < 200)
  }

  @Test("Short lines are given up as well, and a search as a whole", arguments: [1, 3, 20_000])
  func manyLines(_ count: Int) {
    let line = String(repeating: "a", count: 60) + "!"
    let found = search("(a|aa)+$", in: Array(repeating: line, count: count) + ["aa"])
    if count < 100 {
      #expect(found.search.unsearchedTexts == count)
      #expect(found.search.hits.count == 1)
    } else {
      #expect(found.search.unsearchedTexts == count + 1)
    }
    #expect(found.checks < 3000)
  }

  @Test("A long line is searched to its end by ordinary patterns")
  func ordinaryPatterns() {
    let line = String(repeating: "the singing lantern, ", count: 10_000)
    for (pattern, count) in [
      ("[a-z]+ing", 10_000), ("\\blan\\w+", 10_000), ("(\\w+) lantern", 10_000), ("t.*n", 1),
      ("(\\w)\\w+\\1", 20_000),
    ] {
      let found = search(pattern, in: [line])
      #expect(found.search.hits.count == count, "\(pattern)")
      #expect(found.search.unsearchedTexts == 0, "\(pattern)")
    }
    let words = (0..<140).map { "ab\($0)" }.joined(separator: "|")
    let found = search(words, in: [String(repeating: "ab", count: 10_000) + "7"])
    #expect(found.search.hits.count == 1)
    #expect(found.search.unsearchedTexts == 0)
  }

  @Test("A search that is not wanted any more ends at the next step")
  func cancellation() {
    var search = DocumentSearch(
      "(a|aa)+$",
      isLiteral: false,
      in: document(Array(repeating: Self.letters, count: 100))
    )
    let checks = Checks()
    _ = search.advance(bytes: .max) {
      checks.note()
      return checks.count < 3
    }
    #expect(checks.count == 3)
  }

  @Test("Plain text of any length up to a limit is found, and its accents need not be typed")
  func longText() throws {
    let words = String(repeating: "wide open sea ", count: 10)
    let accented = words.replacing("e", with: "é")
    for (typed, isLiteral) in [(words, true), (words, false)] {
      #expect(search(typed, isLiteral: isLiteral, in: [words, accented]).search.hits.count == 2)
    }
    let long = String(repeating: "wideopensea", count: 200)
    #expect(search(long, in: ["x " + long]).search.hits.count == 1)
    let tooLong = search(String(repeating: "x", count: 100_000), in: ["x"]).search
    #expect(tooLong.failure?.offset == 10_000)
    #expect(tooLong.isDone && tooLong.hits.isEmpty)
  }

  @Test(
    "A regular expression has a longest length",
    arguments: ["a?", "[\u{100}-\u{10FFFF}]", "b|"]
  )
  func longExpression(_ part: String) {
    let expression = String(repeating: part, count: 10_000)
    #expect(search(expression, in: ["x"]).search.failure?.offset == 1000)
  }

  @Test("Spellings are given up where every letter could be one")
  func manyAccents() {
    let text = String(repeating: "é", count: 400_000)
    let found = search(String(repeating: "e", count: 31) + "x", isLiteral: true, in: [text, "e"])
    #expect(found.search.unsearchedTexts >= 1)
    #expect(search("eeex", isLiteral: true, in: [text]).search.unsearchedTexts == 0)
  }
}
