import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("The state, compared whole")
struct StateTests {
  private func session(_ keys: String) -> Session {
    var session = Session(Sample.bridge)
    session.press(keys)
    session.state.messages = MessageLog()
    return session
  }

  @Test(
    "A key that is refused changes nothing but the message",
    arguments: [
      ("Tab", "P"), ("Tab", "^"), ("Tab", "K"), ("Tab", "{"), ("Tab", "^P"), ("Tab", "["),
      ("Tab G", "J"), ("Tab", "("), ("Tab", ")"), ("Tab", "' q"), ("Tab", "%"), ("Tab", "e"),
      ("Tab", "X"), ("Tab", "Z"), ("Tab", "\\"), ("Tab", "n"), ("Tab", "zR"), ("Tab", "zv"),
      ("Tab 9 G", "l"), ("Tab", "+"), ("Tab", "F9"), ("Tab", "z l"), ("", "h"), ("", "K"),
      ("", "{"), ("", "k"), ("G", "j"), ("", "[ l"), ("", "] m"), ("", "B"),
    ]
  )
  func refused(before: String, key: String) {
    var session = session(before)
    let state = session.state
    session.press(key == "[" ? "[ x" : key)
    #expect(session.state.message != nil, "\(key) after \(before)")
    session.state.messages = state.messages
    session.state.lastCommand = state.lastCommand
    session.state.mode = session.state.mode.settled
    let isSame = session.state == state
    #expect(isSame, "\(key) after \(before)")
  }

  @Test(
    "Undo takes back changes of the view without a trace",
    arguments: ["h", "za", "zM", "z2", "-", "- -", "x", "zM zR", "h x zM"]
  )
  func undo(keys: String) {
    var session = session("Tab 2 J")
    let state = session.state
    session.press(keys)
    let isChanged = session.state.view != state.view || session.state.navigation.undo.count > 1
    #expect(isChanged)
    for _ in session.state.navigation.undo { session.press("Z") }
    session.state.messages = state.messages
    session.state.lastCommand = state.lastCommand
    let isSame = session.state == state
    #expect(isSame, "\(keys)")
  }

  @Test(
    "Unfolding takes back a fold without a trace in the view, at the end of the thread too",
    arguments: ["Tab", "Tab J", "Tab G", "Tab G P", "Tab 9 G", "Tab 3 j"]
  )
  func foldAndUnfold(keys: String) {
    var session = Session(Sample.bridge, columns: 60, rows: 12)
    session.press(keys)
    let view = session.state.view
    session.press("za za")
    let isSame = session.state.view == view
    #expect(isSame)
  }

  @Test("A window that gets its size back shows what it showed, whatever came between")
  func resize() {
    var session = session("5 j Tab 7 G k k")
    let state = session.state
    for size in [Size(columns: 40, rows: 10), Size(columns: 19, rows: 4), state.size] {
      session.send(.resize(size))
    }
    session.state.resting = nil
    let isSame = session.state == state
    #expect(isSame)
  }

  @Test("A pattern given up leaves the state as it was", arguments: ["", "Tab zM", "Tab 2 J x"])
  func pattern(keys: String) {
    var session = session(keys)
    let state = session.state
    session.press("/ s t o n e Esc")
    session.state.messages = state.messages
    session.state.search.origin = nil
    session.state.lastCommand = state.lastCommand
    let isSame = session.state == state
    #expect(isSame)
  }

  @Test("Every part counts when states are compared")
  func differences() {
    let state = session("Tab").state
    let changes: [(inout Session) -> Void] = [
      { $0.press("J") }, { $0.press("j") }, { $0.press("h") }, { $0.press("t") },
      { $0.press("v") }, { $0.press("m a") }, { $0.press("?") }, { $0.press("3") },
      { $0.press("/ a") }, { $0.press("f") }, { $0.press("P") }, { $0.state.setClock(1) },
      { $0.state.setProgress(Progress(label: "loading", share: nil), of: .loading) },
      { $0.send(.resize(Size(columns: 50, rows: 20))) },
    ]
    for (index, change) in changes.enumerated() {
      var session = session("Tab")
      let isSame = session.state == state
      change(&session)
      let isOther = session.state != state
      #expect(isSame && isOther, "change \(index)")
    }
  }
}

@Suite("What is remembered has bounds")
struct BoundTests {
  @Test("The last 100 jumps can be gone back through")
  func jumps() {
    var jumps = JumpList()
    for item in 0..<150 { jumps.leave(Self.location(item)) }
    var here = Self.location(150)
    var seen: [Int] = []
    while let back = jumps.back(from: here) {
      seen.append(back.anchor.item)
      here = back
    }
    #expect(seen == Array((50..<150).reversed()))
  }

  @Test("The last 100 changes of the view can be undone")
  func undo() {
    var session = Session(Sample.bridge)
    session.press("Tab")
    for _ in 0..<130 { session.press("za") }
    #expect(session.state.navigation.undo.count == 100)
    session.press("9 9 Z")
    #expect(session.state.message?.text == "undone; 1 more")
    session.press("Z Z")
    #expect(session.state.message?.text == "nothing to undo")
  }

  @Test("The last 200 messages can be read again, repeated ones once")
  func messages() {
    var log = MessageLog()
    for number in 0..<250 {
      for _ in 0..<2 { log.tell(Message(text: "\(number)")) }
    }
    #expect(log.all.map(\.text) == (50..<250).map { "\($0)" })
    #expect(log.current?.text == "249")
  }

  @Test("A count stops growing at eight digits")
  func count() {
    var session = Session(Sample.bridge)
    session.press("9 9 9 9 9 9 9 9 9 9 9 9")
    #expect(session.state.mode.pending?.count == 99_999_999)
  }

  private static func location(_ item: Int) -> Location {
    Location(pane: .article, anchor: ScrollAnchor(item: item), focused: nil)
  }
}
