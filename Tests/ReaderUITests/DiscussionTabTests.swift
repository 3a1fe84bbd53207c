import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Several discussions of an article")
struct DiscussionTabTests {
  private static let own = DiscussionTab(
    on: "lamps.example",
    at: "https://lamps.example/a",
    commentCount: 12
  )
  private static let found = [
    DiscussionTab(on: "Hacker News", at: "https://news.example/1", commentCount: 113),
    DiscussionTab(on: "Lobsters", at: "https://lobsters.example/s/1", commentCount: 9),
  ]

  /// A reader of a discussion besides which two more are known.
  private func session(
    columns: Int = 120,
    rows: Int = 30,
    _ document: Document = Sample.bridge
  ) -> Session {
    var session = Session(document, columns: columns, rows: rows)
    session.state.add(Self.found, besides: Self.own)
    return session
  }

  @Test("have tabs over the thread, with site and number of comments, from two on")
  func strip() {
    var alone = Session(Sample.bridge, columns: 120, rows: 30)
    let before = alone.screen
    alone.state.add([], besides: Self.own)
    #expect(alone.screen == before)
    let session = session()
    #expect(session.rows[0].hasSuffix(" lamps.example 11 │ Hacker News 113 │ Lobsters 9"))
    #expect(session.state.panes.thread?.origin.row == 2)
    // The number of those that are there stands in place of what was said of them.
    #expect(Sample.bridge.commentCount == 11 && Self.own.commentCount == 12)
    #expect(session.violation == nil)
  }

  @Test("are gone through with gt and gT, from the last to the first; a number leads to one")
  func keys() {
    let session = session()
    #expect(session.pressing("g t").effects == [.showDiscussion(1)])
    #expect(session.pressing("g T").effects == [.showDiscussion(2)])
    #expect(session.pressing("3 g t").effects == [.showDiscussion(2)])
    #expect(session.pressing("2 g T").effects == [.showDiscussion(1)])
    #expect(session.pressing("1 g t").effects.isEmpty)
    #expect(session.pressing("9 g t").state.message?.text == "there are 3 discussions")
    let alone = Session(Sample.bridge).pressing("g t")
    #expect(alone.effects.isEmpty)
    #expect(
      alone.state.message?.text == "no other discussion is known; D looks for some"
    )
    // What `g` did alone is taken back.
    #expect(session.pressing("Tab G g t").state.thread == session.pressing("Tab G").state.thread)
  }

  @Test("are chosen with the mouse; the rest of the row is still the border", arguments: [80, 120])
  func mouse(columns: Int) throws {
    var session = session(columns: columns)
    let row = try #require(session.state.panes.tabs?.origin.row)
    let name = try #require(session.rows[row].firstRange(of: "Lobsters"))
    let column = session.rows[row].distance(from: session.rows[row].startIndex, to: name.lowerBound)
    session.send(.mouse(MouseEvent(.press(1), at: Position(row: row, column: column))))
    #expect(session.effects == [.showDiscussion(2)])
    guard columns < PaneLayout.sideColumns else { return }
    session.send(.mouse(MouseEvent(.press(1), at: Position(row: row, column: 79))))
    session.send(.mouse(MouseEvent(.drag, at: Position(row: row - 3, column: 79))))
    session.send(.mouse(MouseEvent(.release, at: Position(row: row - 3, column: 79))))
    #expect(session.state.panes.tabs?.origin.row == row - 3)
    #expect(session.effects == [.showDiscussion(2)] && session.violation == nil)
  }

  @Test("are shortened where there is little room; the chosen one is whole")
  func narrow() {
    var session = session(columns: 30, rows: 8)
    session.press("Tab")
    #expect(session.rows[0] == " lamps.example 11 │ Ha… 113 ›")
    #expect(session.violation == nil)
    var tabs = session.state.discussions
    tabs.current = 2
    session.state.show(tabs)
    #expect(session.rows[0] == "‹ Ha… 113 │ Lobsters 11")
    session.send(.resize(Size(columns: 30, rows: 6)))
    #expect(!session.screen.contains("Ha…") && session.violation == nil)
  }

  @Test("A page without one has no tab")
  func empty() {
    let own = DiscussionTab(on: "a", at: "", commentCount: 0, isEmpty: true)
    var session = Session(Sample.silent, columns: 120, rows: 30)
    session.state.add(Self.found, besides: own)
    #expect(!session.screen.contains(" a 0 "))
    #expect(session.pressing("g t").effects == [.showDiscussion(1)])
    session.state.add([], besides: own)
    var single = Session(Sample.silent, columns: 120, rows: 30)
    single.state.add([Self.found[0]], besides: own)
    #expect(single.state.panes.tabs == nil)
  }

  @Test("One that has not come says so in the pane, and why; R asks for it again")
  func loading() {
    var session = Session(Sample.silent, columns: 120, rows: 30)
    session.state.awaitDiscussion(on: "Hacker News")
    #expect(session.screen.contains("Loading the discussion on Hacker News…"))
    session.press("R")
    #expect(session.state.message?.text.contains("already loading") == true)
    session.press("Esc")
    #expect(session.effects == [.stopLoading])
    #expect(session.screen.contains("Not loaded: stopped · R tries again"))
    session.state.refuseDiscussion(because: "news.example: no such host")
    session.press("R")
    #expect(session.screen.contains("Not loaded: news.example: no such host · R tries again"))
    #expect(session.effects == [.stopLoading, .loadDiscussion])
    session.replace(with: Sample.bridge)
    #expect(!session.screen.contains("Not loaded") && !session.state.lacksDiscussion)
  }

  @Test("The article stays where it is; folds and places are those of each discussion")
  func beside() {
    var first = session(columns: 120, rows: 14)
    first.press("> > j j j")
    var second = session(columns: 120, rows: 14)
    second.press("Tab J z M")
    let thread = second.state.thread
    second.state.stand(beside: first.state)
    #expect(second.state.article.anchor == first.state.article.anchor)
    #expect(second.state.panes == first.state.panes && second.state.focus == .article)
    #expect(second.state.thread.folding == thread.folding)
    #expect(second.state.thread.focused == thread.focused)
    // From an article without a discussion one goes to the one that was found.
    second.press("Tab")
    second.state.stand(beside: Session(Sample.silent, columns: 120, rows: 14).state)
    #expect(second.state.focus == .thread)
    // Where the article stands alone, the discussion that was asked for is shown.
    var small = session(columns: 30, rows: 8)
    small.press("Tab")
    small.state.stand(beside: session(columns: 30, rows: 8).state)
    #expect(small.state.panes.thread != nil && small.state.focus == .thread)
  }
}
