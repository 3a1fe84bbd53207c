import DocumentModel
import ReaderUI
import TestSupport
import Testing

@Suite("Folding")
struct FoldTests {
  static let document = Document.literal(
    comments: [
      CommentLiteral(
        "Ann",
        "First.",
        "More of it.",
        replies: [
          CommentLiteral("Bob", "Second.", replies: [CommentLiteral("Cy", "Third.")]),
          CommentLiteral("Dee", "Fourth."),
        ]
      ),
      CommentLiteral("Eve", "Fifth."),
    ])

  @Test("A folded comment stays on the row where it was")
  func foldKeepsRow() throws {
    var session = Session(Self.document, columns: 60, rows: 24)
    session.press("Tab J")
    let before = try #require(session.rows.firstIndex { $0.contains("Bob") })
    session.press("h")
    let row = session.rows[before]
    #expect(row.contains("▸ Bob"))
    #expect(row.contains("1 reply"))
    #expect(!session.screen.contains("Third."))
  }

  @Test("Folding and unfolding gives the same screen back")
  func foldIsUndoneByUnfold() {
    var session = Session(Self.document)
    session.press("Tab J")
    let before = session.screen
    session.press("za za")
    #expect(session.screen == before)
  }

  @Test("Folding a folded comment again goes to its parent")
  func foldTwiceGoesUp() {
    var session = Session(Self.document)
    session.press("Tab J h h")
    #expect(session.state.thread.focused == CommentID(0))
  }

  @Test("Z brings back every fold, one after the other")
  func undoFolds() {
    var session = Session(Self.document)
    session.press("Tab")
    let before = session.screen
    session.press("J h zM zR Z Z Z K")
    session.press("Z")
    session.press("g")
    #expect(session.screen.contains("Third."))
    #expect(
      session.rows.count == before.split(separator: "\n", omittingEmptySubsequences: false).count
    )
  }
}

@Suite("Hiding")
struct HideTests {
  @Test("X brings back the comments when all of them were hidden")
  func unhideAll() {
    var session = Session(FoldTests.document)
    session.press("Tab x x")
    #expect(session.screen.contains("All comments are hidden"))
    session.press("X")
    #expect(session.screen.contains("First."))
    #expect(session.state.thread.focused != nil)
  }

  @Test("Hiding a comment from inside its fold leaves the focus on a comment that is shown")
  func hideLeavesFocusShown() {
    var session = Session(FoldTests.document)
    session.press("Tab J J P P x")
    #expect(session.state.thread.focused == CommentID(4))
    #expect(!session.screen.contains("Ann"))
  }
}
