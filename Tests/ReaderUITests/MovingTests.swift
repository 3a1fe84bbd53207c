import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Moving")
struct MovingTests {
  /// The comment that has the focus after `keys`, typed in the thread of the bridge.
  private func focus(after keys: String, in document: Document = Sample.bridge) -> Int? {
    var session = Session(document, columns: 80, rows: 24)
    session.press("Tab \(keys)")
    return session.state.thread.focused?.index
  }

  // The bridge: 0 Ines > (1 Hugo > 2 Ines > 3 Mara, 4 Tobias), 5 Pella > (6, 7 Hugo), 8, 9 > 10.
  @Test(
    "Keys go from comment to comment",
    arguments: [
      ("J", 1), ("J J J K", 2), ("5 J", 5), ("} }", 8), ("} {", 0), ("J }", 4), ("4 }", 9),
      ("^N", 5), ("3 ^N", 9), ("^N ^P", 0), ("J J ^P", 0), ("3 J P", 2), ("3 J 2 P", 1),
      ("3 J ^", 0), ("*", 2), ("* *", 8), ("2 *", 8), ("8 J # #", 0), ("] o", 3), ("6 J [ o", 3),
      ("7 G", 6), ("3 g", 2), ("G", 10), ("G g", 0), ("5 0 %", 5), ("1 0 0 %", 10), ("9 9 G", 10),
      ("l", 1), ("J J J h h", 2), ("J J z M", 0), ("^ P", 0),
    ]
  )
  func moves(keys: String, expected: Int) {
    #expect(focus(after: keys) == expected, "\(keys)")
  }

  @Test(
    "A move that cannot be made says why and stays",
    arguments: [
      ("P", "no parent: this starts a thread"), ("^", "already at the start of the thread"),
      ("K", "first comment"), ("G J", "last comment"), ("^P", "first thread"),
      ("G ^N", "last thread"), ("{", "no earlier reply to the same comment"),
      ("J } }", "no later reply to the same comment"), ("(", "no earlier position to go back to"),
      (")", "no later position to go forward to"), ("' q", "no mark q; mq sets it"),
      ("%", "type a number first: 50% goes to the middle"), ("2 0 0 G", "there are 11 comments"),
      ("8 J l", "this comment has no replies"), ("6 J *", "no later comment by this author"),
      ("e", "this comment is complete"), ("X", "nothing is hidden"), ("Z", "nothing to undo"),
      ("\\", "no search is active"), ("n", "nothing was searched for yet; / starts a search"),
    ]
  )
  func refusals(keys: String, message: String) {
    var session = Session(Sample.bridge)
    session.press("Tab \(keys)")
    #expect(session.state.message?.text.hasPrefix(message) == true, "\(keys)")
  }

  @Test("A move to a comment that is not there leaves the focus in the article")
  func refusedFromArticle() {
    var session = Session(Sample.chain)
    session.press("] o")
    #expect(session.state.message?.text == "no later comment by the article's author")
    #expect(session.state.focus == .article)
  }

  @Test("A count that leads too far goes as far as there is, onto the screen")
  func countTooFar() throws {
    var session = Session(Sample.bridge)
    session.press("Tab 5 0 J")
    #expect(session.state.thread.focused == CommentID(10))
    #expect(session.screen.contains("Beautiful"))
    #expect(session.state.message?.text == "last comment")
  }

  @Test("j goes through a comment longer than the pane, then on to the next")
  func longComment() {
    var session = Session(
      Sample.long,
      columns: 60,
      rows: 16,
      options: ReaderOptions(layout: .thread)
    )
    session.press("J")
    var seen: [String] = []
    for _ in 0..<60 where session.state.thread.focused == CommentID(1) {
      seen += session.rows
      session.press("j")
    }
    #expect(session.state.thread.focused == CommentID(2))
    for sentence in 1...60 where sentence % 7 == 0 {
      #expect(seen.contains { $0.contains("Sentence \(sentence)") }, "sentence \(sentence)")
    }
    session.press("k")
    #expect(session.state.thread.focused == CommentID(1))
    #expect(session.screen.contains("Sentence 60"))
  }

  @Test("Moving to a comment shows its header and as much of its text as fits")
  func showsWhole() {
    var session = Session(
      Sample.bridge,
      columns: 50,
      rows: 12,
      options: ReaderOptions(layout: .thread)
    )
    for name in [
      "Hugo", "Ines", "Mara", "Tobias", "Pella", "[no name]", "Hugo", "Ines", "川端", "Zo",
    ] {
      session.press("J")
      #expect(session.screen.contains(name))
      #expect(session.cursor.map { $0.row < 10 } == true)
    }
  }

  @Test("Back leads through the places jumped from, forward leads on again")
  func backAndForward() {
    var session = Session(Sample.bridge)
    session.press("Tab 4 G 9 G")
    session.press("^O")
    #expect(session.state.thread.focused == CommentID(3))
    session.press("(")
    #expect(session.state.thread.focused == CommentID(0))
    session.press(") )")
    #expect(session.state.thread.focused == CommentID(8))
  }

  @Test("A jump from the article leads back to the article")
  func backToArticle() {
    var session = Session(Sample.bridge)
    session.press("4 j")
    let anchor = session.state.article.anchor
    session.press("] o")
    #expect(session.state.focus == .thread)
    session.press("^O")
    #expect(session.state.focus == .article)
    #expect(session.state.article.anchor == anchor)
  }

  @Test("A jump that fails leaves nothing to go back to")
  func failedJump() {
    var session = Session(Sample.bridge)
    session.press("Tab P P ^P ^O")
    #expect(session.state.message?.text == "no earlier position to go back to")
  }

  @Test("'' goes to where the last jump began, and again back")
  func lastPlace() {
    var session = Session(Sample.bridge)
    session.press("Tab J 9 G ' '")
    #expect(session.state.thread.focused == CommentID(1))
    session.press("' '")
    #expect(session.state.thread.focused == CommentID(8))
  }

  @Test("Marks lead back to where they were made, in either pane")
  func marks() {
    var session = Session(Sample.bridge)
    session.press("5 j m a Tab 7 G m b g")
    session.press("' b")
    #expect(session.state.thread.focused == CommentID(6))
    session.press("' a")
    #expect(session.state.focus == .article)
    session.press("] m")
    #expect(session.state.focus == .thread && session.state.thread.focused == CommentID(6))
    session.press("[ m")
    #expect(session.state.focus == .article)
    session.press("B j Enter")
    #expect(session.state.thread.focused == CommentID(6))
  }

  @Test("Esc gives up naming a mark, and says so")
  func markCancelled() {
    var session = Session(Sample.bridge)
    session.press("m")
    #expect(session.rows.last?.contains(" m ") == true)
    session.press("Esc")
    #expect(session.state.navigation.marks.isEmpty)
    #expect(session.state.message != nil)
  }

  @Test("J and K go through the headings of the article, } and { through its paragraphs")
  func article() {
    var session = Session(
      Sample.bridge,
      columns: 60,
      rows: 10,
      options: ReaderOptions(layout: .article)
    )
    session.press("J")
    #expect(session.rows[0].contains("What the stones say"))
    session.press("}")
    #expect(session.rows[0].contains("The blocks were cut"))
    session.press("{ K")
    #expect(session.state.message?.text == "no earlier heading")
    session.press("] q")
    #expect(session.rows[0].contains("It was there before"))
  }

  @Test(
    "Scrolling down and up again gives the screen back",
    arguments: ["j k", "d u", "Space b", "7 j 7 k"]
  )
  func downAndUp(keys: String) {
    var session = Session(
      Sample.bridge,
      columns: 60,
      rows: 12,
      options: ReaderOptions(layout: .article)
    )
    session.press("3 j")
    let before = session.screen
    session.press(keys)
    #expect(session.screen == before)
  }

  @Test("Pages overlap, reach the end, and say so there")
  func pages() {
    var session = Session(
      Sample.bridge,
      columns: 60,
      rows: 12,
      options: ReaderOptions(layout: .thread)
    )
    var screens: [String] = []
    for _ in 0..<12 {
      screens += session.rows.dropFirst().dropLast()
      session.press("Space")
    }
    for text in ["Has anybody", "The accounts are lost", "The ladder is on", "Beautiful"] {
      #expect(screens.contains { $0.contains(text) }, "\(text)")
    }
    #expect(session.state.message?.text == "end of the comments")
    #expect(session.state.thread.focused == CommentID(10))
  }

  @Test("^N in the article goes to the thread where it stands")
  func threadFromArticle() {
    var session = Session(Sample.bridge)
    session.press("^N")
    #expect(session.state.focus == .thread && session.state.thread.focused == CommentID(0))
  }

  @Test("Where there are no comments every command stays calm")
  func noComments() {
    for command in Command.table {
      for document in [Sample.silent, Document.literal(title: "", article: [], comments: [])] {
        var session = Session(document)
        for keys in command.keys { session.press("Tab \(keys) Esc Esc \(keys)") }
        #expect(session.violation == nil, "\(command.name)")
      }
    }
  }
}
