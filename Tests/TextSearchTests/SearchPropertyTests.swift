import DocumentModel
import TestSupport
import Testing

@testable import TextSearch

@Suite("Search holds for any text")
struct SearchPropertyTests {
  static let seeds = (0..<8).map { _ in UInt64.random(in: 0..<1_000_000) }

  private static let scalars: [Unicode.Scalar] = [
    "a", "e", "s", "o", "A", "E", "é", "É", "ë", "á", "ß", "æ", "Æ", "’", "'", " ", "\n", "\u{A0}",
    "и", "й", "е", "ё", "ø", "x", "\u{301}", "\u{308}", "\u{306}", "日",
  ]

  private static func text(_ length: Int, _ numbers: inout SeededGenerator) -> String {
    // Few letters at a time, so that matches are many.
    let some = (0..<Int.random(in: 2...5, using: &numbers)).map { _ in
      scalars[Int.random(in: 0..<scalars.count, using: &numbers)]
    }
    var view = String.UnicodeScalarView()
    for _ in 0..<length {
      let pool = Int.random(in: 0..<6, using: &numbers) == 0 ? scalars : some
      view.append(pool[Int.random(in: 0..<pool.count, using: &numbers)])
    }
    return String(view)
  }

  @Test("Words are found where comparing letter by letter finds them", arguments: seeds)
  func equalsBruteForce(_ seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      var text = Self.text(60, &numbers)
      let start = Int.random(in: 0..<50, using: &numbers)
      let length = Int.random(in: 1...4, using: &numbers)
      var word = String(
        String.UnicodeScalarView(text.unicodeScalars.dropFirst(start).prefix(length))
      )
      if Bool.random(using: &numbers) { word = word.lowercased() }
      guard let first = word.unicodeScalars.first,
        !"\u{301}\u{308}\u{306}\n".unicodeScalars.contains(first),
        !word.contains("\n")
      else { continue }
      let pattern = try SearchPattern(word, isLiteral: true)
      var found: [Range<Int>] = []
      text.withUTF8 { utf8 in
        _ = pattern.forEachMatch(in: UnsafeRawBufferPointer(utf8), range: 0..<utf8.count) {
          found.append($0)
          return true
        }
      }
      let expected = SpellingOracle(word).matches(in: text)
      try #require(
        found == expected,
        "seed \(seed): \(word.debugDescription) in \(text.debugDescription)"
      )
    }
  }

  @Test("Bytes of any kind do no harm", arguments: seeds)
  func anyBytes(_ seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let patterns = try [
      SearchPattern("cafe", isLiteral: true), SearchPattern("é", isLiteral: true),
      SearchPattern("ss", isLiteral: true), SearchPattern("\\w+é?.", isLiteral: false),
      SearchPattern("[^a]", isLiteral: false),
    ]
    for _ in 0..<50 {
      let bytes = (0..<200).map { _ in
        Int.random(in: 0..<2, using: &numbers) == 0
          ? Array("cafes".utf8)[Int.random(in: 0..<5, using: &numbers)]
          : UInt8.random(in: 0...255, using: &numbers)
      }
      let start = Int.random(in: 0...200, using: &numbers)
      let end = Int.random(in: start...200, using: &numbers)
      bytes.withUnsafeBytes { bytes in
        for pattern in patterns {
          var last = start
          pattern.forEachMatch(in: bytes, range: start..<end) { match in
            #expect(
              match.lowerBound >= last && !match.isEmpty && match.upperBound <= end,
              "seed \(seed)"
            )
            last = match.upperBound
            return true
          }
        }
      }
    }
  }

  @Test("A document's hits are those of its texts, in reading order", arguments: seeds)
  func documentEqualsItsTexts(_ seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    for _ in 0..<30 {
      let document = Self.document(&numbers)
      let completed = document.commentIDs.filter { _ in Int.random(in: 0..<4, using: &numbers) == 0
      }
      .map { CompletedText(comment: $0, document: document, blocks: 0..<2) }.shuffled(
        using: &numbers
      )
      for (word, isLiteral) in [("e", true), ("ae", true), ("e a", true), ("e\\s*a|s+", false)] {
        let pattern = try SearchPattern(word, isLiteral: isLiteral)
        let expected = Self.hits(of: pattern, in: document, completed)
        var whole = DocumentSearch(pattern, in: document, completed: completed)
        whole.finish()
        try #require(whole.hits == expected, "seed \(seed), \(word)")
        #expect(
          whole.hits
            == whole.hits.sorted { ($0.place, $0.range.start) < ($1.place, $1.range.start) }
        )
        var sliced = DocumentSearch(pattern, in: document, completed: completed)
        while !sliced.advance(bytes: Int.random(in: 1...90, using: &numbers)) {
          #expect(expected.starts(with: sliced.hits), "seed \(seed)")
        }
        try #require(sliced.hits == expected, "seed \(seed), \(word) in slices")
      }
    }
  }

  /// Searches each text alone.
  private static func hits(
    of pattern: SearchPattern,
    in document: Document,
    _ completed: [CompletedText]
  ) -> [SearchHit] {
    var hits: [SearchHit] = []
    func search(_ range: TextRange, _ kind: SearchPlace.Kind, part: Int = -1) {
      document.text.withBytes { bytes in
        _ = pattern.forEachMatch(in: bytes, range: range.offsets) {
          hits.append(
            SearchHit(
              range: TextRange($0.lowerBound, $0.upperBound),
              place: SearchPlace(kind),
              part: Int32(part)
            )
          )
          return true
        }
      }
    }
    search(document.article.title, .title)
    search(document.article.byline, .byline)
    for block in document.article.blocks {
      search(document.blocks[Int(block)].text, .articleBlock(Int(block)))
    }
    for id in document.commentIDs {
      if let author = document[id].author {
        search(document[author].name, .author(id))
      }
      let part = completed.firstIndex { $0.comment == id }
      for block in part.map({ completed[$0].blocks }) ?? document[id].blocks {
        search(
          document.blocks[Int(block)].text,
          .commentBlock(id, block: Int(block)),
          part: part ?? -1
        )
      }
    }
    return hits
  }

  /// A document with chrome between its texts, some out of the arena's order, some empty.
  private static func document(_ numbers: inout SeededGenerator) -> Document {
    var arena = ""
    var ranges: [TextRange] = []
    for _ in 0..<30 {
      if Bool.random(using: &numbers) { arena += "ea s" }
      arena += "\n"
      let start = arena.utf8.count
      arena += text(Int.random(in: 0...12, using: &numbers), &numbers)
      ranges.append(TextRange(start, arena.utf8.count))
    }
    arena += "\nea"
    let title = ranges.removeFirst()
    let byline = ranges.removeFirst()
    let authors = ranges.prefix(3).map { Author(name: $0, commentCount: 0) }
    ranges.removeFirst(3)
    if Bool.random(using: &numbers) { ranges.swapAt(5, 9) }
    ranges[7] = .empty
    let blocks = ranges.map { Block(.paragraph, text: $0) }
    var comments: [DocumentModel.Comment] = []
    var next: Int32 = 3
    while next < Int32(blocks.count) {
      let end = min(next + Int32.random(in: 0...3, using: &numbers), Int32(blocks.count))
      comments.append(
        DocumentModel.Comment(
          parent: nil,
          depth: 0,
          author: AuthorID(Int.random(in: 0..<3, using: &numbers)),
          blocks: end == next ? 0..<0 : next..<end
        )
      )
      next = end
    }
    return Document(
      text: TextArena(arena),
      source: Source(format: "test", location: "test"),
      article: Article(title: title, byline: byline, blocks: 0..<3),
      blocks: blocks,
      comments: comments,
      authors: authors
    )
  }
}
