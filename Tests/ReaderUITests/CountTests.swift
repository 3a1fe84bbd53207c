import DocumentModel
import TestSupport
import Testing
import TextSearch

@testable import ReaderUI

@Suite("How many comments there are")
struct CountTests {
  /// Text without a header, three comments, a place for more and one that was taken down.
  private static let mixed = Document.literal(
    comments: [
      CommentLiteral(nil, "trackback", "[…] a lantern on another page […]", state: .headerless),
      CommentLiteral(
        "Ines",
        "First.",
        replies: [
          CommentLiteral(nil, "load more", state: .placeholder), CommentLiteral("Hugo", "Second."),
        ]
      ),
      CommentLiteral("Bram", "Third.", replies: [CommentLiteral(nil, "more", state: .placeholder)]),
      CommentLiteral(nil, state: .deleted),
    ],
    missingComments: MissingComments(declared: 9)
  )

  /// A page whose comments cannot be told apart.
  private static let loose = Document.literal(
    comments: [CommentLiteral(nil, "Ann", "Yes.", "Bob", "No.", state: .headerless)],
    missingComments: MissingComments(declared: 27)
  )

  private func session(_ keys: String, _ document: Document = mixed) -> Session {
    var session = Session(document, rows: 40)
    session.press(keys)
    return session
  }

  @Test("The head of the thread counts what is there, the status line numbers it")
  func numbers() {
    #expect(session("").screen.contains("4 of 9 comments"))
    let places = [
      "unattributed text", "comment 1 of 4", "not in this file", "comment 2 of 4",
      "comment 3 of 4", "not in this file", "comment 4 of 4",
    ]
    for (index, place) in places.enumerated() {
      let keys = "Tab" + String(repeating: " J", count: index)
      #expect(session(keys).rows.last?.contains("thread · \(place) ·") == true, "\(place)")
    }
  }

  @Test("A comment is gone to by its number", arguments: [(1, 1), (2, 3), (4, 6), (9, 6)])
  func goTo(number: Int, index: Int) {
    let session = session("\(number) G")
    #expect(session.state.thread.focused == CommentID(index))
    #expect(session.state.message?.text == (number > 4 ? "there are 4 comments" : nil))
  }

  @Test("A fold tells how many replies it hides, and X how many comments were hidden")
  func folds() {
    #expect(session("Tab 1 G h").screen.contains("Ines · 1 day ago · 1 reply"))
    #expect(session("Tab 3 G h").screen.contains("Bram · 1 day ago · more"))
    #expect(session("Tab 1 G x").state.message?.text == "2 comments hidden; X shows them, Z undoes")
    #expect(session("Tab x").state.message?.text == "hidden; X shows it, Z undoes")
  }

  @Test("Comments that are gone are shown and not counted")
  func gone() {
    var session = session("")
    let places = Array(Self.mixed.commentIDs)
    session.revise(to: Self.mixed, places: places, news: "1 gone") { $0.gone.insert(CommentID(3)) }
    #expect(session.screen.contains("3 of 9 comments"))
    #expect(session.screen.contains("Hugo") && session.screen.contains("· removed"))
    session.press("2 G")
    #expect(session.rows.last?.contains("comment 2 of 3") == true)
    #expect(session.state.thread.focused == CommentID(4))
    session.press("K")
    #expect(session.rows.last?.contains("removed comment") == true)
    session.press("1 G h =")
    #expect(session.screen.contains("Comments      3 "))
    #expect(session.screen.contains("Authors       2 "))
  }

  @Test("Text without a header stands first; it is found, folded and copied like a comment")
  func headerless() {
    #expect(session("Tab").screen.contains("• unattributed text"))
    #expect(session("Tab h").screen.contains("▸ unattributed text  trackback"))
    #expect(session("Tab y y").effects == [.copy("trackback\n\n[…] a lantern on another page […]")])
    var found = session("Tab h /")
    found.type("lantern")
    #expect(found.state.search.active?.found.hits.count == 1)
    found.press("Enter")
    #expect(found.screen.contains("search 1/1") && found.screen.contains("[…] a lantern on"))
  }

  @Test("Where comments cannot be told apart, nothing says that there is one")
  func notToldApart() {
    let start = session("", Self.loose)
    #expect(start.screen.contains("27 comments in one text"))
    #expect(!start.screen.contains("1 comment") && !start.screen.contains("1 of 27"))
    let thread = session("Tab", Self.loose)
    #expect(thread.rows.last?.contains("thread · unattributed text · ") == true)
    #expect(session("1 G", Self.loose).state.message?.text == "these comments are not numbered")
    #expect(session("=", Self.loose).screen.contains("Comments      27 comments in one text"))
    #expect(session("Tab x", Self.loose).screen.contains("All comments are hidden"))
    #expect(!session("Tab x", Self.loose).screen.contains("1 hidden"))
  }

  @Test(
    "Messages do not call unattributed text a comment",
    arguments: [
      ("J", "last text"), ("K", "first text"), ("e", "this text is complete"),
      ("y t", "copied the text"),
    ]
  )
  func messages(keys: String, message: String) {
    let said = session("Tab \(keys)", Self.loose).state.message?.text
    #expect(said?.hasPrefix(message) == true, "\(keys): \(said ?? "")")
  }
}
