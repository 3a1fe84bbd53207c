import DocumentModel
import TestSupport
import Testing

@testable import ReaderUI

/// Keys that people know from vim, less and browsers.
@Suite("Keys people bring along")
struct HabitTests {
  private func session(_ keys: String) -> Session { Session(Sample.bridge).pressing(keys) }

  @Test("zc folds, again the parent; zo unfolds and never moves; zO unfolds all below")
  func folds() {
    var session = session("Tab J z c")
    #expect(session.state.thread.folds.contains(CommentID(1)))
    session.press("z c")
    #expect(session.state.thread.focused == CommentID(0))
    #expect(session.state.thread.folds.contains(CommentID(0)))
    session.press("z c")
    #expect(session.state.message?.text == "this thread is already folded")
    session.press("z o")
    #expect(!session.state.thread.folds.contains(CommentID(0)))
    session.press("z o")
    #expect(session.state.thread.focused == CommentID(0))
    #expect(session.state.message?.text == "this comment is not folded")
    session.press("z O")
    #expect(session.state.thread.folds.isEmpty)
  }

  @Test(":help WORDS lists what the help has about them")
  func helpAbout() {
    let about = session(": h e l p Space q u o t e Enter").state.mode.overlay
    #expect(about?.kind == .help && about?.filter == "quote")
    let none = session(": h e l p Space z e b r a Enter").state
    #expect(none.mode.overlay == nil)
    #expect(none.message?.text == "the help has nothing about \"zebra\"")
  }

  @Test("J and K move in lists as they do in the comments")
  func lists() {
    let start = session("Tab M").state.mode.overlay?.selected ?? 0
    #expect(session("Tab M J J K").state.mode.overlay?.selected == start + 1)
  }

  @Test("^O goes back from the link of another comment")
  func backFromLink() {
    let start = session("Tab").state.thread.focused
    let there = session("Tab ] l")
    #expect(there.state.thread.focused != start)
    #expect(there.pressing("^O").state.thread.focused == start)
  }

  @Test("zj and zk go from one folded comment to the next")
  func folded() {
    var session = session("Tab 5 g z c g z j")
    #expect(session.state.thread.focused == CommentID(4))
    session.press("z j")
    #expect(session.state.message?.text == "no later folded comment")
    session.press("G z k")
    #expect(session.state.thread.focused == CommentID(4))
  }

  @Test("]] and [[ go from heading to heading, and from thread to thread")
  func sections() {
    var session = session("] ]")
    let item = session.state.article.item
    #expect(
      session.state.articleColumn.block(of: item).map { Sample.bridge.blocks[$0].kind } == .heading
    )
    session.press("[ [")
    #expect(session.state.message?.text == "no earlier heading")
    session.press("Tab ] ]")
    #expect(session.state.thread.focused == CommentID(5))
    session.press("[ [")
    #expect(session.state.thread.focused == CommentID(0))
  }

  @Test("A backtick goes to marks as the quote does, and Backspace goes back")
  func marks() {
    var session = session("Tab J m a G ` a")
    #expect(session.state.thread.focused == CommentID(1))
    session.press("` `")
    #expect(session.state.thread.focused == CommentID(10))
    session.press("' a Backspace")
    #expect(session.state.thread.focused == CommentID(10))
  }

  @Test("gx opens what o opens, and stays where the reader was; g alone goes to the start")
  func open() {
    var session = session("Tab J J")
    let before = session.state.location
    session.press("g x")
    #expect(session.state.location == before)
    #expect(session.state.message?.text.hasPrefix("the article's address is unknown") == true)
    session.press("g")
    #expect(session.state.thread.focused == CommentID(0))
    session.press("J")
    #expect(session.state.thread.focused == CommentID(1))
    session.press("g g")
    #expect(session.state.thread.focused == CommentID(0))
  }

  @Test("ZZ and ZQ quit; Z pressed again and again only undoes")
  func quit() {
    #expect(session("Z Z").effects == [.quit])
    #expect(session("Z Q").effects == [.quit])
    var session = session("Tab z M - Z Z")
    #expect(session.effects.isEmpty)
    session.press("Z Z Z Z")
    #expect(session.effects.isEmpty)
    #expect(session.state.thread.folds.isEmpty)
  }

  @Test("^G shows facts, F5 reloads")
  func others() {
    #expect(session("^G").state.mode.overlay?.kind == .facts)
    #expect(session("F5").effects == [.reload])
  }

  @Test("Space at the end of the article goes on in the comments")
  func pageOn() {
    var session = Session(
      Sample.bridge,
      columns: 60,
      rows: 12,
      options: ReaderOptions(layout: .article)
    )
    session.press("G Space")
    #expect(session.state.focus == .thread)
    var silent = Session(Sample.silent, columns: 60, rows: 12)
    silent.press("G Space")
    #expect(silent.state.message?.text == "end of the article")
  }

  @Test("! asks for a command of the shell, | for one that gets the document")
  func shell() {
    var session = session("!")
    session.type("ls -l")
    session.press("Enter |")
    session.type("wc")
    session.press("Enter")
    #expect(session.effects == [.shell("ls -l"), .pipe("wc")])
  }

  @Test("v says which layout came, t which dates")
  func said() {
    #expect(session("v").state.message?.text == "the article alone")
    #expect(session("v v").state.message?.text == "the comments alone")
    #expect(session("t").state.message?.text == "absolute dates")
  }

  @Test("The search prompt names the key that takes its text as it stands")
  func literal() {
    #expect(session("/ a").rows.last?.contains("^R: literal") == true)
    #expect(session("/ a ^R").rows.last?.contains("literal, ^R: expression") == true)
    let help = session("?").state.mode.overlay?.rows.map(\.text) ?? []
    let search = help.firstIndex { $0 == "Search" } ?? 0
    #expect(help[search...].prefix(8).contains { $0.hasPrefix("^R ") })
  }

  @Test("A half-typed expression is told of beside it, and as a mistake only when it is accepted")
  func halfTyped() {
    var session = session("/ ( a")
    #expect(session.state.message == nil)
    #expect(session.rows.last?.contains("unfinished expression") == true)
    session.press(")")
    #expect(session.rows.last?.contains("unfinished") == false)
    session.press("Backspace Enter")
    #expect(session.state.message?.isWarning == true)
  }
}
