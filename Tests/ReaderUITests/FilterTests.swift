import DocumentModel
import TestSupport
import Testing
import TextSearch

@testable import ReaderUI

@Suite("The filter of the thread")
struct FilterTests {
  private static let document = Document.literal(
    comments: [
      CommentLiteral(
        "Ann",
        "The lock is dry.",
        "More of it.",
        replies: [
          CommentLiteral(
            "Bob",
            "Second.",
            replies: [CommentLiteral("Cy", "A café by the lock.")]
          ),
          CommentLiteral("Dee", "Fourth.", byArticleAuthor: true),
        ]
      ),
      CommentLiteral("Eve", "Fifth.", replies: [CommentLiteral("Flo", "The Lock, again.")]),
      CommentLiteral("Ann", blocks: [BlockLiteral(.paragraph, "Said before.", quoteDepth: 1)]),
    ])

  private func session(_ filter: String = "", folding keys: String = "") -> Session {
    var session = Session(
      Self.document,
      columns: 70,
      rows: 40,
      options: ReaderOptions(layout: .thread)
    )
    session.press(keys)
    guard !filter.isEmpty else { return session }
    session.press("&")
    session.type(filter)
    session.press("Enter")
    return session
  }

  private func matches(_ filter: String) -> [Int] {
    let filtered = FilteredComments(filter, in: Reading(Self.document))
    return Self.document.commentIDs.filter { filtered.matches.contains($0) }.map { $0.index }
  }

  @Test(
    "Finds what it asks for",
    arguments: [
      ("lock", [0, 2, 5]), ("Lock", [5]), ("cafe", [2]), ("lock depth>1", [2, 5]),
      ("from:ann", [0, 6]), ("from:ann not lock", [6]), ("fourth or fifth", [3, 4]),
      ("(fourth or from:flo) depth=2", [3, 5]), ("\"is dry\"", [0]), ("is dry", [0]),
      ("has:quote", [6]), ("author", [3]), ("in:thread(from:flo)", [4, 5]),
      ("!lock !from:b", [3, 4, 6]),
      ("new", []), ("nothing", []), ("from:\"ann\" lock", [0]),
      // Half-typed or with brackets that do not pair.
      ("lock depth<", [0, 2, 5]), ("from: lock", [0, 2, 5]), ("lock or", [0, 2, 5]),
      ("(lock", [0, 2, 5]), ("lock) cafe", [2]), ("not", [0, 1, 2, 3, 4, 5, 6]),
    ]
  )
  func matching(filter: String, expected: [Int]) {
    #expect(matches(filter) == expected)
  }

  @Test(
    "Finds who quotes a person, a phrase or the article",
    arguments: [
      ("quotes:ann", [1, 3]), ("quotes:bob", []), ("quotes:dee", [1]), ("quotes:article", [2]),
      ("quotes:\"boat from\"", [1, 3]), ("quotes:\"dee dum\"", []), ("quotes:boat !from:bob", [3]),
      // Half-typed.
      ("quotes: by", [0, 1, 3, 4]),
    ]
  )
  func quotes(filter: String, expected: [Int]) {
    func quote(_ text: String) -> BlockLiteral { BlockLiteral(.paragraph, text, quoteDepth: 1) }
    let document = Document.literal(
      article: ["It stands where the river is narrow."],
      comments: [
        CommentLiteral("Ann", "Oil came by boat from the north, Bob's oil."),
        CommentLiteral(
          "Bob",
          blocks: [quote("oil came by Boat from the"), quote("Dee: or by cart")]
        ),
        CommentLiteral("Dee", blocks: [quote("It stands where the River is")]),
        // Words of no quotation, and a quotation too short to tell.
        CommentLiteral("Cy", blocks: [quote("by boat from"), quote("by boat")]),
        CommentLiteral("Eve", "Ann says: oil came by boat from the north."),
      ]
    )
    let filtered = FilteredComments(filter, in: Reading(document))
    let found = document.commentIDs.filter { filtered.matches.contains($0) }.map { $0.index }
    #expect(found == expected)
  }

  @Test(
    "A subject is that of what is answered, up to the title, unless a message has one of its own",
    arguments: [
      ("subject:stone", [0, 3]), ("subject:gate", [1, 2]), ("subject:\"the gate\"", [1, 2]),
      ("subject:gate stays", [2]), ("subject:", [0, 1, 2, 3]), ("subject:lock", []),
    ]
  )
  func subjects(filter: String, expected: [Int]) {
    let document = Document.literal(
      title: "A bridge of stone",
      comments: [
        CommentLiteral(
          "Ann",
          "The lock is dry.",
          replies: [
            CommentLiteral(
              "Bob",
              blocks: [BlockLiteral(.heading, "The gate", level: 4), "It opens."],
              replies: [CommentLiteral("Cy", "It stays.")]
            )
          ]
        ),
        CommentLiteral("Dee", "No gate."),
      ]
    )
    let filtered = FilteredComments(filter, in: Reading(document))
    #expect(document.commentIDs.filter { filtered.matches.contains($0) }.map(\.index) == expected)
  }

  @Test("Brackets nested a thousand deep are read")
  func nesting() {
    let deep = String(repeating: "(", count: 1000) + "lock" + String(repeating: ")", count: 1000)
    #expect(matches(deep) == [0, 2, 5])
  }

  @Test("What a comment answers stays, on a line; the rest goes, and the status line says how many")
  func context() {
    let session = session("cafe")
    #expect(session.screen.contains("A café by the lock"))
    #expect(session.rows.contains { $0.contains("▾ Bob") && $0.contains("Second.") })
    #expect(session.rows.contains { $0.contains("▾ Ann") && $0.contains("The lock is dry.") })
    #expect(!session.screen.contains("More of it."))
    #expect(!session.screen.contains("Dee") && !session.screen.contains("Eve"))
    #expect(session.rows.last?.contains("filter 1/7") == true)
    #expect(session.screen.contains("1 of 7 comments · cafe"))
    #expect(session.state.thread.focused == CommentID(2))
  }

  @Test("Counts while it is typed; Esc goes back to what was shown")
  func typing() {
    var session = session(folding: "z M")
    let before = session.state.thread
    session.press("&")
    session.type("lock")
    #expect(session.rows.last?.hasSuffix("3 of 7") == true)
    #expect(session.screen.contains("A café by the lock"))
    session.press("Esc")
    #expect(session.state.thread == before)
    #expect(!session.screen.contains("A café by the lock."))
  }

  @Test(
    "Esc takes it off, and so do an empty pattern and Z; folds are as they were",
    arguments: ["Esc", "& ^U Enter", "Z"]
  )
  func end(keys: String) {
    var session = session("lock", folding: "z M")
    #expect(session.screen.contains("A café by the lock"))
    session.press(keys)
    #expect(session.state.thread.folding.filtered == nil)
    #expect((0..<7).allSatisfy { session.state.thread.folds.contains(CommentID($0)) })
    #expect(session.state.savedView.folded.count == 7)
  }

  @Test("A view that is kept has the folds without the filter")
  func saved() {
    let session = session("lock", folding: "z M")
    #expect(session.state.savedView.folded.count == 7)
  }

  @Test("Moves go through what is shown")
  func moves() {
    var session = session("from:ann")
    session.press("g g J")
    #expect(session.state.thread.focused == CommentID(6))
    session.press("g g ] l")
    #expect(session.state.message?.text == "no later link")
    session.press("g g ] q")
    #expect(session.state.thread.focused == CommentID(6))
  }

  @Test("A search looks only at what is shown, and opens what a comment answers")
  func search() {
    var session = session("cafe")
    session.press("/")
    session.type("lock")
    session.press("Enter")
    while session.state.search.active?.found.isDone == false {
      _ = session.state.continueSearch()
    }
    #expect(session.state.search.active?.found.hits.count == 2)
    session.press("Esc")
    #expect(session.state.thread.folding.filtered != nil)
    session.press("Esc")
    #expect(session.state.thread.folding.filtered == nil)
  }

  @Test("A comment gone to is shown though it does not fit")
  func going() {
    var session = session("cafe")
    session.press(": 6 Enter")
    #expect(session.state.thread.focused == CommentID(5))
    #expect(session.rows.contains { $0.contains("Flo") && $0.contains("The Lock, again.") })
    #expect(!session.screen.contains("Dee"))
  }

  @Test("e opens what a comment answers, and folds work inside")
  func opening() {
    var session = session("cafe")
    session.press("g g e")
    #expect(session.screen.contains("More of it."))
    session.press("e h")
    #expect(!session.screen.contains("More of it.") && !session.screen.contains("café"))
    session.press("l l")
    #expect(session.state.thread.focused == CommentID(1))
  }

  @Test("Nothing that fits says so")
  func none() {
    var session = session("zzz")
    #expect(session.screen.contains("No comment fits the filter. & changes it."))
    session.press("J")
    #expect(session.state.message?.text == "no comment fits the filter; & changes it")
    session.press("Esc")
    #expect(session.state.thread.focused == CommentID(0))
  }

  @Test("It goes on in a document that has grown")
  func growing() {
    var session = session("cafe")
    session.state.replace(with: Reading(Self.document))
    #expect(session.state.thread.folding.filtered?.count == 1)
    #expect(!session.screen.contains("Dee"))
  }
}
