import DocumentModel
import ReaderUI
import TestSupport
import Testing

@Suite("A document that is still being read")
struct LargeDocumentTests {
  static let comments = (0..<40).map { CommentLiteral("Ann", "Number \($0).", at: Int64($0)) }
  static let beginning = Document.literal(comments: Array(comments.prefix(10)))
  static let whole = Document.literal(comments: comments)

  private func session() -> Session {
    var session = Session(Self.beginning, options: ReaderOptions(showsRail: false))
    session.state.expectMore()
    session.press("Tab")
    return session
  }

  @Test("Going to the end reaches the end of the whole once it is there")
  func endOfWhole() {
    var session = session()
    session.press("G")
    #expect(session.state.thread.focused == CommentID(9))
    session.state.replace(with: Reading(Self.whole))
    #expect(session.state.thread.focused == CommentID(39))
  }

  @Test("A comment by its number is gone to when it is there")
  func numberOfWhole() {
    var session = session()
    session.press("31G")
    session.state.replace(with: Reading(Self.whole))
    #expect(session.state.thread.focused == CommentID(30))
  }

  @Test("A key after that stays where it leads")
  func laterKeyWins() {
    var session = session()
    session.press("G K")
    session.state.replace(with: Reading(Self.whole))
    #expect(session.state.thread.focused == CommentID(8))
  }

  @Test("Folds, focus and place stay when the whole comes in")
  func keepsView() {
    var session = session()
    session.press("J J h J")
    let before = session.rows.dropLast()
    session.state.replace(with: Reading(Self.whole))
    #expect(session.state.thread.focused == CommentID(3))
    #expect(session.state.thread.folds.contains(CommentID(2)))
    #expect(
      session.rows.dropLast().map { $0.replacing("40 comments", with: "10 comments") }
        .prefix(20) == before.prefix(20)
    )
  }
}
