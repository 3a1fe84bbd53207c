import DocumentModel
import Terminal
import TestSupport
import Testing
import TextSearch

@testable import ReaderUI

@Suite("Reading on while the rest loads")
struct ReplaceTests {
  private static func discussion(_ count: Int) -> Document {
    .literal(
      comments: (0..<count).map { index in
        CommentLiteral(
          "Author \(index)",
          "Text \(index).",
          replies: [CommentLiteral("Reply \(index)", "Yes.")]
        )
      }
    )
  }

  @Test("Folds, what is hidden, the focus and the screen stay when more comments come")
  func keepsState() {
    var session = Session(
      Self.discussion(10),
      columns: 80,
      rows: 20,
      options: ReaderOptions(layout: .thread, showsRail: false)
    )
    session.press("h 6 G x 1 3 G zt")
    let before = session.rows.dropFirst().dropLast()
    session.replace(with: Self.discussion(200))
    #expect(session.rows.dropFirst().dropLast() == before)
    #expect(session.state.thread.focused == CommentID(12))
    #expect(session.state.thread.folds.contains(CommentID(0)))
    #expect(session.state.thread.hidden.contains(CommentID(5)))
    #expect(session.state.document.comments.count == 400)
  }

  @Test("A search goes on in the whole document")
  func search() {
    var session = Session(Self.discussion(3))
    session.press("/ t e x t Enter")
    session.replace(with: Self.discussion(50))
    #expect(session.state.search.active?.found.hits.count == 50)
    session.press("n")
    #expect(session.violation == nil)
  }

  @Test("Marks and the way back lead where they led")
  func places() {
    var session = Session(Self.discussion(5))
    session.press("Tab 5 G m a 9 G")
    session.replace(with: Self.discussion(50))
    session.press("' a")
    #expect(session.state.thread.focused == CommentID(4))
    session.press("^O ^O")
    #expect(session.state.thread.focused == CommentID(4))
  }

  @Test(
    "Whatever was going on, a shorter document can take the place",
    arguments: [
      "Tab G", "Tab G x", "] l", "f", "M", "?", "U", ": f o", "/ t e x", "Tab 9 G m a", "m", "3",
      "z",
      "Tab zM G", "B",
    ]
  )
  func shorter(keys: String) {
    var session = Session(Self.discussion(10))
    session.press(keys)
    session.replace(with: Sample.silent)
    #expect(session.violation == nil)
    session.press("Esc Esc n N ' a ^O ( ) Z Tab j k G g Enter")
    #expect(session.violation == nil)
    session.replace(with: Self.discussion(3))
    #expect(session.violation == nil)
    #expect(session.state.thread.focused != nil)
  }

  @Test("Help stays open while the rest loads")
  func overlay() {
    var session = Session(Self.discussion(2))
    session.press("?")
    session.replace(with: Self.discussion(5))
    #expect(session.state.mode.overlay?.kind == .help)
  }
}
