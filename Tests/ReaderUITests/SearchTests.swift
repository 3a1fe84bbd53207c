import DocumentModel
import Terminal
import TestSupport
import Testing
import TextSearch

@testable import ReaderUI

@Suite("Searching")
struct SearchTests {
  static let document = Document.literal(
    title: "On cats",
    article: ["A cat sat.", "No animal here.", "The Cat again."],
    comments: [
      CommentLiteral(
        "Ann",
        "I had a cat.",
        replies: [
          CommentLiteral("Bob", "Two cats here: cat.", replies: [CommentLiteral("Cy", "Nothing.")]),
          CommentLiteral("Cathy", "Not one."),
        ]
      ),
      CommentLiteral("Eve", "A café without any."),
    ]
  )

  private func session(_ keys: String = "") -> Session {
    var session = Session(Self.document, columns: 120, rows: 30)
    session.press(keys)
    return session
  }

  private func hits(of pattern: String) -> Int? {
    var session = session("/")
    session.type(pattern)
    session.press("Enter")
    return session.state.search.active?.found.hits.count
  }

  /// A short text, one on which some patterns need more steps than there is time for, a short text.
  private static let hostile = Document.literal(
    title: "Letters",
    article: ["a b", .init(stringLiteral: String(repeating: "a", count: 300) + "b"), "a c"],
    comments: []
  )

  @Test("A pattern given up on a text is searched for in the others, and the status says so")
  func incomplete() {
    var session = Session(Self.hostile, columns: 120, rows: 30)
    session.press("/")
    session.type("(a|aa)+$|a c")
    session.press("Enter")
    #expect(session.screen.contains("search 1/1 incomplete"))
    #expect(session.screen.contains("1 text not searched"))
    session.press("Esc / Enter")
    #expect(session.screen.contains("1 text not searched"))
  }

  @Test("A key typed at the prompt searches nothing itself, whatever the pattern is")
  func searchesBesideKeys() {
    var session = Session(Self.hostile, columns: 120, rows: 30)
    session.press("/")
    for key in "(a|aa)+$|[".unicodeScalars {
      let effects = session.state.handle(.key(Key(key)))
      #expect(effects == [.continueSearch])
      #expect(session.state.search.active?.found.isDone == false)
      #expect(session.state.search.active?.found.progress == 0)
    }
    session.send(.paste("x"))
    #expect(session.screen.contains("unfinished expression"))
    session.press("Enter")
    #expect(session.screen.contains("missing terminating ]"))
    session.press("/")
    session.send(.paste(String(repeating: "a?", count: 2_000)))
    session.press("Enter")
    #expect(session.screen.contains("at most 1000 characters"))
  }

  @Test("After Esc, n goes on from the hit shown last", arguments: [("n", 5), ("N", 3)])
  func goesOnAfterEnd(key: String, hit: Int) {
    var session = session("/")
    session.type("cat")
    session.press("Enter n n n n")
    #expect(session.state.search.active?.current == 4)
    session.press("Esc \(key)")
    #expect(session.state.search.active?.current == hit)
  }

  @Test(
    "Lower case finds both cases, upper case itself, plain letters those with accents",
    arguments: [
      ("cat", 7), ("Cat", 2), ("cafe", 1), ("café", 1), ("cafê", 0), ("c.t", 7), ("^A", 3),
      ("two cats", 1), ("zzz", 0),
    ]
  )
  func patterns(pattern: String, count: Int) {
    #expect(hits(of: pattern) == count, "\(pattern)")
  }

  @Test("The first hit is shown while the pattern is typed")
  func incremental() {
    var session = session("/ T w o")
    #expect(session.state.thread.focused == CommentID(1))
    #expect(session.rows.last?.contains("1/1") == true)
    session.press("Backspace Backspace Backspace")
    #expect(session.state.focus == .article)
  }

  @Test("Esc in the prompt brings back both panes as they were, and all folds")
  func escape() {
    for keys in ["", "Tab", "Tab J h", "Tab zM", "2 j", "Tab 2 J x"] {
      var session = session(keys)
      session.state.message = nil
      let before = session.screen
      let folds = session.state.thread.folds
      session.press("/ n o t h i n g Esc")
      #expect(session.screen == before, "after \(keys)")
      #expect(session.state.thread.folds == folds)
      #expect(session.state.search.active == nil)
    }
  }

  @Test("n goes through article and comments to the end and on from the start, N backwards")
  func nextAndPrevious() throws {
    var session = session("/ c a t Enter")
    let total = try #require(session.state.search.active?.found.hits.count)
    var seen: [Int] = []
    for _ in 0..<total {
      seen.append(session.state.search.active?.current ?? -1)
      session.press("n")
    }
    #expect(seen == Array(0..<total))
    #expect(session.state.search.active?.current == 0)
    #expect(session.state.message?.text == "search continues at the start")
    session.press("N")
    #expect(session.state.search.active?.current == total - 1)
    #expect(session.state.message?.text == "search continues at the end")
    session.press("2 N")
    #expect(session.state.search.active?.current == total - 3)
  }

  @Test("After moving away n goes to the first hit from there, N to the last before")
  func fromHere() {
    var session = session("/ c a t Enter Tab g 3 J n")
    #expect(session.state.thread.focused == CommentID(3))
    session.press("g J N")
    #expect(session.state.thread.focused == CommentID(0))
  }

  @Test("n opens no more than the path to the hit; Esc closes it again")
  func openedPath() {
    var session = session("Tab zM")
    let folded = session.state.thread.folds
    session.press("/ t w o Enter")
    let open = (0..<5).filter { !session.state.thread.folds.contains(CommentID($0)) }
    #expect(open == [0, 1])
    session.press("Esc")
    #expect(session.state.thread.folds == folded)
    #expect(session.state.thread.focused == CommentID(0))
    #expect(session.state.search.active == nil)
  }

  @Test("A hit in a hidden comment is shown for as long as the search lasts")
  func hiddenHit() {
    var session = session("Tab J x / t w o Enter")
    #expect(session.screen.contains("Two cats"))
    session.press("Esc")
    #expect(!session.screen.contains("Two cats"))
    #expect(session.state.thread.hidden.contains(CommentID(1)))
  }

  @Test("A fold wears the number of hits inside, all comments counted")
  func badge() {
    let session = session("Tab / c a t Enter g h")
    #expect(session.screen.contains("4 hits"))
  }

  @Test("Highlights can be put out and lit again")
  func highlight() {
    var session = session("/ c a t Enter")
    let lit = session.state.search.active?.highlights
    session.press("\\")
    #expect(lit == true && session.state.search.active?.highlights == false)
    session.press("\\")
    #expect(session.state.search.active?.highlights == true)
  }

  @Test("^R takes the pattern as it stands")
  func literal() {
    var session = session("/ c . t")
    #expect(session.state.search.active?.found.hits.count == 7)
    session.press("^R")
    #expect(session.state.search.active?.found.hits.isEmpty == true)
    #expect(session.rows.last?.contains("literal") == true)
  }

  @Test("A search repeated after its end is taken as it was typed")
  func literalAgain() {
    var session = session("/ ^R s a t . Enter Esc n")
    #expect(session.state.search.active?.isLiteral == true)
    #expect(session.state.search.active?.found.hits.count == 1)
    session.press("Esc / Enter")
    #expect(session.state.search.active?.isLiteral == true)
  }

  @Test("Up and Down bring back what was searched for before")
  func history() {
    var session = session("/ o n e Enter / t w o Enter / Up")
    #expect(session.state.mode.prompt?.text == "two")
    session.press("Up")
    #expect(session.state.mode.prompt?.text == "one")
    session.press("Up Down Down")
    #expect(session.state.mode.prompt?.text == "")
  }

  @Test("A pattern that is wrong or not found says so and moves nothing")
  func wrong() {
    var session = session("2 j")
    let anchor = session.state.article.anchor
    session.press("/ ( Enter")
    #expect(session.state.message?.isWarning == true)
    session.press("/ z z z Enter")
    #expect(session.state.message?.text == "not found: zzz")
    #expect(session.state.article.anchor == anchor)
  }

  @Test("Hits in a completed text are found when it is open, those of the cut text when not")
  func completed() {
    let document = Document.literal(
      comments: [
        CommentLiteral("Ann", "The beginning of", cut: true), CommentLiteral("Bob", "Rest."),
      ]
    )
    let full = Document.literal(article: ["The beginning of the end of the end."])
    let completion = Completion(document: full, blocks: 0..<1, origin: "test")
    var session = Session(document)
    session.press("Tab / e n d Enter")
    #expect(session.state.search.active?.found.hits.isEmpty == true)
    session.complete([CommentID(0): completion], of: [CommentID(0)])
    #expect(session.state.search.active?.found.hits.count == 2)
    session.press("e")
    #expect(session.state.search.active?.found.hits.isEmpty == true)
    session.press("Z")
    #expect(session.state.search.active?.found.hits.count == 2)
    #expect(session.violation == nil)
  }
}
