import DocumentModel
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Questions, and undoing a reload")
struct QuestionTests {
  private static let question = Question(
    "Not reloaded: 127.0.0.1 asks for a login. Press y to show that instead, any other key to stay here.",
    agreed: .showReload,
    declined: "not reloaded; R tries again"
  )

  private static func document(_ count: Int, article: [BlockLiteral] = ["A lamp."]) -> Document {
    .literal(
      article: article,
      comments: (0..<count).map { CommentLiteral("Ann", "Letter \($0).", id: "\($0)") }
    )
  }

  @Test(
    "The next key answers, and only y agrees",
    arguments: [("y", true), ("Y", true), ("n", false), ("Esc", false), ("j", false), ("q", false)]
  )
  func answers(_ key: String, _ isAgreed: Bool) {
    var session = Session(Self.document(3), rows: 12)
    session.state.ask(Self.question)
    #expect(session.screen.contains("asks for a login"))
    session.press(key)
    #expect(session.effects.contains(.showReload) == isAgreed)
    #expect(!session.effects.contains(.quit))
    #expect((session.state.message?.text == "not reloaded; R tries again") == !isAgreed)
    #expect(session.state.mode == .reading)
  }

  @Test("It can be read to its end in a small window")
  func small() {
    var session = Session(Self.document(3), columns: 30, rows: 8)
    session.state.ask(Self.question)
    #expect(session.screen.contains("stay here."))
    #expect(session.violation == nil)
  }

  @Test("Keys that are meant for a line or a list answer nothing")
  func elsewhere() {
    var session = Session(Self.document(3), rows: 12)
    session.press(":")
    session.state.ask(Self.question)
    session.press("y")
    #expect(session.state.mode.prompt?.text == "y")
    #expect(session.effects.isEmpty)
  }

  @Test("Z takes back a reload in its turn, and what was marked stays where it was")
  func undo() {
    var session = Session(
      Self.document(6),
      rows: 20,
      options: ReaderOptions(layout: .thread)
    )
    session.press("2 G h 3 G m a")
    session.revise(
      to: Self.document(2),
      places: (0..<6).map { CommentID(min($0, 1)) },
      news: "4 gone"
    ) { _ in }
    session.extend(to: Self.document(3), places: [CommentID(0), CommentID(1)])
    session.press("1 G h")
    #expect(session.state.thread.folds.contains(CommentID(0)))
    session.press("Z")
    #expect(session.state.thread.folds.contains(CommentID(0)) == false)
    #expect(session.state.document.comments.count == 3)
    session.press("Z")
    #expect(session.state.document.comments.count == 6)
    #expect(session.effects.contains(.undoReload))
    #expect(session.state.thread.folds.contains(CommentID(1)))
    session.press("Z")
    #expect(!session.state.thread.folds.contains(CommentID(1)))
    session.press("Z")
    #expect(session.state.message?.text == "nothing to undo")
    #expect(session.violation == nil)
  }

  @Test("Nobody is told that there are no comments as long as some may come")
  func loading() {
    var session = Session(.literal(article: ["A lamp."]), columns: 120, rows: 20)
    session.state.expectMore()
    #expect(!session.screen.lowercased().contains("no comments"))
    session.replace(with: .literal(article: ["A lamp."]))
    #expect(session.screen.lowercased().contains("no comments"))
    let way = Continuation(.discussion, .page("https://example.org/?noscript"))
    session.replace(with: .literal(article: ["A lamp."], continuations: [way]))
    #expect(session.screen.contains("L loads them"))
    session.press("L")
    session.state.setProgress(Progress(label: "loading", share: nil), of: .loading)
    #expect(!session.screen.lowercased().contains("no comments"))
    session.state.setDuration(11, of: .loading)
    #expect(session.screen.contains("loading… 11 s, Esc stops"))
    #expect(session.violation == nil)
  }
}
