import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Lists over the panes")
struct OverlayTests {
  private func session(_ keys: String) -> Session {
    var session = Session(Sample.bridge)
    session.press(keys)
    return session
  }

  @Test("Help lists the commands that apply here, and no others")
  func help() {
    let article = session("?").state.mode.overlay?.rows.map(\.text) ?? []
    #expect(article.contains { $0.hasSuffix("Next heading") })
    #expect(!article.contains { $0.hasSuffix("Next comment") })
    let thread = session("Tab ?").state.mode.overlay?.rows.map(\.text) ?? []
    #expect(thread.contains { $0.hasSuffix("Next comment") })
  }

  @Test("Help is filtered by words, and Enter does what the row says")
  func filteredHelp() {
    var session = session("Tab ? / f o l d Space e v e r y")
    let shown =
      session.state.mode.overlay.map { list in list.shown.map { list.rows[$0].text } } ?? []
    #expect(shown.contains { $0.contains("Fold every thread") } && shown.count < 6)
    #expect(shown.allSatisfy { $0.lowercased().contains("fold") })
    session.press("Enter Enter")
    #expect(session.state.mode.overlay == nil)
    #expect(session.state.thread.folds.count == 11)
  }

  @Test("Esc takes the filter away, then the list")
  func escape() {
    var session = session("? / f o l d Enter Esc")
    #expect(session.state.mode.overlay?.filter == "")
    session.press("Esc")
    #expect(session.state.mode.overlay == nil)
  }

  @Test("A filter that fits nothing shows an empty list that can be left")
  func emptyFilter() {
    var session = session("? / x q z Enter j k G Space Enter")
    #expect(session.violation == nil)
    session.press("q q")
    #expect(session.state.mode.overlay == nil)
  }

  @Test("Contents lead to the heading, and begin where the reader is")
  func contents() {
    var session = Session(
      Sample.bridge,
      columns: 60,
      rows: 12,
      options: ReaderOptions(layout: .article)
    )
    session.press("M")
    #expect(session.state.mode.overlay?.rows.count == 2)
    session.press("j Enter")
    #expect(session.rows[0].contains("What the floods left"))
    session.press("M")
    #expect(session.state.mode.overlay?.selected == 1)
    session.press("Esc ^O")
    #expect(session.rows[0].contains("The stone bridge"))
  }

  @Test("Facts count what there is")
  func facts() {
    let text = session("=").state.mode.overlay?.rows.map(\.text).joined(separator: "\n") ?? ""
    for line in [
      "Comments      11", "Threads       4", "Depth         4 levels", "Cut           1",
    ] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
    #expect(text.contains("3 ████████████████████ Ines"))
  }

  @Test("Peeking shows the parent, again its parent, and moves nothing")
  func peek() {
    var session = session("Tab J J")
    let before = session.screen
    session.press("p")
    #expect(session.state.mode.overlay?.title == "Hugo Pellow")
    #expect(session.screen.contains("Those two years say nothing"))
    session.press("p")
    #expect(session.state.mode.overlay?.title == "Ines")
    session.press("p")
    #expect(session.screen.contains("no parent: this starts a thread"))
    session.press("q")
    #expect(session.screen == before)
  }

  @Test(
    "A key that a list does not know is told of, and closes nothing",
    arguments: ["=", "U", "Tab p"]
  )
  func unknownKey(keys: String) {
    var session = session("\(keys.hasPrefix("Tab") ? "Tab J p" : keys) w")
    #expect(session.state.mode.overlay != nil)
    #expect(session.screen.contains("w (next-"))
    session.press("F9")
    #expect(session.screen.contains("F9 does nothing in this list; q closes it"))
    session.press("q")
    #expect(session.state.mode == .reading)
  }

  @Test(
    "Every list says in its last row which keys work in it",
    arguments: ["?", "=", "U", "M", "m a B", ": m e s s a g e s Enter", "Tab J p"]
  )
  func lastRow(keys: String) throws {
    for (columns, rows) in [(30, 8), (80, 24), (200, 60)] {
      var session = Session(Sample.bridge, columns: columns, rows: rows)
      session.press("P \(keys)")
      let last = try #require(session.rows.last { $0.contains("╰") }, "\(keys)")
      #expect(last.contains("q closes"), "\(keys) \(columns): \(last)")
    }
  }

  @Test("Commands, the help and quitting work in a list as they do outside")
  func outerKeys() {
    var session = session("U ?")
    #expect(session.state.mode.overlay?.kind == .help)
    session.press("?")
    #expect(session.state.message?.text == "this is the list of keys; q closes it")
    session.press("q U :")
    session.type("facts")
    session.press("Enter")
    #expect(session.state.mode.overlay?.kind == .facts)
    session.press("Q")
    #expect(session.effects == [.quit])
  }

  @Test("Rows wider than the window are broken, and nothing of them is lost")
  func wrapping() {
    var session = Session(Sample.bridge, columns: 30, rows: 20)
    session.state.say("a very long message about \(String(repeating: "w", count: 60)) and its end")
    session.press(":")
    session.type("messages")
    session.press("Enter")
    let inside = session.rows.filter { $0.hasPrefix("│") }
      .map { $0.dropFirst(2).dropLast(1).trimmed }
    #expect(inside.joined().filter { $0 == "w" }.count >= 60)
    #expect(session.screen.contains("and its end"))
  }

  @Test("A message that the last row of a list has no room for stands above the status line, whole")
  func messageBelowList() {
    var session = Session(Sample.bridge, columns: 80, rows: 24)
    session.press("U")
    session.state.say(
      "a message that is much too long for the last row of so small a list as this one"
    )
    #expect(
      session.rows[22].hasSuffix("as this one") || session.rows[21].contains("a message that")
    )
    #expect(session.rows.contains { $0.contains("q closes") })
  }

  @Test("A message too long for its rows ends in an ellipsis")
  func longMessage() {
    var session = Session(Sample.bridge, columns: 30, rows: 12)
    session.state.say(String(repeating: "word ", count: 60))
    #expect(session.state.messageRows.count == 3)
    #expect(session.state.messageRows.last?.hasSuffix("…") == true)
  }

  @Test("Peeking breaks text without blanks too")
  func peekWide() {
    var session = Session(Sample.bridge, columns: 30, rows: 20)
    session.press("Tab G p")
    let text = session.rows.filter { $0.contains("│") }.joined()
      .filter { $0 != " " && $0 != "│" }
    #expect(text.contains("誰が刻んだ"))
    #expect(text.contains("誰も知らない。"))
  }

  @Test("In a long list the marked row moves before the list does")
  func scrolling() throws {
    var session = Session(Sample.bridge, columns: 80, rows: 12)
    session.press("?")
    for _ in 0..<30 { session.press("j") }
    let low = try #require(session.cursor?.row)
    session.press("k")
    #expect(session.cursor?.row == low - 1)
    session.press("g")
    let overlay = try #require(session.state.mode.overlay)
    #expect(overlay.selectedRow?.target != nil)
  }

  @Test("What was said can be read again")
  func messages() {
    let rows = session("P q P : m e s s a g e s Enter").state.mode.overlay?.rows.map(\.text)
    #expect(rows?.isEmpty == false)
  }

  @Test(
    "Lists with nothing in them are not opened, and say so",
    arguments: [
      ("M", "no headings"), ("U", "no links"), ("B", "no marks set"),
    ]
  )
  func empty(key: String, message: String) {
    var session = Session(Sample.silent)
    session.press(key)
    #expect(session.state.mode.overlay == nil)
    #expect(session.state.message?.text == message)
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " }
    return start.lastIndex { $0 != " " }.map { start[...$0] } ?? ""
  }
}
