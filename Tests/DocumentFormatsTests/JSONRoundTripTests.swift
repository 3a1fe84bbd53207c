import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing
import Foundation
import TestSupport
import Testing

@Suite("JSON read again")
struct JSONRoundTripTests {
  private func json(_ document: Document) -> [UInt8] {
    ByteSink.collect { ExportFormat.json.write(document, to: &$0) }
  }

  private func document(_ json: some Collection<UInt8>) throws -> Document {
    let source = SourceText(decoding: TextStorage(copying: json), location: "copy.json")
    #expect(FormatRegistry.builtIn.detect(source).name == "skein-json")
    return try FormatRegistry.builtIn.parse(source)
  }

  @Test("What was exported is exported again as it was", arguments: Fixture.all)
  func again(_ fixture: Fixture) throws {
    let source = SourceText(
      decoding: TextStorage(copying: try Data(contentsOf: fixture.source)),
      location: fixture.source.lastPathComponent
    )
    let first = json(try FormatRegistry.builtIn.parse(source))
    let copy = try document(first)
    #expect(copy.invariantViolations() == [])
    #expect(String(decoding: json(copy), as: UTF8.self) == String(decoding: first, as: UTF8.self))
  }

  @Test("What opens a discussion, points and badges come back")
  func facts() throws {
    let original = Document.literal(
      author: "Ann",
      opening: CommentLiteral(nil, state: .opening, id: "1", score: 7, badges: ["op", "mason"]),
      comments: [
        CommentLiteral(
          "Bob",
          "Why?",
          cut: true,
          id: "2",
          score: -1,
          badges: ["x"],
          answersOpening: true
        ),
        CommentLiteral(
          nil,
          state: .deleted,
          id: "3",
          replies: [CommentLiteral("Cy", "So.", at: 9)]
        ),
        CommentLiteral("Dan", "Lost.", inferred: true, replyTo: "Eve"),
      ]
    )
    let copy = try document(json(original))
    #expect(copy.invariantViolations() == [])
    #expect(json(copy) == json(original))
    #expect(copy.opening?.score == 7)
    #expect(copy.comments.map(\.replyLink) == [.opening, .root, .stated, .unresolved])
  }

  @Test("An export with anything in it is a document all the same")
  func damaged() throws {
    let whole = json(
      .literal(
        article: ["See https://a.example/b for 🙂 more."],
        comments: [CommentLiteral("Ann", "One.", replies: [CommentLiteral("Bob", "Two.")])]
      )
    )
    var generator = SeededGenerator(seed: 12)
    for round in 0..<400 {
      var bytes = whole
      for _ in 0...round % 4 {
        let place = 12 + Int(generator.next() % UInt64(bytes.count - 12))
        switch generator.next() % 3 {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        default: bytes.insert(contentsOf: Array("9999".utf8), at: place)
        }
      }
      #expect(try document(bytes).invariantViolations() == [])
    }
  }
}
