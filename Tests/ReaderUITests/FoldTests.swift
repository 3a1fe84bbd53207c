import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

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
      CommentLiteral("Eve", "Fifth.", replies: [CommentLiteral("Flo", "Sixth.")]),
    ])

  private func session(_ keys: String = "") -> Session {
    var session = Session(
      Self.document,
      columns: 60,
      rows: 30,
      options: ReaderOptions(layout: .thread)
    )
    session.press("\(keys)")
    return session
  }

  private func folded(after keys: String) -> [Int] {
    let session = session(keys)
    return (0..<6).filter { session.state.thread.folds.contains(CommentID($0)) }
  }

  @Test("A folded comment stays on the row where it was")
  func foldKeepsRow() throws {
    var session = session("J")
    let before = try #require(session.rows.firstIndex { $0.contains("Bob") })
    session.press("h")
    let row = session.rows[before]
    #expect(row.contains("▸ Bob"))
    #expect(row.contains("1 reply"))
    #expect(!session.screen.contains("Third."))
  }

  @Test(
    "Folding and unfolding gives the same screen back",
    arguments: ["za za", "Enter Enter", "h l"]
  )
  func foldIsUndoneByUnfold(keys: String) {
    var session = session("J")
    let before = session.screen
    session.press(keys)
    #expect(session.screen == before)
  }

  @Test(
    "Fold keys fold what they say",
    arguments: [
      ("zM", [0, 1, 2, 3, 4, 5]), ("zM zR", []), ("J h", [1]), ("J h h h", [0, 1]),
      ("z1", [0, 4]), ("z2", [1]), ("z3", []), ("-", [1]), ("- -", [0, 4]),
      ("- - +", [1]), ("3 -", [0, 1, 2, 3, 4, 5]), ("J J zC", [0]), ("zM zv", [4, 5]),
      ("zM l", [1, 2, 3, 4, 5]), ("J Enter", [1]), ("z1 l", [4]), ("z1 l h", [0, 4]),
      ("z f", [0]), ("J z f", [1]), ("zM z f", [0, 1, 2, 3, 4, 5]),
    ]
  )
  func keys(keys: String, expected: [Int]) {
    #expect(folded(after: keys) == expected, "\(keys)")
  }

  @Test("z1 folds the replies to top-level comments and leaves the text of those")
  func foldReplies() {
    var session = session("z1")
    #expect(session.screen.contains("More of it.") && session.screen.contains("Fifth."))
    #expect(!session.screen.contains("Second.") && !session.screen.contains("Sixth."))
    #expect(session.rows.contains { $0.contains("▸ Ann") && $0.contains("3 replies") })
    session.press("l")
    #expect(session.screen.contains("Third."))
    session.press("h")
    #expect(session.screen.contains("More of it.") && !session.screen.contains("Second."))
    session.press("h")
    #expect(!session.screen.contains("More of it."))
  }

  @Test("zf folds the replies to one comment; one that has none says so")
  func foldBelow() {
    var session = session("J zf")
    #expect(session.screen.contains("Second.") && !session.screen.contains("Third."))
    #expect(session.screen.contains("Fourth."))
    session.press("zf")
    #expect(session.state.message?.text == "its replies are already folded")
    session.press("J zf")
    #expect(session.state.message?.text == "this comment has no replies")
  }

  @Test(
    "A document opens with folded what the settings say",
    arguments: [
      (nil, []), (0, [0, 1, 2, 3, 4, 5]), (1, [0, 4]), (2, [1]), (9, []),
    ] as [(Int?, [Int])]
  )
  func opening(levels: Int?, expected: [Int]) {
    var session = Session(
      Self.document,
      options: ReaderOptions(layout: .thread, openLevels: levels)
    )
    let folds = session.state.thread.folds
    #expect((0..<6).filter { folds.contains(CommentID($0)) } == expected)
    session.press("zR")
    #expect(session.state.thread.folds.isEmpty)
  }

  @Test("Comments that come later are folded as those that were there, unless all was unfolded")
  func laterComments() {
    let beginning = Document.literal(comments: [CommentLiteral("Ann", "First.")])
    for (keys, expected) in [("", [0, 4]), ("z2", [1]), ("zR", [])] {
      var session = Session(
        beginning,
        options: ReaderOptions(layout: .thread, openLevels: 1)
      )
      session.press(keys)
      session.replace(with: Self.document)
      let folds = session.state.thread.folds
      #expect((0..<6).filter { folds.contains(CommentID($0)) } == expected, "\(keys)")
    }
  }

  @Test("A search opens folded replies and folds them again, text and all as before")
  func searchInReplies() {
    var session = session("z1")
    session.press("/ T h i r d Enter")
    #expect(session.screen.contains("Third."))
    session.press("Esc")
    session.state.message = nil
    #expect(session.screen.contains("More of it.") && !session.screen.contains("Third."))
    session.press("/ i r Enter")
    // Its own hit is on the screen; the fold hides another.
    #expect(session.rows.contains { $0.contains("▸ Ann") && $0.contains("1 hit") })
  }

  @Test("Folding a folded comment again goes to its parent")
  func foldTwiceGoesUp() {
    #expect(session("J h h").state.thread.focused == CommentID(0))
  }

  @Test("zC from deep inside folds the thread and goes on to the next")
  func foldThread() {
    let session = session("J J zC")
    #expect(session.state.thread.focused == CommentID(4))
    #expect(session.screen.contains("▸ Ann"))
  }

  @Test("A step beyond the last level says so", arguments: ["+", "zM -"])
  func levelEnds(keys: String) {
    #expect(session(keys).state.message != nil)
  }

  @Test("What is hidden goes with its replies and comes back with X")
  func hide() {
    var session = session()
    let before = session.screen
    session.press("J x")
    #expect(!session.screen.contains("Second.") && !session.screen.contains("Third."))
    #expect(session.state.thread.focused == CommentID(3))
    session.press("X g")
    #expect(session.screen == before)
  }

  @Test("When all is hidden the screen says what helps, and it does")
  func hideAll() {
    var session = session("x x")
    #expect(session.screen.contains("All comments are hidden. X shows them."))
    session.press("J")
    #expect(session.state.message?.text == "all comments are hidden; X shows them")
    session.press("X")
    #expect(session.screen.contains("First.") && session.screen.contains("Sixth."))
  }

  @Test("Hiding a comment that reaches above the pane leaves none of its replies on the screen")
  func hideFromInside() {
    var session = Session(
      Self.document,
      columns: 60,
      rows: 6,
      options: ReaderOptions(layout: .thread)
    )
    session.press("j j k k x")
    #expect(!session.screen.contains("Second.") && !session.screen.contains("Third."))
    #expect(session.violation == nil)
  }

  @Test("Z undoes every change of view, the last first")
  func undo() {
    let changes = ["J h", "zM", "zR", "z2", "J x", "X", "v", "2 >", "+", "zC"]
    var session = Session(Self.document, columns: 80, rows: 30)
    session.press("Tab")
    var screens: [ThreadView] = []
    var layouts: [PaneLayout] = []
    for keys in changes {
      screens.append(session.state.thread)
      layouts.append(session.state.panes)
      session.press(keys)
    }
    while session.state.message?.text != "nothing to undo", !screens.isEmpty {
      session.press("Z")
      if session.state.navigation.undo.isEmpty { break }
    }
    #expect(session.state.thread.folds == screens[0].folds)
    #expect(session.state.thread.hidden == screens[0].hidden)
    #expect(session.state.panes == layouts[0])
  }

  @Test(
    "Comments can be put at the top, in the middle, at the bottom",
    arguments: [
      ("zt", 1), ("zz", 11), ("zb", 19), ("zb h", 19), ("zb h l", 19),
    ]
  )
  func placing(keys: String, row: Int) {
    var session = Session(
      Sample.chain,
      columns: 60,
      rows: 22,
      options: ReaderOptions(layout: .thread)
    )
    session.press("7 G \(keys)")
    #expect(session.cursor?.row == row, "\(keys)")
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
