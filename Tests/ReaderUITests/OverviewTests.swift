import DocumentModel
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Conversations and overviews")
struct OverviewTests {
  private static let document = Document.literal(
    author: "Mara",
    comments: [
      CommentLiteral(
        "Ann",
        "One.",
        score: 3,
        replies: [
          CommentLiteral(
            "Bob",
            "Two.",
            replies: [
              CommentLiteral("Ann", "Three.", replies: [CommentLiteral("Bob", "Four.", score: 9)]),
              CommentLiteral("Cy", "Aside.", replies: [CommentLiteral("Bob", "Sixth.")]),
            ]
          ),
          CommentLiteral("Dee", "Seventh.", byArticleAuthor: true),
        ]
      ),
      CommentLiteral("Eve", "Eighth, with http://a.example and http://b.example in it."),
    ]
  )

  private func session(_ keys: String, columns: Int = 100, rows: Int = 40) -> Session {
    var session = Session(
      Self.document,
      columns: columns,
      rows: rows,
      options: ReaderOptions(layout: .thread)
    )
    session.press(keys)
    return session
  }

  private func shown(_ session: Session) -> [Int] {
    let folding = session.state.thread.folding
    return Self.document.commentIDs.filter { !folding.filtersOut($0) }.map(\.index)
  }

  @Test(
    "C leaves what a comment answers, and the exchange between the two below it",
    arguments: [("2 G C", [0, 1, 2, 3]), ("5 G C", [0, 1, 4, 5]), ("C", [0, 1, 2, 3, 6])]
  )
  func conversation(keys: String, expected: [Int]) {
    let session = session(keys)
    #expect(shown(session) == expected)
    #expect(session.state.thread.folding.filtered?.count == expected.count)
    for back in ["C", "Z", "Esc"] { #expect(shown(session.pressing(back)).count == 8, "\(back)") }
  }

  @Test("C says why where there is no conversation")
  func alone() {
    #expect(
      session("G C").state.message?.text
        == "nobody has answered this comment, and it answers none"
    )
  }

  @Test("M lists a line for each comment in the thread, and Enter goes there")
  func outline() {
    let overlay = session("2 G M").state.mode.overlay
    #expect(overlay?.selectedRow?.text == "  Bob  Two.")
    #expect(overlay?.rows.count == 8)
    #expect(session("M G Enter").state.thread.focused == CommentID(7))
    #expect(session("M / s i x t h Enter Enter").state.thread.focused == CommentID(5))
    // What a filter leaves out is left out here.
    #expect(session("2 G C M").state.mode.overlay?.rows.count == 4)
  }

  @Test("A line of the outline is never longer than the window", arguments: [30, 80])
  func narrow(columns: Int) {
    let screen = session("M", columns: columns, rows: 24)
    #expect(screen.rows.filter { $0.contains("Eighth") }.count == 1)
    #expect(screen.violation == nil)
  }

  @Test("T lists comments that stand out, with the reason")
  func best() {
    let texts = session("T").state.mode.overlay?.rows.map(\.text) ?? []
    #expect(
      texts == [
        "Most points", "Bob · 9 points  Four.", "Ann · 3 points  One.", "", "Most answered",
        "Ann · 2 answers  One.", "Bob · 2 answers  Two.", "", "Most links",
        "Eve · 2 links  Eighth, with http://a.example and http://b.example in it.", "",
        "Longest exchanges of two", "Ann · 4 comments  One.", "", "By the article's author",
        "Dee  Seventh.",
      ]
    )
    #expect(session("T Enter").state.thread.focused == CommentID(3))
  }
}
