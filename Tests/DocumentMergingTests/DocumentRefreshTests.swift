import DocumentModel
import DocumentMerging
import TestSupport
import Testing

@Suite("A document read anew")
struct DocumentRevisionTests {
  private static let old = [
    CommentLiteral(
      "Ann",
      "One.",
      at: 1,
      id: "1",
      replies: [CommentLiteral("Bob", "Two.", at: 2, id: "2"), CommentLiteral("Cy", "3.", id: "3")]
    ),
    CommentLiteral("Dan", "Four.", at: 4, id: "4"),
  ]

  /// A discussion as it is by now, and what is told of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var old = DocumentRevisionTests.old
    var fresh: [CommentLiteral]
    var goesOn: Continuation?
    var hasGaps = false
    /// `+` is new, `~` changed, `-` gone.
    let outline: [String]
  }

  static let cases = [
    Case(
      testDescription: "with nothing new is as it was",
      fresh: old,
      outline: ["Ann: One.", "  Bob: Two.", "  Cy: 3.", "Dan: Four."]
    ),
    Case(
      testDescription: "marks what is new and what has changed",
      fresh: [
        CommentLiteral("Zoe", "New.", id: "9"),
        CommentLiteral(
          "Ann",
          "One, I mean two.",
          at: 1,
          id: "1",
          replies: [
            CommentLiteral("Bob", "Two.", id: "2", replies: [CommentLiteral("Ann", "Yes.")]),
            CommentLiteral("Cy", "3.", id: "3"),
          ]
        ), CommentLiteral("Dan", "Four.", id: "4"),
      ],
      outline: [
        "+Zoe: New.", "~Ann: One, I mean two.", "  Bob: Two.", "+    Ann: Yes.", "  Cy: 3.",
        "Dan: Four.",
      ]
    ),
    Case(
      testDescription: "keeps in their places what is gone, with what is not",
      fresh: [CommentLiteral("Cy", "3.", id: "3"), CommentLiteral("Dan", "Four.", id: "4")],
      outline: ["-Ann: One.", "-  Bob: Two.", "Cy: 3.", "Dan: Four."]
    ),
    Case(
      testDescription: "keeps the text of what was taken down",
      old: [CommentLiteral("Ann", "One.", id: "1")],
      fresh: [
        CommentLiteral(nil, state: .deleted, id: "1", replies: [CommentLiteral("Bob", "O.")])
      ],
      outline: ["-Ann: One.", "+  Bob: O."]
    ),
    Case(
      testDescription: "does not call gone what has moved on to another page",
      fresh: [CommentLiteral("Zoe", "New.", id: "9"), old[0]],
      goesOn: .page("https://example.org/2"),
      outline: ["+Zoe: New.", "Ann: One.", "  Bob: Two.", "  Cy: 3.", "Dan: Four."]
    ),
    Case(
      testDescription: "does not call gone what is behind a place held for it",
      fresh: [
        CommentLiteral("Ann", "One.", id: "1", replies: [CommentLiteral(nil, state: .placeholder)]),
        CommentLiteral("Dan", "Four.", id: "4"),
      ],
      goesOn: .page("https://example.org/2", at: 1),
      outline: ["Ann: One.", "  Bob: Two.", "  Cy: 3.", "  ?:  [placeholder]", "Dan: Four."]
    ),
    Case(
      testDescription: "does not call gone what a site that sorts by votes has moved on",
      old: [
        CommentLiteral("Ann", "One.", id: "1"), CommentLiteral("Bob", "Two.", id: "2"),
        CommentLiteral("Cy", "Three.", id: "3"),
      ],
      fresh: [CommentLiteral("Cy", "Three.", id: "3"), CommentLiteral("Ann", "One.", id: "1")],
      goesOn: .page("https://example.org/2"),
      outline: ["Cy: Three.", "Ann: One.", "Bob: Two."]
    ),
    Case(
      testDescription: "does not call gone what was on a page that could not be read again",
      old: [
        CommentLiteral("Ann", "One.", id: "1", replies: [CommentLiteral("Eve", "Yes.", id: "5")]),
        CommentLiteral("Bob", "Two.", id: "2", replies: [CommentLiteral("Zoe", "No.", id: "4")]),
        CommentLiteral("Cy", "Three.", id: "3"),
      ],
      fresh: [CommentLiteral("Ann", "One.", id: "1"), CommentLiteral("Cy", "Three.", id: "3")],
      goesOn: .page("https://example.org/2"),
      hasGaps: true,
      outline: ["Ann: One.", "-  Eve: Yes.", "Bob: Two.", "  Zoe: No.", "Cy: Three."]
    ),
    Case(
      testDescription: "takes text without a header as it is by now, and tells nothing of it",
      old: [
        CommentLiteral(nil, "Loose.", state: .headerless), CommentLiteral("Ann", "One."),
        CommentLiteral("Bob", "Two."),
      ],
      fresh: [
        CommentLiteral(nil, "Quite loose.", state: .headerless), CommentLiteral("Bob", "Two."),
      ],
      outline: ["?: Quite loose. [headerless]", "-Ann: One.", "Bob: Two."]
    ),
    Case(
      testDescription: "keeps no text without a header that is not there any more",
      old: [CommentLiteral(nil, "Loose.", state: .headerless), CommentLiteral("Ann", "One.")],
      fresh: [CommentLiteral("Ann", "One.")],
      outline: ["Ann: One."]
    ),
    Case(
      testDescription: "tells comments without ids by author, date and words, or all but one",
      old: [CommentLiteral("Ann", "One.", at: 1), CommentLiteral("Bob", "Two.", at: 2)],
      fresh: [CommentLiteral("Bob", "Two and more.", at: 2), CommentLiteral("Ann", "One.", at: 1)],
      outline: ["~Bob: Two and more.", "Ann: One."]
    ),
  ]

  @Test("is what it is by now", arguments: cases)
  func thread(_ each: Case) throws {
    let old = Document.literal(comments: each.old)
    let fresh = Document.literal(comments: each.fresh).with(each.goesOn.map { [$0] } ?? [])
    let revision = try #require(DocumentRefresh(old, fresh, hasGaps: each.hasGaps))
    var outline = revision.document.outline
    for id in revision.new { outline[id.index] = "+" + outline[id.index] }
    for id in revision.changed { outline[id.index] = "~" + outline[id.index] }
    for id in revision.gone { outline[id.index] = "-" + outline[id.index] }
    #expect(outline == each.outline)
    #expect(revision.document.invariantViolations().isEmpty)
    for (id, place) in zip(old.commentIDs, revision.places) {
      #expect(
        old.text[old[id].sourceID] == revision.document.text[revision.document[place].sourceID]
      )
    }
  }

  @Test("of any shape is a sound document", arguments: 0..<200)
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let old = Document.scripted(by: DocumentMergeTests.bytes(&generator))
    let fresh = Document.scripted(by: DocumentMergeTests.bytes(&generator))
    let place = fresh.comments.indices.dropFirst(fresh.headerless.count)
      .randomElement(using: &generator)
    let revision = try #require(
      DocumentRefresh(old, fresh.with([.page("https://example.org/2", at: place)]))
    )
    let count = revision.document.comments.count
    #expect(revision.document.invariantViolations().isEmpty)
    #expect(revision.document.headerless.count == fresh.headerless.count)
    #expect(revision.places.allSatisfy { $0.index < max(1, count) })
    #expect((revision.new + revision.changed + revision.gone).allSatisfy { $0.index < count })
    let same = try #require(DocumentRefresh(old, old))
    #expect(same.new.isEmpty && same.changed.isEmpty && same.gone.isEmpty)
    #expect(!same.isArticleChanged && same.document.text.isIdentical(to: old.text))
  }
}
