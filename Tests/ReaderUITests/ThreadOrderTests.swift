import DocumentModel
import TestSupport
import Testing
import TextSearch

@testable import ReaderUI

@Suite("Sorting the thread")
struct ThreadOrderTests {
  private static let document = Document.literal(
    comments: [
      CommentLiteral(nil, "Text", state: .headerless),
      CommentLiteral(
        "Ann",
        "One, http://a.example here.",
        at: 10,
        score: 3,
        replies: [
          CommentLiteral("Bob", "Two.", at: 90, score: 1),
          CommentLiteral("Cy", "Three.", at: 20, score: 7),
        ]
      ),
      CommentLiteral("Dee", "Four.", at: 50, score: 9),
      CommentLiteral("Eve", "Five.", at: 30),
      CommentLiteral(nil, state: .placeholder),
    ]
  )

  private func session(_ keys: String = "") -> Session {
    var session = Session(Self.document, columns: 120, rows: 30)
    session.press("Tab \(keys)")
    return session
  }

  private func authors(_ session: Session) -> [String] {
    session.state.document.commentIDs.map { session.state.reading.nameShown(for: $0) }
  }

  @Test(
    "Comments that answer the same are sorted; a place for more stays last",
    arguments: [
      (ThreadOrder.newest, "Dee Eve Ann Bob Cy"), (.oldest, "Ann Cy Bob Eve Dee"),
      (.answers, "Ann Bob Cy Dee Eve"), (.latest, "Ann Bob Cy Dee Eve"),
      (.points, "Dee Ann Cy Bob Eve"), (.given, "Ann Bob Cy Dee Eve"),
    ]
  )
  func orders(order: ThreadOrder, expected: String) {
    var session = session()
    session.press(":")
    session.type("sort \(order.rawValue)")
    session.press("Enter")
    let shown = authors(session)
    #expect(shown.dropFirst().dropLast().joined(separator: " ") == expected)
    #expect(shown.first == "unattributed text" && shown.last == Reading.notSaved)
    #expect(session.state.document.invariantViolations().isEmpty)
    #expect(session.violation == nil)
  }

  @Test("A conversation stays the same one when the thread is sorted")
  func conversation() {
    var session = session("/ T w o Enter C")
    func shown() -> [String] {
      let folding = session.state.thread.folding
      let kept = session.state.document.commentIDs.filter { !folding.filtersOut($0) }
      return kept.map { session.state.reading.nameShown(for: $0) }
    }
    #expect(shown() == ["Ann", "Bob"])
    session.press(":")
    session.type("sort points")
    session.press("Enter")
    #expect(authors(session).firstIndex(of: "Dee") == 1)
    #expect(shown() == ["Ann", "Bob"])
  }

  @Test("S goes through the orders and back to that of the source")
  func round() {
    var session = session()
    let before = authors(session)
    session.press("S")
    #expect(session.state.message?.text == "sorted: newest first")
    #expect(session.rows.contains { $0.contains("5 comments · newest first") })
    session.press("5 S")
    #expect(session.state.message?.text == "sorted: in the order of the source")
    #expect(authors(session) == before)
  }

  @Test("The focus, folds, marks and hidden comments stay with their comments, and Z takes it back")
  func kept() {
    var session = session("J J m a K h S")
    let state = session.state
    #expect(state.thread.focused.map { state.reading.nameShown(for: $0) } == "Ann")
    #expect(state.thread.folds.contains(CommentID(3)))
    session.press("' a")
    #expect(session.state.thread.focused.map { session.state.document[$0].score } == 1)
    session.press("S Z")
    #expect(session.state.thread.order == .newest)
    session.press("Z Z")
    #expect(session.state.thread.order == .given && authors(session)[1] == "Ann")
  }

  @Test("Search and links find their places in a sorted thread")
  func search() {
    var session = session("S / t h r e e Enter")
    #expect(session.state.search.active?.found.hits.count == 1)
    #expect(session.state.thread.focused == CommentID(5))
    session.press("Esc g g ] l o")
    #expect(session.effects == [.open("http://a.example")])
  }

  @Test("What is loaded into a sorted thread is sorted in")
  func loaded() {
    var session = session("S")
    let base = session.state.document
    let fresh = CommentLiteral("Flo", "Six.", at: 100)
    let extended = Document.literal(
      comments: [
        CommentLiteral(nil, "Text", state: .headerless),
        CommentLiteral("Dee", "Four.", at: 50, score: 9),
        CommentLiteral("Eve", "Five.", at: 30),
        CommentLiteral(
          "Ann",
          "One, http://a.example here.",
          at: 10,
          score: 3,
          replies: [
            CommentLiteral("Bob", "Two.", at: 90, score: 1),
            CommentLiteral("Cy", "Three.", at: 20, score: 7),
          ]
        ), CommentLiteral(nil, state: .placeholder), fresh,
      ]
    )
    session.extend(to: extended, places: Array(base.commentIDs))
    #expect(authors(session)[1] == "Flo" && session.state.thread.order == .newest)
  }
}
