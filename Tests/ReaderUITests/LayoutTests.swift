import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Layouts and sizes")
struct LayoutTests {
  @Test(
    "The panes stand side by side in wide windows, stacked in others, alone in small ones",
    arguments: [
      (109, 30, LayoutMode.stacked), (110, 30, .side), (110, 12, .side), (40, 16, .stacked),
      (39, 30, .article), (80, 15, .article), (30, 8, .article), (20, 5, .article),
    ]
  )
  func automatic(columns: Int, rows: Int, mode: LayoutMode) {
    #expect(Session(Sample.bridge, columns: columns, rows: rows).state.panes.mode == mode)
  }

  @Test("v goes through all layouts and back to the first")
  func cycle() {
    var session = Session(Sample.bridge, columns: 120, rows: 30)
    var modes: [LayoutMode] = []
    for _ in 0..<5 {
      modes.append(session.state.panes.mode)
      session.press("v")
    }
    #expect(modes == [.side, .stacked, .article, .thread, .side])
  }

  @Test(
    "In any window v leads to another layout or says why not",
    arguments: [(20, 5), (30, 8), (43, 20)]
  )
  func cycleInSmall(columns: Int, rows: Int) {
    var session = Session(Sample.bridge, columns: columns, rows: rows)
    for _ in 0..<6 {
      let before = session.state.panes
      session.press("v")
      #expect(session.state.panes != before)
      #expect(session.violation == nil)
    }
  }

  @Test("< and > move the border as far as it goes, and then say so", arguments: [80, 160])
  func border(columns: Int) {
    var session = Session(Sample.bridge, columns: columns, rows: 40)
    let start = session.state.panes
    session.press(">")
    #expect(session.state.panes != start)
    session.press("<")
    #expect(session.state.panes == start)
    for _ in 0..<80 { session.press("<") }
    #expect(session.state.message?.text == "cannot move the border further")
    #expect(session.state.panes.article.map { $0.size.columns >= 20 && $0.size.rows >= 2 } == true)
    session.press("Z")
    #expect(session.state.message?.text.hasPrefix("undone") == true)
  }

  @Test("Tab shows the other pane where one stands alone")
  func otherPaneAlone() {
    var session = Session(Sample.bridge, options: ReaderOptions(layout: .article))
    session.press("Tab")
    #expect(session.state.panes.thread != nil && session.state.focus == .thread)
  }

  @Test("A window too small says so and recovers")
  func tooSmall() {
    var session = Session(Sample.bridge)
    session.press("Tab 7 G")
    let before = session.screen
    session.send(.resize(Size(columns: 19, rows: 4)))
    #expect(session.screen.contains("too small"))
    session.send(.resize(Size(columns: 80, rows: 24)))
    #expect(session.screen == before)
  }

  @Test(
    "The text at the top of a pane stays there at another width",
    arguments: [40, 70, 100, 150]
  )
  func keepsText(columns: Int) {
    var session = Session(
      Sample.long,
      columns: 60,
      rows: 20,
      options: ReaderOptions(layout: .thread, showsRail: false)
    )
    session.press("J 9 j")
    func words(_ rows: ArraySlice<String>) -> String {
      rows.joined(separator: " ").split { " ┃".contains($0) }.joined(separator: " ")
    }
    let top = words(session.rows[1...1])
    session.send(.resize(Size(columns: columns, rows: 20)))
    #expect(words(session.rows[1...3]).contains(top))
  }

  @Test("Any sizes in between lead back to the same screen", arguments: 0..<15 as Range<UInt64>)
  func resizeAndBack(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let document = [Sample.bridge, Sample.long, Sample.deep][Int(seed % 3)]
    let layout = LayoutMode.allCases[Int(seed) % LayoutMode.allCases.count]
    let size = Size(
      columns: .random(in: 20...160, using: &generator),
      rows: .random(in: 5...50, using: &generator)
    )
    var session = Session(
      document,
      columns: size.columns,
      rows: size.rows,
      options: ReaderOptions(layout: layout)
    )
    session.press("Tab")
    for _ in 0..<Int.random(in: 0...20, using: &generator) {
      session.press(
        ["j", "J", "Space", "d", "k", "h", "^N", "Tab"].randomElement(using: &generator) ?? "j"
      )
    }
    let before = session.screen
    for _ in 0..<8 {
      let columns = Int.random(in: 1...200, using: &generator)
      session.send(.resize(Size(columns: columns, rows: .random(in: 1...60, using: &generator))))
      #expect(session.violation == nil, "seed \(seed)")
    }
    session.send(.resize(size))
    #expect(session.screen == before, "seed \(seed)")
  }

  @Test("Dates are how long ago, or when; t changes them")
  func dates() {
    var session = Session(Sample.bridge)
    session.press("Tab")
    #expect(session.screen.contains("hours ago"))
    session.press("t")
    #expect(session.screen.contains("2024-05-01 09:00"))
    session.press("t")
    #expect(session.screen.contains("hours ago"))
  }

  @Test("The status line says where the reader is")
  func status() {
    var session = Session(Sample.bridge)
    #expect(session.rows.last?.contains("article") == true)
    session.press("Tab 3 J")
    let status = session.rows.last ?? ""
    #expect(status.contains("comment 4 of 11") && status.contains("depth 4"))
    session.press("G")
    #expect(session.rows.last?.hasSuffix("100%") == true)
  }

  @Test("While its parent is off screen, the row above the thread says who is answered")
  func ancestorLine() {
    var session = Session(
      Sample.bridge,
      columns: 60,
      rows: 12,
      options: ReaderOptions(layout: .thread)
    )
    session.press("3 G zt")
    #expect(session.rows[0].contains("Hugo Pellow") && session.rows[0].contains("The accounts are"))
  }
}
