import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("The room the panes get")
struct PaneNeedsTests {
  static let comments = (1...30).map {
    CommentLiteral("Author \($0)", "There is something to say about the mill.")
  }
  /// A post that is no more than a link.
  static let post = Document.literal(
    title: "The mill below the bridge",
    byline: "by ines",
    article: ["https://example.org/mill"],
    comments: comments
  )
  /// A question of some twenty lines at most widths.
  static let query = Document.literal(
    title: "How was the wheel driven?",
    article: (1...6).map { index in
      BlockLiteral(
        .paragraph,
        "Paragraph \(index) of the question is about the wheel, and about the river."
      )
    },
    comments: comments
  )

  private func rows(_ session: Session) -> (article: Int, thread: Int) {
    let panes = session.state.panes
    return (panes.article?.size.rows ?? 0, panes.thread?.size.rows ?? 0)
  }

  @Test("Stacked, the pane with the focus has two thirds of the rows, and Tab moves the border")
  func focusHasTheRoom() {
    var session = Session(Sample.bridge)
    #expect(rows(session) == (15, 7))
    session.press("Tab")
    #expect(rows(session) == (7, 15))
    session.press("Tab")
    #expect(rows(session) == (15, 7))
  }

  @Test("Tab and Tab again give the screen back", arguments: [(80, 24), (60, 40), (120, 36)])
  func tabTwice(columns: Int, rows: Int) {
    var session = Session(Sample.bridge, columns: columns, rows: rows)
    session.press("Tab 4 J Tab 3 j")
    let before = session.screen
    session.press("Tab Tab")
    #expect(session.screen == before)
  }

  @Test("A border the reader has moved stays where it was put; :layout auto lets go of it")
  func movedBorder() {
    var session = Session(Sample.bridge)
    session.press("2 >")
    let moved = rows(session)
    session.press("Tab")
    #expect(rows(session) == moved)
    session.type(":layout auto")
    session.press("Enter")
    #expect(rows(session) == (7, 15))
  }

  @Test(
    "A post that is only a link takes the rows it needs at any size, and reading starts below it",
    arguments: [(80, 24), (120, 36), (200, 60), (50, 18)]
  )
  func linkPost(columns: Int, rows: Int) {
    var session = Session(Self.post, columns: columns, rows: rows)
    for _ in 0..<2 {
      #expect(session.state.panes.mode == .stacked)
      #expect(self.rows(session) == (5, rows - 7))
      #expect(session.state.panes.thread?.size.columns == columns)
      session.press("Tab")
    }
    #expect(session.state.focus == .thread)
  }

  @Test("Beside the thread a short article takes the columns in which it is seen whole")
  func question() throws {
    let session = Session(Self.query, columns: 120, rows: 36)
    let panes = session.state.panes
    let columns = try #require(panes.article?.size.columns)
    #expect(panes.mode == .side && columns < 59)
    #expect(session.screen.contains("Paragraph 6"))
    // A window with room for both has no need to press it.
    #expect(Session(Self.query, columns: 200, rows: 40).state.panes.article?.size.columns == 99)
  }

  @Test("A short thread leaves its rows to the article, folded or not")
  func shortThread() {
    let document = Document.literal(
      article: (1...40).map { BlockLiteral(.paragraph, "Paragraph \($0) of the article.") },
      comments: [CommentLiteral("Ines", "First."), CommentLiteral("Bram", "Second.")]
    )
    var session = Session(document)
    session.press("Tab")
    #expect(rows(session) == (16, 6))
    session.press("h")
    #expect(rows(session) == (16, 6))
  }

  @Test(
    "Reading starts in the comments where the article says no more than its title",
    arguments: [
      (["https://example.org/mill"], Pane.thread), ([], .thread), (["The mill"], .thread),
      ([BlockLiteral(.image, "")], .thread), (["Seen from the bridge."], .article),
      (["https://example.org/mill", "I went there."], .article),
    ] as [([BlockLiteral], Pane)]
  )
  func start(article: [BlockLiteral], pane: Pane) {
    let document = Document.literal(title: "The mill", article: article, comments: Self.comments)
    #expect(Session(document).state.focus == pane)
    let silent = Document.literal(title: "The mill", article: article)
    #expect(Session(silent).state.focus == .article)
  }

  @Test("The comments of a link take the focus when they come, those of an article do not")
  func startLater() {
    for (document, pane) in [(Self.post, Pane.thread), (Self.query, .article)] {
      let texts = document.blocks(of: document.article).map {
        BlockLiteral(.paragraph, document.text(of: $0))
      }
      var session = Session(.literal(title: document.title, article: texts))
      session.state.expectMore()
      #expect(session.state.focus == .article)
      session.replace(with: document)
      #expect(session.state.focus == pane)
    }
  }

  @Test("In a small window Tab turns the page", arguments: [(30, 8), (39, 30), (80, 15), (20, 5)])
  func small(columns: Int, rows: Int) {
    var session = Session(Sample.bridge, columns: columns, rows: rows)
    #expect(self.rows(session) == (rows - 1, 0))
    session.press("Tab")
    #expect(self.rows(session) == (0, rows - 2))
    session.press("Tab")
    #expect(self.rows(session) == (rows - 1, 0))
    session.send(.resize(Size(columns: 80, rows: 24)))
    #expect(session.state.panes.mode == .stacked)
  }

  @Test("Space at the end of the article goes on in the comments, b at their start goes back")
  func space() {
    var session = Session(Sample.bridge)
    session.press("G Space")
    #expect(session.state.focus == .thread && session.state.thread.focused == CommentID(0))
    session.press("b")
    #expect(session.state.focus == .article)
    session.press("Space J J Tab Space")
    #expect(session.state.thread.focused == CommentID(2))
    session.press("Tab j")
    #expect(session.state.message?.text == "end of the article; Space goes on to the comments")
  }

  @Test("Space does not leave an article of which there is more below")
  func spaceInside() {
    var session = Session(Sample.bridge, rows: 16)
    session.press("Space")
    #expect(session.state.focus == .article)
    #expect(session.state.article.anchor != ScrollAnchor())
  }
}
