import DocumentModel
import Terminal
import TestSupport
import Testing
import TextSearch

@testable import ReaderUI

@Suite("The command line")
struct CommandLineTests {
  private func session(running line: String, after keys: String = "") -> Session {
    var session = Session(Sample.bridge)
    session.press("\(keys) :")
    session.type(line)
    session.press("Enter")
    return session
  }

  @Test("A number goes to that comment", arguments: [("7", 6), ("999", 10), ("0", 0), ("-4", 0)])
  func number(line: String, comment: Int) {
    let session = session(running: line)
    #expect(session.state.focus == .thread)
    #expect(session.state.thread.focused == CommentID(comment))
  }

  @Test(
    "Commands with an argument hand it on",
    arguments: [
      ("theme nord", Effect.theme("nord")),
      ("export a b.md", .export(path: "a b.md", overwrites: false)),
      ("w out.txt", .export(path: "out.txt", overwrites: false)),
      ("th nord", .theme("nord")), ("q", .quit), ("q!", .quit), ("quit now", .quit),
      ("export! a.md", .export(path: "a.md", overwrites: true)),
      ("w! a.md", .export(path: "a.md", overwrites: true)), ("e a.html", .read("a.html")),
      ("!ls", .shell("ls")),
      ("full x.html", .useCompanion("x.html", [CommentID(4)])),
    ]
  )
  func arguments(line: String, effect: Effect) {
    #expect(session(running: line).effects == [effect], "\(line)")
  }

  @Test(
    "What cannot be done is said",
    arguments: [
      ("foo", "unknown command foo"), ("theme", "type :theme NAME"),
      ("goto x", ":goto takes the number of a comment, not \"x\""),
      ("next-", "\"next-\" is ambiguous: "),
      ("unfold-al", "nothing is folded"),
      ("hlep", "unknown command hlep; did you mean \"help\"?"),
      ("dates sometimes", ":dates takes relative or absolute, not \"sometimes\""),
      ("quit later", ":quit takes now, or nothing, not \"later\""),
      ("down much", ":down takes a number, or nothing, not \"much\""),
      ("layout wide", ":layout takes auto, side, stacked, article or thread, not \"wide\""),
      ("help!", ":help takes no !; only :export! does"),
      ("url example.org", "an address starts with http:// or https://"),
    ]
  )
  func refusals(line: String, message: String) {
    let told = session(running: line).state.message?.text
    #expect(told?.hasPrefix(message) == true, "\(line): \(told ?? "")")
  }

  @Test(
    "A count after the name is taken as far as it makes sense",
    arguments: [
      "down -5", "down 9223372036854775807", "next-comment -1", "page-down 9223372036854775807",
      "fold-level 9223372036854775807", "percent -5", "percent 999999999999", "next-link -3",
      "narrow 9223372036854775807", "up -9223372036854775808", "next-hit -1", "down 0",
    ]
  )
  func oddCounts(line: String) {
    for keys in ["", "Tab"] { #expect(session(running: line, after: keys).violation == nil) }
  }

  @Test("A count typed before the colon is the number to go to")
  func countBefore() {
    var session = Session(Sample.bridge)
    session.press("5 : Enter")
    #expect(session.state.thread.focused == CommentID(4))
  }

  @Test("What a command line could become is listed with what it does, from its first letter on")
  func completionList() {
    var session = Session(Sample.bridge)
    session.press(":")
    #expect(!session.screen.contains("Go to comment or entry N"))
    session.press("g")
    #expect(session.screen.contains("go-to-mark") && session.screen.contains("'a goes to mark a"))
    #expect(session.screen.contains("goto N"))
    #expect(session.screen.contains("Go to comment or entry N"))
    session.press("^U Tab")
    #expect(session.screen.contains("1–9 of "))
    session.press("Esc")
    #expect(!session.screen.contains("1–9 of "))
  }

  @Test("A list of completions moves with the one that is chosen, and fits a small window")
  func longCompletionList() {
    var session = Session(Sample.bridge, columns: 30, rows: 8)
    session.press(": n")
    for _ in 0..<9 { session.press("Tab") }
    let chosen = session.state.mode.prompt?.text ?? "-"
    #expect(session.rows.dropLast().contains { $0.contains(chosen) }, "\(session.screen)")
    #expect(session.rows.last?.contains(":" + chosen) == true)
  }

  @Test("Dates are shown as they are asked for, and it is said where that cannot be")
  func dates() {
    var session = session(running: "dates absolute")
    #expect(session.screen.contains("2024-05-01 09:00"))
    session.press("t")
    #expect(session.state.message?.text == "relative dates")
    var vague = Session(
      .literal(comments: [CommentLiteral("Ann", "Words.", dateText: "3 hours ago")])
    )
    vague.press("t")
    #expect(
      vague.state.message?.text
        == "the dates of the comments are known only as the page words them"
    )
  }

  @Test("Tab completes names, one after the other, and S-Tab goes back")
  func completion() {
    var session = Session(Sample.bridge)
    session.state.themeNames = ["nord", "nordic"]
    session.press(": u n f Tab")
    #expect(session.state.mode.prompt?.text == "unfold")
    session.press("Tab")
    #expect(session.state.mode.prompt?.text == "unfold-all")
    session.press("S-Tab")
    #expect(session.state.mode.prompt?.text == "unfold")
    session.press("^U t h e m e Space n Tab Tab")
    #expect(session.state.mode.prompt?.text == "theme nordic")
    session.press("^U x y z Tab")
    #expect(session.state.message != nil)
  }

  @Test(
    "The line is edited as in a shell",
    arguments: [
      ("a b c Left Left X", "aXbc"), ("a b c ^A x ^E y", "xabcy"), ("a b ^H", "a"),
      ("a Space b c ^W", "a "), ("a b c ^U", ""), ("a b c ^A ^K", ""), ("a b ^A ^D", "b"),
      ("a b Left Delete", "a"), ("界 界 Backspace", "界"),
    ]
  )
  func editing(keys: String, text: String) {
    var session = Session(Sample.bridge)
    session.press(": \(keys)")
    #expect(session.state.mode.prompt?.text == text, "\(keys)")
  }

  @Test("Backspace in an empty line closes it, as Esc does", arguments: ["Backspace", "Esc", "^C"])
  func closing(key: String) {
    var session = Session(Sample.bridge)
    session.press(": \(key)")
    #expect(session.state.mode.prompt == nil)
    #expect(session.effects.isEmpty)
  }

  @Test("The cursor stands where the next character goes, wide ones counted")
  func cursor() {
    var session = Session(Sample.bridge, columns: 30, rows: 10)
    session.press(": a 界 b Left")
    #expect(session.cursor == Position(row: 9, column: 4))
  }

  @Test("A line longer than the window shows its end, and the cursor with it")
  func longLine() {
    var session = Session(Sample.bridge, columns: 30, rows: 10)
    session.press(":")
    session.type(String(repeating: "a", count: 60) + "z")
    #expect(session.rows.last?.hasSuffix("az") == true)
    #expect(session.cursor.map { $0.column < 30 } == true)
  }

  @Test("Pasted text is typed where a line is open, its first line alone")
  func paste() {
    var session = Session(Sample.bridge)
    session.send(.paste("nothing asks for this"))
    #expect(session.state.message != nil)
    session.press("/")
    session.send(.paste("mason\nand more"))
    #expect(session.state.mode.prompt?.text == "mason")
    #expect(session.state.search.active?.found.hits.isEmpty == false)
  }

  @Test("A line takes no more than its limit, and says so", arguments: [":", "/", "s"])
  func limit(key: String) {
    var session = Session(Sample.bridge)
    session.press("\(key) ^U")
    session.send(.paste(String(repeating: "ä", count: 4_000)))
    session.type(String(repeating: "x", count: 1_000))
    #expect(session.state.mode.prompt?.text.utf8.count == 8_192)
    #expect(session.screen.contains("it holds 8192 bytes"))
    session.send(.paste("more"))
    #expect(session.state.mode.prompt?.text.hasSuffix("x") == true)
    session.press("^U")
    session.type("short")
    #expect(session.state.mode.prompt?.text == "short")
  }

  @Test("s asks where to save, with a name made of the title")
  func export() {
    var session = Session(Sample.bridge)
    session.press("s Enter")
    #expect(
      session.effects == [.export(path: "the-stone-bridge-that-nobody-built.md", overwrites: false)]
    )
  }

  @Test(
    "Keys of the program ask for what they say",
    arguments: [
      ("F2", Effect.nextTheme(1)), ("F3", .nextTheme(-1)), ("^L", .redraw), ("^Z", .suspend),
      ("^C", .quit),
    ]
  )
  func program(key: String, effect: Effect) {
    var session = Session(Sample.bridge)
    session.press(key)
    #expect(session.effects == [effect])
  }
}
