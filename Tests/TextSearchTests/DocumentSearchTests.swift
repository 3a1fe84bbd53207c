import DocumentModel
import Testing

@testable import TextSearch

@Suite("Hits in a document")
struct DocumentSearchTests {
  /// An article and three comments: a root by Ines, an answer by nobody known, a root by Inès too.
  private static let document: Document = {
    var arena = ""
    func text(_ text: String) -> TextRange {
      let start = arena.utf8.count
      arena += text + "\n"
      return TextRange(start, arena.utf8.count - 1)
    }
    let title = text("The old bridge")
    let byline = text("By Rosa Bridge")
    let article = text("A bridge.\nNo more than a bridge, a Brücke.")
    let name = text("Ines Bridge")
    _ = text("bridge of dates")
    let first = text("Which\nbridge? That bridge!")
    let second = text("None.\nThe new one.")
    let third = text("bridge")
    return Document(
      text: TextArena(arena),
      source: Source(format: "test", location: "test"),
      article: Article(title: title, byline: byline, blocks: 0..<1),
      blocks: [article, first, second, third].map { Block(.paragraph, text: $0) },
      comments: [
        DocumentModel.Comment(
          parent: nil,
          depth: 0,
          subtreeSize: 2,
          author: AuthorID(0),
          authorship: .stated,
          blocks: 1..<2
        ),
        DocumentModel.Comment(
          parent: CommentID(0),
          depth: 1,
          replyLink: .stated,
          blocks: 2..<3
        ),
        DocumentModel.Comment(
          parent: nil,
          depth: 0,
          author: AuthorID(0),
          authorship: .stated,
          blocks: 3..<4
        ),
      ],
      authors: [Author(name: name, commentCount: 2)]
    )
  }()

  @Test("Behind the name of a field, a text is looked for there alone, unless taken as it stands")
  func fields() {
    func places(_ text: String, isLiteral: Bool = false) -> [SearchPlace.Kind] {
      var search = DocumentSearch(text, isLiteral: isLiteral, in: Self.document)
      search.finish()
      return search.hits.map(\.place.kind)
    }
    #expect(places("subject:bridge") == [.title])
    #expect(places("subject: old b.*e") == [.title])
    #expect(places("bridge").count > 5)
    #expect(places("subject:bridge", isLiteral: true) == [])
  }

  private func search(
    _ text: String,
    completed: [CompletedText] = []
  ) throws -> DocumentSearch {
    var search = DocumentSearch(
      try SearchPattern(text, isLiteral: false),
      in: Self.document,
      completed: completed
    )
    search.finish()
    return search
  }

  /// The lines with a hit, each with the number of its comment, 0 for the article, - for what is
  /// no comment.
  private func lines(_ search: DocumentSearch, by author: SearchPattern? = nil) -> [String] {
    search.lines(by: author).map { line in
      var text = ""
      search.withBytes(of: line) { text = String(decoding: $0, as: UTF8.self) }
      return switch line.origin {
      case .article: "0: \(text)"
      case .comment(_, let number): "\(number): \(text)"
      case .thread: "-: \(text)"
      }
    }
  }

  @Test("Lines are listed once, with where they stand, and together where a hit goes over an end")
  func lines() throws {
    #expect(
      lines(try search("bridge")) == [
        "0: The old bridge", "0: By Rosa Bridge", "0: A bridge.",
        "0: No more than a bridge, a Brücke.", "1: bridge? That bridge!", "3: bridge",
      ]
    )
    #expect(lines(try search("one the new")).isEmpty)
    #expect(
      lines(try search("none. the new|which bridge")) == [
        "1: Which\nbridge? That bridge!", "2: None.\nThe new one.",
      ]
    )
  }

  @Test("Comments alone are numbered; what else stands in the thread is told from them")
  func numbers() throws {
    let comments: [(CommentState, String)] = [
      (.headerless, "A lantern."), (.shown, "One lantern."), (.placeholder, "More lanterns."),
      (.deleted, "No lantern."),
    ]
    let arena = comments.map(\.1).joined()
    var (start, blocks) = (0, [Block]())
    for (_, text) in comments {
      blocks.append(Block(.paragraph, text: TextRange(start, start + text.utf8.count)))
      start += text.utf8.count
    }
    let document = Document(
      text: TextArena(arena),
      source: Source(format: "test", location: "test"),
      article: Article(),
      blocks: blocks,
      comments: comments.indices.map { index in
        DocumentModel.Comment(
          parent: nil,
          depth: 0,
          state: comments[index].0,
          blocks: Int32(index)..<Int32(index + 1)
        )
      }
    )
    var search = DocumentSearch(try SearchPattern("lantern", isLiteral: true), in: document)
    search.finish()
    #expect(
      lines(search) == [
        "-: A lantern.", "1: One lantern.", "-: More lanterns.", "2: No lantern.",
      ]
    )
  }

  @Test("Lines can be asked of one author alone")
  func author() throws {
    let author = try SearchPattern("inés", isLiteral: true, caseRule: .ignored)
    #expect(lines(try search("bridge"), by: author).isEmpty)
    let plain = try SearchPattern("INES", isLiteral: true, caseRule: .ignored)
    #expect(lines(try search("bridge"), by: plain).count == 2)
  }

  @Test("Hits are counted for a text, a comment and all below it")
  func counts() throws {
    let found = try search("bridge|one")
    #expect(found.hits(in: nil) == 0..<4)
    #expect(found.hits(in: CommentID(0)) == 4..<7)
    #expect(found.hits(in: CommentID(1)) == 7..<9)
    #expect(found.hits(inSubtreeOf: CommentID(0)) == 4..<9)
    #expect(found.hits(below: CommentID(0)) == 7..<9)
    #expect(found.hits(below: CommentID(2)).isEmpty)
    #expect(found.hits(at: SearchPlace(.author(CommentID(0)))) == 4..<5)
    #expect(found.hits(at: SearchPlace(.commentBlock(CommentID(0), block: 1))) == 5..<7)
  }

  @Test("The next and the last hit are found from any place")
  func neighbours() throws {
    let found = try search("bridge")
    let block = SearchPlace(.commentBlock(CommentID(0), block: 1))
    let second = found.hits[found.hits(at: block)][found.hits(at: block).lowerBound + 1]
    #expect(found.firstHit(from: SearchPlace(.title)) == 0)
    #expect(found.firstHit(from: block, offset: second.range.start) == 6)
    #expect(found.firstHit(from: block, offset: second.range.end) == 7)
    #expect(found.lastHit(before: block, offset: second.range.start) == 5)
    #expect(found.lastHit(before: SearchPlace(.title)) == nil)
    #expect(found.firstHit(from: SearchPlace(.commentBlock(CommentID(3), block: 0))) == nil)
  }

  @Test("Completed text is searched in place of the comment's own")
  func completed() throws {
    let whole = Document(
      text: TextArena("the bridge, whole"),
      source: Source(format: "test", location: "whole"),
      article: Article(),
      blocks: [Block(.paragraph, text: TextRange(0, 17))]
    )
    let part = CompletedText(comment: CommentID(1), document: whole, blocks: 0..<1)
    let found = try search("bridge|new one", completed: [part])
    let hit = try #require(found.hits.first { $0.place.comment == CommentID(1) })
    #expect(hit.part == 0)
    #expect(found.source(of: hit).text[hit.range] == "bridge")
    #expect(lines(found).contains("2: the bridge, whole"))
    #expect(!lines(found).contains { $0.contains("new one") })
  }
}
