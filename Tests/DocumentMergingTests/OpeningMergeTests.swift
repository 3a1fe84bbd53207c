import DocumentModel
import DocumentMerging
import TestSupport
import Testing

@Suite("Parts of a discussion that a post opens")
struct OpeningMergeTests {
  private static let way = Continuation.page("https://example.org/2")

  /// The first page of a topic.
  private static let first = Document.literal(
    author: "Ann",
    article: ["It leans."],
    opening: CommentLiteral(nil, state: .opening, id: "1", score: 3, badges: ["mason"]),
    comments: [
      CommentLiteral("Bob", "Since when?", id: "2", badges: ["trowel", "lime"]),
      CommentLiteral("Cy", "So does mine.", id: "3", answersOpening: true),
    ]
  ).with([way])

  private func merged(_ comments: [CommentLiteral]) throws -> Document {
    let part = Document.literal(comments: comments)
    let merge = try #require(DocumentMerge(Self.first, with: part, at: Self.way))
    #expect(merge.document.invariantViolations() == [])
    return merge.document
  }

  private func badges(_ document: Document) -> [[String]] {
    document.comments.map { document.badges(of: $0).map { document.text[$0] } }
  }

  @Test("Later answers to the post find it, by its number or by its author's name")
  func answers() throws {
    let document = try merged([
      CommentLiteral("Dan", "By number.", id: "4", replyToID: "1"),
      CommentLiteral("Eve", "By name.", id: "5", replyTo: "Ann"),
      CommentLiteral("Fay", "Nobody.", id: "6", replyTo: "Joe"),
    ])
    #expect(
      document.outline == [
        "Bob: Since when?", "Cy: So does mine. (opening)", "Dan: By number. (opening)",
        "Eve: By name. (opening)", "Fay: Nobody. (unresolved)",
      ]
    )
    #expect(document.commentCount == 5)
  }

  @Test("A name that fits the post and one comment of its author's is no certain answer to either")
  func names() throws {
    let first = Document.literal(
      author: "Ann",
      opening: CommentLiteral(nil, state: .opening, id: "1"),
      comments: [CommentLiteral("Ann", "In May.", id: "2")]
    ).with([Self.way])
    let part = Document.literal(comments: [CommentLiteral("Dan", "Late.", id: "3", replyTo: "Ann")])
    let merge = try #require(DocumentMerge(first, with: part, at: Self.way))
    #expect(merge.document.outline == ["Ann: In May.", "  Dan: Late. (inferred)"])
  }

  @Test("Points and badges of both stay with their comments, and the post with the article")
  func facts() throws {
    let document = try merged([CommentLiteral("Dan", "New.", id: "4", score: 9, badges: ["new"])])
    #expect(badges(document) == [["trowel", "lime"], [], ["new"]])
    #expect(document.comments.map(\.score) == [nil, nil, 9])
    let opening = try #require(document.opening)
    #expect(document.badges(of: opening).map { document.text[$0] } == ["mason"])
    #expect(document.article.score == 3)
  }

  @Test("A topic opened on a later page gets its article with the page that holds the post")
  func laterPage() throws {
    let later = Document.literal(article: [], comments: [CommentLiteral("Dan", "Late.", id: "4")])
    let back = Continuation(.discussion, .page("https://example.org/1"), place: .before)
    let merge = try #require(DocumentMerge(later.with([back]), with: Self.first, at: back))
    #expect(merge.document.invariantViolations() == [])
    #expect(merge.document.articleTexts == ["It leans."])
    #expect(merge.document.opening != nil)
    #expect(
      merge.document.outline == [
        "Bob: Since when?", "Cy: So does mine. (opening)", "Dan: Late.",
      ]
    )
  }

  @Test("Read again, the post is no comment that is new or gone")
  func refresh() throws {
    let again = Document.literal(
      author: "Ann",
      article: ["It leans."],
      opening: CommentLiteral(nil, state: .opening, id: "1", score: 4, badges: ["mason"]),
      comments: [CommentLiteral("Bob", "Since when?", id: "2", badges: ["trowel"])]
    )
    let refresh = try #require(DocumentRefresh(Self.first, again))
    #expect(refresh.document.invariantViolations() == [])
    #expect(refresh.new.isEmpty)
    #expect(refresh.gone.count == 1)
    #expect(badges(refresh.document) == [["trowel"], []])
    #expect(refresh.document.article.score == 4)
  }
}
