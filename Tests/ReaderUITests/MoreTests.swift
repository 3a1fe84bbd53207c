import DocumentModel
import Terminal
import TestSupport
import Testing
import TextSearch

@testable import ReaderUI

@Suite("More of the discussion")
struct MoreTests {
  private let ways = Sample.unfinished.continuations

  private func session(_ keys: String, _ document: Document = Sample.unfinished) -> Session {
    var session = Session(document)
    session.press(keys)
    return session
  }

  @Test("L asks for what is next of what is being read")
  func next() {
    let article = MoreRequest(.article, first: ways[4], amount: .parts(1))
    #expect(session("L").effects == [.load(article)])
    let page = MoreRequest(.discussion, first: ways[3], amount: .parts(1))
    #expect(session("Tab J L").effects == [.load(page)])
    let three = MoreRequest(.discussion, first: ways[3], amount: .parts(3))
    #expect(session("Tab J 3 L").effects == [.load(three)])
  }

  @Test("On a comment with a way of its own L asks for that, and e on a place that is held")
  func own() {
    let replies = MoreRequest(.discussion, first: ways[0], amount: .parts(1))
    for key in ["L", "e"] {
      #expect(session("Tab J J \(key)").effects == [.load(replies)])
    }
    let below = MoreRequest(.discussion, first: ways[1], amount: .parts(1))
    #expect(session("Tab 3 G L").effects == [.load(below)])
    #expect(session("Tab 3 G e").effects.isEmpty)
  }

  @Test("The command takes all, or a number")
  func command() {
    var session = session("Tab J :")
    session.type("more all")
    session.press("Enter :")
    session.type("more 4")
    session.press("Enter :")
    session.type("more or less")
    session.press("Enter")
    #expect(
      session.effects == [
        .load(MoreRequest(.discussion, first: ways[3], amount: .all)),
        .load(MoreRequest(.discussion, first: ways[3], amount: .parts(4))),
      ]
    )
    #expect(session.state.message?.text == ":more takes a number of parts, or all")
  }

  @Test("Where there is no more, L says so; what is elsewhere it names")
  func nothing() {
    #expect(session("L", Sample.bridge).state.message?.text == "nothing more to load")
    #expect(session("L", Sample.elsewhere).state.message?.text.contains("no link to more") == true)
  }

  @Test("While something is loaded nothing else is, and Esc stops it")
  func stopping() {
    var session = session("Tab J")
    session.state.setProgress(Progress(label: "loading", share: nil), of: .loading)
    session.press("L R")
    #expect(session.effects.isEmpty)
    #expect(session.screen.contains("loading…"))
    session.press("Esc")
    #expect(session.effects == [.stopLoading])
    #expect(session.state.message?.text == "stopped; what was loaded is kept")
    session.press("R")
    #expect(session.effects == [.stopLoading, .reload])
  }

  /// A discussion, and the same with a reply and a thread more.
  private static func discussion(_ isLonger: Bool) -> Document {
    let further = CommentLiteral("Hugo", "A reply that came later, with the word lantern.")
    return .literal(
      comments: (0..<12).map { index in
        let replies = [CommentLiteral("Mara", "Reply \(index) with a lantern.", cut: index == 4)]
        return CommentLiteral(
          "Ines",
          "Thread \(index).",
          replies: isLonger && index == 1 ? replies + [further] : replies
        )
      } + (isLonger ? [further] : [])
    )
  }

  /// Where the comments of the shorter one stand in the longer.
  private static let places = (0..<24).map { CommentID($0 < 4 ? $0 : $0 + 1) }

  @Test("Folds, what is hidden, completed and marked, the place and the search stay")
  func keeps() {
    var session = Session(
      Self.discussion(false),
      rows: 20,
      options: ReaderOptions(layout: .thread, showsRail: false)
    )
    let full = Document.literal(article: ["The whole reply."])
    let whole = Completion(document: full, blocks: 0..<1, origin: "a copy")
    session.complete([CommentID(9): whole], of: [CommentID(9)])
    session.press("1 G h 7 G x 1 5 G m a 1 7 G z t / l a n t e r n Enter 1 3 G z t")
    let before = session.rows.dropFirst().dropLast()
    session.extend(to: Self.discussion(true), places: Self.places)
    #expect(session.rows.dropFirst().dropLast() == before)
    #expect(session.state.thread.focused == CommentID(13))
    #expect(session.state.thread.folds.contains(CommentID(0)))
    #expect(session.state.thread.hidden.contains(CommentID(7)))
    #expect(session.state.reading.completions[CommentID(10)]?.origin == "a copy")
    #expect(session.state.search.active?.found.hits.count == 13)
    session.press("' a")
    #expect(session.state.thread.focused == CommentID(15))
    session.press("Esc Z Z")
    #expect(session.state.thread.folds.isEmpty && session.state.thread.hidden.isEmpty)
    #expect(session.violation == nil)
  }

  @Test("The article stays where it is when a page comes before it")
  func earlierPage() {
    let blocks = (1...30).map { BlockLiteral(stringLiteral: "Paragraph \($0) of the article.") }
    var session = Session(
      .literal(article: Array(blocks[10...])),
      options: ReaderOptions(showsRail: false)
    )
    session.press("} } } m a G")
    let before = session.rows.dropLast()
    session.extend(to: .literal(article: blocks), places: [])
    #expect(session.rows.dropLast() == before)
    session.press("' a")
    #expect(session.screen.contains("Paragraph 13 of") && !session.screen.contains("Paragraph 12"))
    session.extend(to: .literal(article: Array(blocks[..<5])), places: [])
    #expect(session.violation == nil)
  }

  @Test("w and W go to what a reload brought, and the status line counts it")
  func news() {
    var session = Session(Self.discussion(false), rows: 20)
    session.press("Tab 3 G h 1 G")
    session.revise(to: Self.discussion(true), places: Self.places, news: "2 new") {
      $0.new.insert(CommentID(4))
      $0.new.insert(CommentID(25))
      $0.gone.insert(CommentID(3))
    }
    #expect(session.state.message?.text == "2 new")
    #expect(session.screen.contains("· 2 new ·"))
    #expect(session.screen.contains("1 reply, 1 new"))
    session.press("w")
    #expect(session.state.thread.focused == CommentID(4))
    #expect(
      session.screen.contains("Hugo ●") && session.screen.contains("· removed")
    )
    session.press("w")
    #expect(session.state.thread.focused == CommentID(25))
    session.press("w")
    #expect(session.state.message?.text == "no later new comment")
    session.press("W")
    #expect(session.state.thread.focused == CommentID(4))
    session.press("^O ^O ^O")
    #expect(session.state.thread.focused == CommentID(0))
    session.extend(to: Self.discussion(true), places: Array(session.state.document.commentIDs))
    #expect(session.state.reading.news.new.count == 2)
    #expect(session.violation == nil)
  }
}
