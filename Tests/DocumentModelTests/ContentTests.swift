import DocumentModel
import Testing

@Suite("What a document holds")
struct ContentTests {
  private let document: Document

  init() {
    let text = "Bridges\nAnn\nIt holds.\nSee the plan.\nplan\nNobody signed this."
    func range(_ words: String) -> TextRange {
      let start = text.utf8.firstRange(of: words.utf8).map {
        text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
      }
      return start.map { TextRange($0, $0 + words.utf8.count) } ?? .empty
    }
    document = Document(
      text: TextArena(text),
      source: Source(format: "test", location: "test"),
      article: Article(title: range("Bridges"), blocks: 0..<1),
      blocks: [
        Block(.paragraph, text: range("It holds.")),
        Block(.paragraph, text: range("See the plan."), spans: 0..<1),
        Block(.paragraph, text: range("It holds.")),
        Block(.paragraph, text: range("Nobody signed this.")),
      ],
      spans: [Span(.emphasis, text: range("plan"))],
      comments: [
        Comment(parent: nil, depth: 0, author: AuthorID(0), authorship: .stated, blocks: 1..<3),
        Comment(parent: nil, depth: 0, blocks: 3..<4),
      ],
      authors: [Author(name: range("Ann"), commentCount: 1)]
    )
  }

  @Test("The article has a title and its own blocks only")
  func article() {
    #expect(document.title == "Bridges")
    #expect(document.blocks(of: document.article).map { document.text(of: $0) } == ["It holds."])
    #expect(document.text(of: document.article) == "It holds.")
  }

  @Test("A comment has its own blocks, a blank line apart, and no others")
  func comments() {
    #expect(document.text(of: CommentID(0)) == "See the plan.\n\nIt holds.")
    #expect(document.text(of: CommentID(1)) == "Nobody signed this.")
    #expect(document.blocks(of: CommentID(0)).count == 2)
  }

  @Test("A comment is named after its author; one that nobody signed has no name")
  func names() {
    #expect(document.name(of: CommentID(0)) == "Ann")
    #expect(document.name(of: CommentID(1)) == nil)
    #expect(document.name(of: AuthorID(0)) == "Ann")
  }

  @Test("A block has its own spans")
  func spans() throws {
    let blocks = document.blocks(of: CommentID(0))
    let spans = document.spans(of: try #require(blocks.first))
    #expect(spans.map { document.text(of: $0) } == ["plan"])
    #expect(document.spans(of: try #require(blocks.last)).isEmpty)
  }
}
