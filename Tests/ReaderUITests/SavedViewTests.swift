import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("A view that was kept")
struct SavedViewTests {
  private static let long = String(repeating: "The tide comes in and goes out again. ", count: 60)

  private func document(_ authors: [String]) -> Document {
    .literal(
      comments: authors.map { name in
        CommentLiteral(
          name,
          "\(name): \(Self.long)",
          replies: [CommentLiteral("Re \(name)", "An answer to \(name).")]
        )
      }
    )
  }

  private func state(
    _ authors: [String] = ["Ann", "Ben", "Cleo"],
    size: Size = Size(columns: 80, rows: 24)
  ) -> AppState {
    AppState(reading: Reading(document(authors)), size: size, now: 0)
  }

  @Test("brings back folds, hidden comments, marks, layout and the place in both panes")
  func everything() {
    var session = Session(document(["Ann", "Ben", "Cleo"]))
    session.press("v Tab J J zc ma J J x j j j")
    let before = session.state
    #expect(!before.thread.hidden.isEmpty && !before.thread.folds.isEmpty)
    var after = state()
    after.restore(before.savedView)
    #expect(after.savedView == before.savedView)
    #expect(after.isAtSamePlace(as: before))
    #expect(after.keepsSame(as: before))
  }

  @Test("brings back a filter, with the folds below it, but none that is being typed")
  func filter() {
    var session = Session(document(["Ann", "Ben", "Cleo"]))
    session.press("v Tab J J zc & B e n Enter")
    let before = session.state
    #expect(before.savedView.filter == "Ben")
    var after = state()
    after.restore(before.savedView)
    after.filterAgain(by: before.savedView.filter)
    #expect(after.savedView == before.savedView)
    #expect(after.thread.leftOut == before.thread.leftOut)
    #expect(after.message?.text == "2 of 6 comments shown, as you left them; Esc shows all")
    session.state = after
    session.press("Esc")
    #expect(session.state.thread.folds == before.savedView.folded)
    session.press("& A n n")
    #expect(session.state.savedView.filter.isEmpty)
  }

  @Test("is at the same words in a window of another size")
  func otherSize() {
    var before = state()
    _ = before.run("goto 3")
    for _ in 0..<9 { _ = before.update(.scroll(.text(1))) }
    let saved = before.savedView
    #expect(saved.thread.offset > 0)
    var after = state(size: Size(columns: 61, rows: 40))
    after.restore(saved)
    let there = after.savedView.thread
    #expect(there.item == saved.thread.item)
    #expect(abs(there.offset - saved.thread.offset) < 61)
  }

  @Test("of another document harms nothing")
  func otherDocument() {
    var before = state((0..<30).map { "Author \($0)" })
    _ = before.run("goto 60")
    _ = before.update(.fold(.closeAll))
    var after = state(["Ann"])
    after.restore(before.savedView)
    #expect(after.document.comments.indices.contains(after.thread.focused?.index ?? -1))
  }

  @Test("takes a comment for seen once its text was on the screen")
  func seen() {
    var state = state((0..<40).map { "Author \($0)" })
    _ = state.update(.view(.otherPane))
    state.noteShown()
    let first = state.visit.seen.count
    #expect(first > 0 && first < 10)
    #expect(state.visit.seen.contains(CommentID(0)))
    _ = state.run("goto 40")
    state.noteShown()
    #expect(state.visit.seen.contains(CommentID(39)))
    #expect(!state.visit.seen.contains(CommentID(20)))
  }

  @Test("of a folded thread takes none of its comments for seen")
  func folded() {
    var state = state()
    _ = state.update(.view(.otherPane))
    _ = state.update(.fold(.closeAll))
    state.noteShown()
    #expect(state.visit.seen.isEmpty)
  }

  @Test("says what is new since, and w goes there")
  func news() {
    var state = state()
    var news = CommentNews()
    news.new.insert(CommentID(3))
    news.changed.insert(CommentID(0))
    state.goOn(news, seen: CommentSet(), removed: 2, since: "Tuesday")
    #expect(
      state.message?.text
        == "1 new, 1 changed, 2 removed since Tuesday; w goes to the next new comment"
    )
    _ = state.update(.comment(.nextNew))
    #expect(state.thread.focused == CommentID(3))
  }

  @Test("r marks the thread read and goes on to the next with something new")
  func readThread() {
    var state = state()
    _ = state.update(.view(.otherPane))
    var news = CommentNews()
    for index in [1, 5] { news.new.insert(CommentID(index)) }
    state.goOn(news, seen: CommentSet(), removed: 0, since: "Tuesday")
    _ = state.update(.news(.readThread))
    #expect(state.thread.focused == CommentID(5))
    #expect(state.reading.news.new.count == 1)
    #expect(state.visit.seen.contains(CommentID(1)))
    _ = state.update(.news(.readThread))
    #expect(state.reading.news.new.isEmpty)
    #expect(state.message?.text == "1 new comment marked read; nothing else is new")
  }

  @Test("zn folds what has nothing new, and nothing else")
  func foldRead() {
    var state = state()
    var news = CommentNews()
    news.new.insert(CommentID(3))
    state.goOn(news, seen: CommentSet(), removed: 0, since: "Tuesday")
    _ = state.update(.news(.foldRead))
    #expect(state.document.commentIDs.filter(state.thread.folds.contains).map(\.index) == [0, 4])
  }

  @Test("keeps what was not seen new through a reload")
  func reload() {
    var state = state(["Ann", "Ben"])
    var news = CommentNews()
    for index in [0, 1] { news.new.insert(CommentID(index)) }
    state.goOn(news, seen: CommentSet(), removed: 0, since: "Tuesday")
    state.visit.seen.insert(CommentID(0))
    var fresh = Reading(document(["Ann", "Ben", "Cleo"]))
    fresh.news.new.insert(CommentID(4))
    let replacement = Replacement(fresh, newIDs: (0..<4).map { CommentID($0) })
    state.revise(by: replacement, news: "1 new")
    #expect(
      state.document.commentIDs.filter(state.reading.news.new.contains).map(\.index) == [1, 4]
    )
  }
}
