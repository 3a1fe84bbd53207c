import DocumentModel
import DocumentMerging
import TestSupport
import Testing

@Suite("A document and a part of it that came later")
struct DocumentMergeTests {
  /// What is there, what came, and what becomes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var comments: [CommentLiteral] = [
      CommentLiteral("Ann", "One.", id: "1", replies: [CommentLiteral("Bob", "Two.", id: "2")]),
      CommentLiteral("Cy", "Three.", id: "3"),
    ]
    var at: Int?
    var part: [CommentLiteral]
    let outline: [String]
    var added: Int
  }

  private static let placeholder = [
    CommentLiteral(
      "Ann",
      "One.",
      replies: [
        CommentLiteral(nil, "2 more", state: .placeholder, id: "s"), CommentLiteral("Bob", "Last."),
      ]
    )
  ]

  static let cases = [
    Case(
      testDescription: "threads come behind all others",
      part: [CommentLiteral("Dan", "Four.", replies: [CommentLiteral("Ann", "Five.")])],
      outline: ["Ann: One.", "  Bob: Two.", "Cy: Three.", "Dan: Four.", "  Ann: Five."],
      added: 2
    ),
    Case(
      testDescription: "what hangs on a comment comes as its last replies",
      at: 0,
      part: [CommentLiteral("Dan", "Four.", replies: [CommentLiteral("Ann", "Five.")])],
      outline: ["Ann: One.", "  Bob: Two.", "  Dan: Four.", "    Ann: Five.", "Cy: Three."],
      added: 2
    ),
    Case(
      testDescription: "a place that was held gives way to what came",
      comments: placeholder,
      at: 1,
      part: [CommentLiteral("Dan", "A."), CommentLiteral("Eve", "B.")],
      outline: ["Ann: One.", "  Dan: A.", "  Eve: B.", "  Bob: Last."],
      added: 2
    ),
    Case(
      testDescription: "a place for which nothing came is kept",
      comments: placeholder,
      at: 1,
      part: [],
      outline: ["Ann: One.", "  ?: 2 more [placeholder]", "  Bob: Last."],
      added: 0
    ),
    Case(
      testDescription: "comments with the same id are one, wherever the part has them",
      part: [
        CommentLiteral("Bob", "Two, told again.", id: "2", replies: [CommentLiteral("Dan", "New.")])
      ],
      outline: ["Ann: One.", "  Bob: Two.", "    Dan: New.", "Cy: Three."],
      added: 1
    ),
    Case(
      testDescription: "without ids author, date and first words tell them",
      comments: [CommentLiteral("Ann", "One.", at: 7), CommentLiteral("Ann", "+1", at: 9)],
      part: [
        CommentLiteral("Ann", "One.", at: 7), CommentLiteral("Ann", "One.", at: 8),
        CommentLiteral("Bob", "One.", at: 7), CommentLiteral("Ann", "+1", at: 9),
        CommentLiteral("Ann", "+1", at: 9),
      ],
      outline: ["Ann: One.", "Ann: +1", "Ann: One.", "Bob: One.", "Ann: +1"],
      added: 3
    ),
    Case(
      testDescription: "two ids tell two comments, however alike",
      part: [CommentLiteral("Cy", "Three.", id: "4")],
      outline: ["Ann: One.", "  Bob: Two.", "Cy: Three.", "Cy: Three."],
      added: 1
    ),
    Case(
      testDescription: "a comment takes the place that was held for it, with its answers",
      comments: [
        CommentLiteral(nil, state: .placeholder, id: "1", replies: [CommentLiteral("Bob", "Two.")])
      ],
      part: [CommentLiteral("Ann", "One.", id: "1")],
      outline: ["Ann: One.", "  Bob: Two."],
      added: 0
    ),
    Case(
      testDescription: "a whole text takes the place of a cut one",
      comments: [CommentLiteral("Ann", "One and", cut: true, id: "1")],
      part: [CommentLiteral("Ann", "One and two.", id: "1")],
      outline: ["Ann: One and two."],
      added: 0
    ),
    Case(
      testDescription: "a reply whose comment is not in the part finds it in the document",
      part: [
        CommentLiteral("Dan", "Four.", replyTo: "Bob"), CommentLiteral("Eve", replyTo: "Joe"),
      ],
      outline: [
        "Ann: One.", "  Bob: Two.", "    Dan: Four.", "Cy: Three.", "Eve:  (unresolved)",
      ],
      added: 2
    ),
    Case(
      testDescription: "text without a header stays above all comments, and is not counted",
      comments: [CommentLiteral(nil, "Loose.", state: .headerless), CommentLiteral("Ann", "One.")],
      part: [
        CommentLiteral(nil, "Loose.", state: .headerless), CommentLiteral("Bob", "Two."),
      ],
      outline: ["?: Loose. [headerless]", "Ann: One.", "Bob: Two."],
      added: 1
    ),
    Case(
      testDescription: "of unlike texts without a header all are kept",
      part: [CommentLiteral(nil, "Loose.", state: .headerless), CommentLiteral("Bob", "5.")],
      outline: ["?: Loose. [headerless]", "Ann: One.", "  Bob: Two.", "Cy: Three.", "Bob: 5."],
      added: 1
    ),
    Case(
      testDescription: "by the id it gives rather than by the name",
      part: [CommentLiteral("Dan", "Four.", replyTo: "Bob", replyToID: "3")],
      outline: ["Ann: One.", "  Bob: Two.", "Cy: Three.", "  Dan: Four."],
      added: 1
    ),
  ]

  @Test("is one discussion", arguments: cases)
  func thread(_ each: Case) throws {
    let way = Continuation.page("https://example.org/2", at: each.at)
    let document = Document.literal(comments: each.comments).with([way])
    let merge = try #require(
      DocumentMerge(document, with: .literal(comments: each.part), at: way)
    )
    #expect(merge.document.outline == each.outline)
    #expect(merge.addedCount == each.added)
    #expect(merge.document.invariantViolations().isEmpty)
    #expect(merge.document.continuations.isEmpty)
    for (id, place) in zip(document.commentIDs, merge.places) {
      let (own, moved) = (document[id], merge.document[place])
      guard own.state != .placeholder else { continue }
      #expect(document.text[own.sourceID] == merge.document.text[moved.sourceID])
    }
  }

  @Test("goes on with the ways the part tells, but with none twice")
  func continuations() throws {
    let first = Continuation.page("https://example.org/2#comments")
    let other = Continuation.page("https://example.org/thread/9", at: 0)
    let document = Document.literal(comments: [CommentLiteral("Ann", "One.")])
      .with([first, other], [.goesOn(at: "https://example.org/2#comments")])
    let part = Document.literal(
      comments: [CommentLiteral("Bob", "Two.", replies: [CommentLiteral("Cy", "Three.")])]
    ).with([
      .page("https://example.org/3"), .page("https://example.org/1"),
      .page("https://example.org/thread/9"), .page("https://example.org/4", at: 1),
      .page("https://example.org/2"),
    ])
    let merge = try #require(
      DocumentMerge(document, with: part, at: first, followed: [.page("https://example.org/1")])
    )
    #expect(
      merge.document.continuations == [
        .page("https://example.org/3"), .page("https://example.org/4", at: 2), other,
      ]
    )
    #expect(merge.document.diagnostics == [.goesOn(at: "https://example.org/3")])
  }

  @Test("A place stays while more is to come in it, behind what came")
  func unfinishedStub() throws {
    let way = Continuation.page("https://example.org/2", at: 1)
    let document = Document.literal(comments: Self.placeholder).with([way])
    let part = Document.literal(comments: [CommentLiteral("Dan", "A.")])
      .with([.page("https://example.org/3")])
    let merge = try #require(DocumentMerge(document, with: part, at: way))
    #expect(
      merge.document.outline == [
        "Ann: One.", "  Dan: A.", "  ?: 2 more [placeholder]", "  Bob: Last.",
      ]
    )
    #expect(merge.document.continuations == [.page("https://example.org/3", at: 2)])
  }

  @Test("counts what is elsewhere until nothing is", arguments: [(5, 5), (2, nil), (nil, nil)])
  func elsewhere(declared: Int?, left: Int?) throws {
    let way = Continuation.page("https://example.org/2")
    let document = Document.literal(
      comments: [CommentLiteral("Ann", "One.")],
      missingComments: declared.map { MissingComments(declared: $0) },
      continuations: [way]
    )
    let part = Document.literal(comments: [CommentLiteral("Bob", "Two.")])
    let merge = try #require(DocumentMerge(document, with: part, at: way))
    #expect(merge.document.missingComments?.declared == left)
  }

  @Test("of the article goes on where it ended, without the head it repeats")
  func article() throws {
    let way = Continuation.page("https://example.org/2/", of: .article)
    let comments = [CommentLiteral("Ann", "One.", url: "https://example.org/#1")]
    let document = Document.literal(
      title: "The mill",
      article: [BlockLiteral(.heading, "The wheel", level: 2), "It turns."],
      comments: comments,
      continuations: [way]
    )
    let part = Document.literal(
      title: "The mill, page 2",
      article: [
        BlockLiteral(.heading, "The mill", level: 1), BlockLiteral(.heading, "The wheel", level: 2),
        "It turns again, see https://example.org/wheel for it.",
        BlockLiteral(.heading, "The wheel", level: 2), "It stops.",
      ],
      comments: comments,
      continuations: [.page("https://example.org/comments/2")]
    )
    let merge = try #require(DocumentMerge(document, with: part, at: way))
    #expect(
      merge.document.articleTexts == [
        "The wheel", "It turns.", "It turns again, see https://example.org/wheel for it.",
        "The wheel", "It stops.",
      ]
    )
    #expect(merge.addedBlockCount == 3 && merge.addedCount == 0)
    #expect(merge.document.outline == ["Ann: One."])
    #expect(merge.document.continuations.isEmpty)
    #expect(merge.document.invariantViolations().isEmpty)
    #expect(
      merge.document.spans.map { merge.document.text[$0.url] } == ["https://example.org/wheel"]
    )
    // The same page once more, as sites answer that know no page of this number.
    let again = try #require(DocumentMerge(document, with: document, at: way))
    #expect(
      again.addedCount == 0 && again.addedBlockCount == 0
        && again.document.text.isIdentical(to: document.text)
    )
  }

  @Test("of any shape, at any place, makes a sound document", arguments: 0..<200)
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var document = Document.scripted(by: Self.bytes(&generator))
    for round in 0..<3 {
      let part = Document.scripted(by: Self.bytes(&generator))
      let places = document.comments.indices.dropFirst(document.headerless.count)
      let place = places.randomElement(using: &generator)
      let way = Continuation.page(
        "https://example.org/\(round)",
        at: Bool.random(using: &generator) ? place : nil,
        of: Bool.random(using: &generator) ? .article : .discussion
      )
      let further = part.comments.indices.dropFirst(part.headerless.count)
        .randomElement(using: &generator)
      let before = document.with([way])
      let merge = try #require(
        DocumentMerge(
          before,
          with: part.with([.page("https://example.org/\(round + 9)", at: further)]),
          at: way
        )
      )
      #expect(merge.document.invariantViolations().isEmpty)
      #expect(merge.places.count == before.comments.count)
      #expect(merge.places.allSatisfy { merge.document.comments.indices.contains($0.index) })
      let held = merge.document.commentCount
      #expect(before.commentCount + merge.addedCount <= held || way.comment != nil)
      document = merge.document
    }
  }

  /// Bytes that spell a document.
  static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    (0..<400).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
