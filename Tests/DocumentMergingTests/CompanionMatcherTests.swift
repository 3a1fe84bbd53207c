import DocumentModel
import DocumentMerging
import TestSupport
import Testing

/// A comment as its site cut it, a copy of it, and whether the copy completes it.
struct CompanionCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let cut: CommentSketch
  let companion: [CommentSketch]

  init(_ name: String, _ cut: CommentSketch, _ companion: CommentSketch...) {
    testDescription = name
    self.cut = cut.with { $0.isCut = true }
    self.companion = companion
  }

  /// Twelve words and the rest of a comment.
  static let start = "The bridge was mended twice before anybody thought of asking the ferryman"
  static let whole = start + " who had watched it sink, one stone a winter."
  /// Forty-two words.
  static let long = (1...14).map { "stone \($0)th laid" }.joined(separator: " ")
}

extension CompanionCase {
  static let completed: [CompanionCase] = [
    CompanionCase("same author, minute and words", CommentSketch(start), CommentSketch(whole)),
    CompanionCase(
      "paragraphs run together where the site cut them",
      CommentSketch("One. Two three four five six"),
      CommentSketch("One.", "Two three", "four five six", "seven")
    ),
    CompanionCase(
      "quotes, dashes and dots written otherwise",
      CommentSketch("“It’s well-known” – she said… twice a week…"),
      CommentSketch("\"It's well-known\" -- she said... twice a week, or more")
    ),
    CompanionCase(
      "a word cut in the middle",
      CommentSketch("The bridge was mended twi"),
      CommentSketch("The bridge was mended twice")
    ),
    CompanionCase(
      "capitals and no-break spaces",
      CommentSketch("THE\u{A0}BRIDGE was mended Élan"),
      CommentSketch("the bridge was mended élan again")
    ),
    CompanionCase(
      "accents as scalars of their own",
      CommentSketch("Un cafe\u{301} sur le pont"),
      CommentSketch("Un caf\u{E9} sur le pont de pierre")
    ),
    CompanionCase(
      "emoji there, none here",
      CommentSketch("Well well 🙂 what a bridge"),
      CommentSketch("Well well :) what a bridge that is")
    ),
    CompanionCase(
      "links shortened",
      CommentSketch("Look at http://example.org/a… and then tell me"),
      CommentSketch("Look at https://www.example.org/a/b?c=d and then tell me why")
    ),
    CompanionCase(
      "a list numbered here, not there",
      CommentSketch("1. Bread 2. Salt 3. Yeast 4. Wat 5"),
      CommentSketch("Bread", "Salt", "Yeast", "Wat", "Er")
    ),
    CompanionCase(
      "scripts without blanks",
      CommentSketch("谢谢你写得这么详细！广场上的"),
      CommentSketch("谢谢你写得这么详细！ 广场上的钟又走得很准。")
    ),
    CompanionCase(
      "the author lost in one copy",
      CommentSketch(start) { $0.author = nil },
      CommentSketch(whole)
    ),
    CompanionCase(
      "the author guessed, and wrongly",
      CommentSketch(start) {
        $0.author = "Hugo"; $0.isInferred = true
      },
      CommentSketch(whole)
    ),
    CompanionCase(
      "a name in capitals",
      CommentSketch(start) { $0.author = "INES  MARLOW" },
      CommentSketch(whole)
    ),
    CompanionCase(
      "dates to the day in one copy",
      CommentSketch(start) { $0.date = .sketch(precision: .day) },
      CommentSketch(whole)
    ),
    CompanionCase(
      "dates to the second in one copy",
      CommentSketch(start),
      CommentSketch(whole) { $0.date = .sketch(second: 17, precision: .second) }
    ),
    CompanionCase(
      "the same moment in two zones",
      CommentSketch(start) { $0.date = .sketch(9, 30, offset: 120) },
      CommentSketch(whole) { $0.date = .sketch(7, 30, offset: 0) }
    ),
    CompanionCase(
      "clocks five and a half hours apart, many words",
      CommentSketch(long),
      CommentSketch(long + " and one") { $0.date = .sketch(4, 0) }
    ),
    CompanionCase(
      "no date, the author known, many words",
      CommentSketch(long) { $0.date = nil },
      CommentSketch(long + " and one")
    ),
    CompanionCase(
      "neither name nor date, very many words",
      CommentSketch(long) {
        $0.author = nil; $0.date = nil
      },
      CommentSketch(long + " and one")
    ),
    CompanionCase(
      "one word in many written otherwise",
      CommentSketch(long),
      CommentSketch(long.replacing("7th", with: "seventh") + " and one")
    ),
    CompanionCase(
      "one word in many missing",
      CommentSketch(long),
      CommentSketch(long.replacing("stone 7th", with: "7th") + " and one")
    ),
    CompanionCase(
      "the same id, a changed name",
      CommentSketch(start) { $0.id = "27" },
      CommentSketch(whole) {
        $0.id = "27"; $0.author = "Ines M."
      }
    ),
    CompanionCase(
      "the same id, few words, the same day",
      CommentSketch("Well") { $0.id = "27" },
      CommentSketch("Well well") { $0.id = "27" },
      CommentSketch("Well, no") { $0.id = "28" }
    ),
    CompanionCase(
      "two copies that say the same",
      CommentSketch(start),
      CommentSketch(whole),
      CommentSketch(whole)
    ),
    CompanionCase(
      "a cut copy beside the whole one",
      CommentSketch(start),
      CommentSketch(whole),
      CommentSketch(start) { $0.isCut = true }
    ),
    CompanionCase(
      "a copy to the word beside one that differs",
      CommentSketch(long),
      CommentSketch(long + " and one"),
      CommentSketch(long.replacing("7th", with: "seventh") + " and two")
    ),
    CompanionCase(
      "others who begin alike",
      CommentSketch(start),
      CommentSketch(whole),
      CommentSketch(start + " herself") { $0.author = "Hugo" },
      CommentSketch(start + " at dusk") { $0.date = .sketch(9, 31) }
    ),
  ]

  static let refused: [CompanionCase] = [
    CompanionCase("nothing there", CommentSketch(start)),
    CompanionCase("the copy is no longer", CommentSketch(start), CommentSketch(start + "!")),
    CompanionCase(
      "the copy is cut as well",
      CommentSketch(start),
      CommentSketch(whole) { $0.isCut = true }
    ),
    CompanionCase(
      "the copy was taken down",
      CommentSketch(start),
      CommentSketch(whole) { $0.state = .deleted }
    ),
    CompanionCase(
      "another author",
      CommentSketch(start),
      CommentSketch(whole) { $0.author = "Hugo" }
    ),
    CompanionCase(
      "another minute",
      CommentSketch(start),
      CommentSketch(whole) { $0.date = .sketch(9, 31) }
    ),
    CompanionCase(
      "the same hour of another month",
      CommentSketch(long),
      CommentSketch(long + " and one") { $0.date = .sketch(day: 30) }
    ),
    CompanionCase(
      "the same wall clock in two zones, but not the same moment",
      CommentSketch(start) { $0.date = .sketch(9, 30, offset: 120) },
      CommentSketch(whole) { $0.date = .sketch(8, 30, offset: 0) }
    ),
    CompanionCase(
      "clocks apart, few words",
      CommentSketch(start),
      CommentSketch(whole) { $0.date = .sketch(10, 30) }
    ),
    CompanionCase(
      "clocks apart, a word differs",
      CommentSketch(long),
      CommentSketch(long.replacing("7th", with: "seventh") + " and one") {
        $0.date = .sketch(10, 30)
      }
    ),
    CompanionCase(
      "no date, few words",
      CommentSketch(start) { $0.date = nil },
      CommentSketch(whole)
    ),
    CompanionCase(
      "neither name nor date, not enough words",
      CommentSketch(String(long.prefix(180))) {
        $0.author = nil; $0.date = nil
      },
      CommentSketch(long + " and one")
    ),
    CompanionCase(
      "three words",
      CommentSketch("The bridge was"),
      CommentSketch("The bridge was mended")
    ),
    CompanionCase("no words at all", CommentSketch("🙂"), CommentSketch("🙂 🙂")),
    CompanionCase(
      "a word differs in a short text",
      CommentSketch(start),
      CommentSketch(whole.replacing("twice", with: "thrice"))
    ),
    CompanionCase(
      "too many words differ in a long one",
      CommentSketch(long),
      CommentSketch(
        long.replacing("7th", with: "seventh").replacing("9th", with: "ninth") + " and one"
      )
    ),
    CompanionCase(
      "two copies that go on differently",
      CommentSketch(start),
      CommentSketch(whole),
      CommentSketch(start + " at dusk")
    ),
    CompanionCase(
      "two copies that nearly fit",
      CommentSketch(long),
      CommentSketch(long.replacing("5th", with: "fifth") + " and one"),
      CommentSketch(long.replacing("7th", with: "seventh") + " and two")
    ),
    CompanionCase(
      "the same id on another text",
      CommentSketch(start) { $0.id = "27" },
      CommentSketch("A mill stood here " + whole) { $0.id = "27" }
    ),
    CompanionCase(
      "the same id and few words, nothing else",
      CommentSketch("Well") { $0.id = "27" },
      CommentSketch("Well well") {
        $0.id = "27"; $0.author = "Hugo"; $0.date = nil
      }
    ),
  ]
}

@Suite("A companion")
struct CompanionMatcherTests {
  private func match(_ document: [CommentSketch], _ companion: [CommentSketch]) -> [Int: Int] {
    let document = Document.sketch(document)
    let matcher = CompanionMatcher(document: document, companion: .sketch(companion))
    let matches = matcher.matches(for: Array(document.commentIDs))
    return Dictionary(uniqueKeysWithValues: matches.map { ($0.key.index, $0.value.index) })
  }

  @Test("completes what is surely the same comment", arguments: CompanionCase.completed)
  func completes(_ example: CompanionCase) {
    #expect(match([example.cut], example.companion) == [0: 0])
  }

  @Test("completes nothing that may be another comment", arguments: CompanionCase.refused)
  func refuses(_ example: CompanionCase) {
    #expect(match([example.cut], example.companion) == [:])
  }

  @Test("leaves whole comments, and those not asked for, alone")
  func onlyWhatIsAsked() {
    let cut = CommentSketch(CompanionCase.start) { $0.isCut = true }
    let other = cut.with { $0.author = "Hugo" }
    let whole = CommentSketch(CompanionCase.whole)
    let document = Document.sketch([cut, other, whole.with { $0.author = "Ann" }])
    let companion = Document.sketch(
      ["Ann", "Hugo", "Ines Marlow"].map { name in
        whole.with { $0.author = name }
      }
    )
    let matcher = CompanionMatcher(document: document, companion: companion)
    #expect(matcher.matches(for: [CommentID(1), CommentID(2)]) == [CommentID(1): CommentID(1)])
  }

  @Test("gives one copy to none of two comments that both show its words")
  func contested() {
    let cut = CommentSketch(CompanionCase.start) { $0.isCut = true }
    let whole = CommentSketch(CompanionCase.whole)
    #expect(match([cut, cut], [whole]) == [:])
    #expect(match([cut, cut], [whole, whole]).count == 2)
  }

  @Test("gives a copy to the comment with its id, not to its double")
  func contestedByID() {
    let cut = CommentSketch(CompanionCase.start) { $0.isCut = true }
    let whole = CommentSketch(CompanionCase.whole) { $0.id = "9" }
    #expect(match([cut, cut.with { $0.id = "9" }], [whole]) == [1: 0])
  }

  @Test("takes another id for another comment where ids mean the same")
  func otherID() {
    let cut = CommentSketch(CompanionCase.start) {
      $0.isCut = true; $0.id = "1"
    }
    let proof = CommentSketch(CompanionCase.long) {
      $0.isCut = true; $0.id = "2"
    }
    let double = CommentSketch(CompanionCase.whole) { $0.id = "3" }
    let proven = CommentSketch(CompanionCase.long + " and one") { $0.id = "2" }
    #expect(match([cut], [double]) == [0: 0])
    #expect(match([cut, proof], [double, proven]) == [1: 1])
  }

  @Test("that runs on into a comment it lost the header of completes nothing")
  func runOn() {
    let cut = CommentSketch(CompanionCase.start) { $0.isCut = true }
    let next = CommentSketch("Ferrymen never were asked about anything") { $0.author = "Hugo" }
    let runOn = CommentSketch(CompanionCase.whole, "Hugo", next.paragraphs[0])
    #expect(match([cut, next], [runOn]) == [:])
    #expect(match([cut, next], [runOn, next]) == [0: 0])
  }
}
