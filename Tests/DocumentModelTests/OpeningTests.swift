import DocumentModel
import TestSupport
import Testing

@Suite("What opens a discussion, and what a comment lost")
struct OpeningTests {
  private func violations(_ comments: [CommentLiteral], opening: CommentLiteral? = nil) -> [String]
  {
    Document.literal(opening: opening, comments: comments).invariantViolations()
  }

  @Test("The post that opens a discussion is none of the comments")
  func opening() {
    let post = CommentLiteral(nil, state: .opening, id: "1")
    let answer = CommentLiteral("Bob", "Why?", answersOpening: true)
    #expect(violations([answer], opening: post) == [])
    #expect(violations([answer]) != [])
    #expect(violations([post]) != [])
    #expect(!CommentState.opening.isComment)
    #expect(ReplyLink.opening.isRoot && !ReplyLink.stated.isRoot)
  }

  @Test("A text is lost where the source shows no more than that it was written")
  func lost() {
    let comments = Document.literal(
      comments: [
        CommentLiteral(nil), CommentLiteral("Ann", "Text."), CommentLiteral("Bob", cut: true),
        CommentLiteral(nil, state: .deleted), CommentLiteral(nil, state: .placeholder),
      ]
    ).comments
    #expect(comments.map(\.isTextLost) == [true, false, false, false, false])
  }

  @Test("Points are kept to 32 bits, and none is not nought")
  func points() {
    var comment = Comment(parent: nil, depth: 0)
    #expect(comment.score == nil)
    for (given, kept) in [(0, 0), (-7, -7), (.max, Int(Int32.max)), (.min, -Int(Int32.max))] {
      comment.score = given
      #expect(comment.score == kept)
    }
  }
}
