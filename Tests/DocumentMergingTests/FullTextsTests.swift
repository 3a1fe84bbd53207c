import DocumentModel
import DocumentMerging
import TestSupport
import Testing

@Suite("A document with full texts")
struct FullTextsTests {
  @Test("Full texts take the place of cut ones, and all else stays")
  func completed() throws {
    let document = Document.literal(
      comments: [
        CommentLiteral(
          "Ann",
          "The bridge was …",
          cut: true,
          id: "1",
          replies: [CommentLiteral("Bob", "Was what?", id: "2")]
        ), CommentLiteral("Cy", "It is also …", cut: true, id: "3"),
      ]
    )
    let copy = Document.literal(
      title: "A copy",
      comments: [
        CommentLiteral("Somebody", "Not asked for."),
        CommentLiteral("Ann", "The bridge was built; see http://bridge.example/plan for how."),
      ]
    )
    let full = copy[CommentID(1)].blocks
    let whole = try #require(document.completed(by: [CommentID(0): full], of: copy))
    #expect(whole.invariantViolations() == [])
    #expect(whole.title == document.title)
    let texts = whole.comments.map { comment in
      whole.blocks(of: comment).map { whole.text(of: $0) }.joined(separator: "\n")
    }
    #expect(
      texts == [
        "The bridge was built; see http://bridge.example/plan for how.", "Was what?",
        "It is also …",
      ]
    )
    #expect(whole.comments.map(\.isTruncated) == [false, false, true])
    #expect(whole.comments.map(\.parent) == document.comments.map(\.parent))
    let authors = whole.comments.map { whole.name(of: $0) }
    #expect(authors == ["Ann", "Bob", "Cy"])
    #expect(whole.spans.map { whole.text[$0.url] } == ["http://bridge.example/plan"])
  }
}
