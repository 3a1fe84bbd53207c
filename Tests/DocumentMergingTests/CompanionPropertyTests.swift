import DocumentModel
import DocumentMerging
import TestSupport
import Testing

@Suite("Whatever the discussion, a companion")
struct CompanionPropertyTests {
  /// A discussion, told by its whole texts; few words and few names make for many doubles.
  private struct Discussion {
    var generator: SeededGenerator
    let whole: [CommentSketch]
    let cut: [CommentSketch]
    private static let cutAfter = 24

    init(seed: UInt64, comments: Int) {
      var generator = SeededGenerator(seed: seed)
      var whole: [CommentSketch] = []
      for index in 0..<comments {
        let repeats = index > 0 && Int.random(in: 0..<8, using: &generator) == 0
        var sketch = repeats ? whole[index - 1] : Self.comment(using: &generator)
        if repeats { sketch.paragraphs.append("and again \(index)") }
        sketch.date = .sketch(day: 1 + index / 1400, index / 60 % 24, index % 60)
        whole.append(sketch)
      }
      self.generator = generator
      self.whole = whole
      cut = whole.map(Self.cut)
    }

    private static func comment(using generator: inout SeededGenerator) -> CommentSketch {
      let words = ["stone", "bridge", "«river»", "it’s", "low–lying", "mill", "Élan", "渡し", "🙂"]
      var sketch = CommentSketch()
      sketch.author = ["Ines", "Hugo", "Ann", nil].randomElement(using: &generator) ?? nil
      sketch.paragraphs = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        (0..<Int.random(in: 1...20, using: &generator)).map { _ in
          words.randomElement(using: &generator) ?? ""
        }.joined(separator: " ")
      }
      return sketch
    }

    private static func cut(_ sketch: CommentSketch) -> CommentSketch {
      let words = sketch.paragraphs.joined(separator: " ").split(separator: " ")
      guard words.dropFirst(cutAfter).contains(where: { $0 != "🙂" }) else { return sketch }
      return sketch.with {
        $0.isCut = true
        $0.paragraphs = [words[..<cutAfter].joined(separator: " ") + "…"]
      }
    }

    /// The whole comments, or so much of them, in another order and other threads, written otherwise.
    mutating func companion(keeping share: Double) -> [CommentSketch] {
      var companion = whole.filter { _ in Double.random(in: 0..<1, using: &generator) < share }
      companion.shuffle(using: &generator)
      var depth = -1
      for index in companion.indices {
        depth = Int.random(in: 0...depth + 1, using: &generator)
        companion[index].depth = depth
        if Bool.random(using: &generator) { companion[index].author = nil }
        companion[index].paragraphs = companion[index].paragraphs.map {
          $0.replacing("’", with: "'").replacing("–", with: "-").replacing("«", with: "\"")
            .replacing("»", with: "\"").replacing("🙂", with: ":-)")
        }
      }
      return companion
    }

    /// How many cut comments are completed, and how many of them with another comment's text.
    func result(of companion: [CommentSketch]) -> (completed: Int, wrong: Int) {
      let document = Document.sketch(cut)
      let copy = Document.sketch(companion)
      let matches = CompanionMatcher(document: document, companion: copy)
        .matches(for: Array(document.commentIDs))
      let wrong = matches.filter { companion[$1.index].date != whole[$0.index].date }
      return (matches.count, wrong.count)
    }
  }

  @Test("that holds all of it in any order completes every cut comment", arguments: 0..<8)
  func complete(seed: Int) {
    var discussion = Discussion(seed: UInt64(seed), comments: 200)
    let companion = discussion.companion(keeping: 1)
    #expect(Document.sketch(companion).invariantViolations().isEmpty, "seed \(seed)")
    let result = discussion.result(of: companion)
    #expect(result.completed == discussion.cut.count { $0.isCut }, "seed \(seed)")
    #expect(result.wrong == 0, "seed \(seed)")
  }

  @Test("that lacks a part, or all dates, completes none wrongly", arguments: 0..<8)
  func partial(seed: Int) {
    var discussion = Discussion(seed: UInt64(seed), comments: 200)
    let companion = discussion.companion(keeping: 0.6)
    #expect(discussion.result(of: companion).wrong == 0, "seed \(seed)")
    let shifted = companion.map { sketch in
      sketch.with { copy in
        copy.date = copy.date.map {
          Timestamp(wallClock: $0.wallClock - 7200, offset: 0, precision: .minute)
        }
      }
    }
    let document = Document.sketch(discussion.cut)
    let matches = CompanionMatcher(document: document, companion: .sketch(shifted))
      .matches(for: Array(document.commentIDs))
    for (id, copy) in matches {
      #expect(companion[copy.index].date == discussion.whole[id.index].date, "seed \(seed)")
    }
  }

  @Test("of one comment thousands of times over is given up, in bounded time")
  func hostile() {
    let words = (1...40).map(String.init).joined(separator: " a ")
    let copies = (0..<1000).map { index in
      CommentSketch(words + " end \(index)") { $0.date = .sketch(index / 250, index % 60) }
    }
    let cut = CommentSketch(words) { $0.isCut = true }
    let document = Document.sketch(
      (0..<1000).map { index in cut.with { $0.date = .sketch(index / 250, index % 60) } }
    )
    let matcher = CompanionMatcher(document: document, companion: .sketch(copies))
    #expect(matcher.matches(for: Array(document.commentIDs)).isEmpty)
  }
}
