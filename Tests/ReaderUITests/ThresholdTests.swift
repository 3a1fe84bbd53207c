import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Thresholds of layout and moves")
struct ThresholdTests {
  private func state(
    _ document: Document = Sample.bridge,
    columns: Int = 80,
    rows: Int = 24,
    layout: LayoutMode = .automatic
  ) -> AppState {
    Session(document, columns: columns, rows: rows, options: ReaderOptions(layout: layout)).state
  }

  @Test("Panes asked to stand side by side do so from 44 columns on")
  func side() {
    #expect(state(columns: 44, layout: .side).panes.mode == .side)
    #expect(state(columns: 43, layout: .side).panes.mode == .stacked)
  }

  @Test("Readable windows have at least 20 columns and 5 rows")
  func smallest() {
    #expect(!state(columns: 20, rows: 5).window.isTooSmall)
    #expect(state(columns: 19, rows: 5).window.isTooSmall)
    #expect(state(columns: 20, rows: 4).window.isTooSmall)
  }

  @Test(
    "The border stops at a tenth of the window, or where a pane would be too small",
    arguments: [
      (LayoutMode.side, 300, 30, 30, 268), (.side, 120, 30, 20, 98), (.stacked, 80, 60, 6, 52),
      (.stacked, 80, 12, 2, 8),
    ]
  )
  func border(layout: LayoutMode, columns: Int, rows: Int, least: Int, most: Int) {
    var session = Session(
      Sample.bridge,
      columns: columns,
      rows: rows,
      options: ReaderOptions(layout: layout)
    )
    func length() -> Int? {
      let size = session.state.panes.article?.size
      return layout == .side ? size?.columns : size?.rows
    }
    for _ in 0..<150 { session.press("<") }
    #expect(length() == least)
    for _ in 0..<150 { session.press(">") }
    #expect(length() == most)
  }

  @Test(
    "The article has margins where there is room for them",
    arguments: [(23, 0, 23), (24, 1, 22), (39, 1, 37), (40, 2, 36), (84, 2, 80), (100, 10, 80)]
  )
  func margins(columns: Int, start: Int, width: Int) {
    let found = state(columns: columns, layout: .article).articleColumns
    #expect(found.start == start && found.width == width)
  }

  @Test(
    "Indented text keeps 40 columns, 20 in narrow panes, half of narrower ones",
    arguments: [(200, 80), (60, 40), (59, 20), (40, 20), (30, 15)]
  )
  func indentation(columns: Int, least: Int) {
    let column = state(Sample.deep, columns: columns, layout: .thread).threadColumn
    let widths = column.reading.document.commentIDs.map { column.textColumns(of: $0).width }
    #expect(widths.allSatisfy { $0 >= least })
    let deepest = column.reading.document.commentIDs.map { column.indentation(of: $0) }.max() ?? 0
    if columns < 200 { #expect(widths.min().map { $0 <= least + 2 } == true, "\(deepest) steps") }
  }

  @Test("A page leaves two lines on the screen, half a page is half of them")
  func pages() {
    var session = Session(
      Sample.long,
      columns: 60,
      rows: 21,
      options: ReaderOptions(layout: .thread)
    )
    session.press("J")
    let column = session.state.threadColumn
    let start = session.state.thread.anchor
    session.press("Space")
    let page = column.distance(from: start, to: session.state.thread.anchor, limit: 100)
    #expect(page == column.height - 2)
    session.press("b d")
    let half = column.distance(from: start, to: session.state.thread.anchor, limit: 100)
    #expect(half == column.height / 2)
  }

  @Test("The wheel scrolls by three lines")
  func wheel() {
    var session = Session(
      Sample.bridge,
      columns: 60,
      rows: 10,
      options: ReaderOptions(layout: .article)
    )
    let column = session.state.articleColumn
    session.send(.mouse(MouseEvent(.wheelDown, at: Position(row: 2, column: 2))))
    let anchor = session.state.article.anchor
    #expect(column.distance(from: ScrollAnchor(), to: anchor, limit: 50) == 3)
  }

  @Test("A hit below the screen comes to stand a third down, a link two rows")
  func thirds() {
    let words = String(repeating: "Words and more of them. ", count: 120)
    let link = BlockLiteral(stringLiteral: words + "https://example.org/end needle.")
    let document = Document.literal(article: [link, BlockLiteral(stringLiteral: words)])
    var session = Session(
      document,
      columns: 60,
      rows: 22,
      options: ReaderOptions(layout: .article)
    )
    session.press("/ n e e d l e Enter")
    #expect(session.rows.firstIndex { $0.contains("needle") } == 7)
    session.press("Esc g ] l")
    #expect(session.rows.firstIndex { $0.contains("example.org/end") } == 2)
  }

  @Test("A message takes at most three rows")
  func message() {
    var session = Session(Sample.bridge, columns: 30, rows: 20)
    session.state.say(String(repeating: "many words ", count: 40))
    #expect(session.state.messageRows.count == 3)
  }

  @Test("A file is named after the first eight words of the title")
  func fileName() {
    var session = Session(Document.literal(title: "One two, three: 4 five six seven eight nine"))
    session.press("s")
    #expect(session.state.mode.prompt?.text == "one-two-three-4-five-six-seven-eight.md")
    #expect(session.pressing("a . m d").state.mode.prompt?.text == "a.md")
    #expect(session.pressing("^B ^B ^B 2").state.mode.prompt?.text.hasSuffix("eight2.md") == true)
    #expect(session.pressing("^W a").state.mode.prompt?.text == "a")
  }

  @Test("The parent that is peeked at is set in at most 76 columns, and fits the window")
  func peek() {
    for (columns, width) in [(120, 76), (60, 56)] {
      var session = Session(Sample.long, columns: columns, rows: 40)
      session.press("Tab J J p")
      guard session.state.mode.overlay?.kind == .parent else { continue }
      let longest = session.state.mode.overlay?.rows.map { DisplayWidth.of($0.text) }.max() ?? 0
      #expect(longest <= width && longest > width - 15)
    }
  }

  @Test(
    "A short status line leaves out what matters least",
    arguments: [
      (60, "thread · comment 2 of 11 · depth 2 · 10%"), (40, "thread · comment 2 of 11 · 10%"),
      (30, "comment 2 of 11 · 10%"), (20, "comment 2 of 11"),
    ]
  )
  func status(columns: Int, text: String) {
    var session = Session(
      Sample.bridge,
      columns: columns,
      rows: 12,
      options: ReaderOptions(layout: .thread)
    )
    session.press("J")
    #expect(session.rows.last?.hasSuffix(text) == true)
    #expect(session.rows.last?.contains("thread") == text.contains("thread"))
  }

  @Test("Facts name the ten who wrote most, of those who wrote more than once")
  func busiest() {
    let comments = (0..<13).flatMap { author in
      (0..<max(1, 13 - author)).map { CommentLiteral("Author \(author)", "Number \($0).") }
    }
    var session = Session(Document.literal(comments: comments))
    session.press("=")
    let rows = session.state.mode.overlay?.rows.map(\.text) ?? []
    let named = rows.filter { $0.contains("█") && $0.contains(" Author ") }
    #expect(named.count == 10)
    #expect(named.first?.contains(" 13 ████████████████████ Author 0") == true)
  }

  @Test("Marks are listed with sixty characters of their text")
  func markExcerpt() {
    let words = String(repeating: "abcdefghi ", count: 20)
    var session = Session(Document.literal(comments: [CommentLiteral("Ann", "\(words)")]))
    session.press("Tab m a B")
    let row = session.state.mode.overlay?.rows.first?.text
    #expect(row == "a  Ann: " + words.prefix(60))
  }

  @Test("A list is at least 50 columns wide")
  func listWidth() {
    let session = { () -> Session in
      var session = Session(Document.literal(article: [BlockLiteral(.heading, "A", level: 2)]))
      session.press("M")
      return session
    }()
    let frame = session.state.mode.overlay.map { OverlayFrame($0, in: session.state.size) }
    #expect(frame?.box.size.columns == 50)
  }

  @Test("Code and wide tables scroll to the side by eight columns a step")
  func sideways() {
    let code = (0..<20).map { "column\($0)" }.joined(separator: " ")
    var session = Session(Document.literal(article: [BlockLiteral(.code, code)]), columns: 60)
    session.press("z l")
    #expect(session.state.article.viewport.shift == 8)
    session.press("2 z l")
    #expect(session.state.article.viewport.shift == 24)
  }

  @Test("A copied exchange is indented by at most twenty steps of two blanks")
  func copiedIndentation() {
    var chain = CommentLiteral("Last", "End.")
    for number in (0..<30).reversed() {
      chain = CommentLiteral("Ann", "Number \(number).", replies: [chain])
    }
    var session = Session(Document.literal(comments: [chain]))
    session.press("Tab y t")
    guard case .copy(let text)? = session.effects.last else {
      Issue.record("nothing copied")
      return
    }
    let lines: [Substring] = text.split(separator: "\n")
    let blanks = lines.map { line in line.prefix { $0 == " " }.count }
    #expect(blanks.max() == 40)
  }

  @Test("An ambiguous name is answered with the first six commands it may mean")
  func ambiguous() {
    var session = Session(Sample.bridge)
    session.press(":")
    session.type("fold-")
    session.press("Enter")
    let names = (session.state.message?.text ?? "").split { $0 == "," }
    #expect(names.dropLast().count == 6 && names.last == " …")
  }

  @Test("A fold shows its first words where there is room for more than twelve columns")
  func excerpt() {
    let document = Document.literal(comments: [CommentLiteral("Annabel Lee", "First words.")])
    for (columns, isShown) in [(26, false), (42, true)] {
      var session = Session(
        document,
        columns: columns,
        rows: 8,
        options: ReaderOptions(layout: .thread)
      )
      session.press("h")
      #expect(session.screen.contains("First") == isShown, "\(columns) columns")
    }
  }
}
