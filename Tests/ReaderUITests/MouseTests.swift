import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("The mouse")
struct MouseTests {
  private func session() -> Session {
    Session(Sample.bridge, columns: 120, rows: 30)
  }

  @Test("The wheel scrolls the pane under it, wherever the focus is")
  func wheel() {
    var session = Session(Sample.bridge, columns: 120, rows: 12)
    let article = session.state.article.anchor
    session.send(.mouse(MouseEvent(.wheelDown, at: Position(row: 5, column: 100))))
    #expect(session.state.article.anchor == article && session.state.focus == .article)
    #expect(session.state.thread.anchor != ScrollAnchor())
    session.send(.mouse(MouseEvent(.wheelDown, at: Position(row: 5, column: 10))))
    #expect(session.state.article.anchor != article)
    session.send(.mouse(MouseEvent(.wheelUp, at: Position(row: 5, column: 10))))
    #expect(session.state.article.anchor == article)
  }

  @Test("A click focuses the comment under it")
  func click() throws {
    var session = session()
    let row = try #require(session.rows.firstIndex { $0.contains("Monks did not") })
    session.click(row: row, column: 90)
    #expect(session.state.focus == .thread && session.state.thread.focused == CommentID(4))
  }

  @Test("A click that gives the thread more rows leaves the comment under the pointer")
  func clickInSmallPane() throws {
    var session = Session(Sample.bridge)
    session.press("Tab 6 G zt Tab")
    let row = try #require(session.rows.firstIndex { $0.contains("The ladder is on my barn") })
    session.click(row: row, column: 10)
    #expect(session.state.focus == .thread && session.state.thread.focused == CommentID(6))
    #expect(session.rows.firstIndex { $0.contains("The ladder is on my barn") } == row)
  }

  @Test("A click on a fold mark folds, another unfolds")
  func foldMark() throws {
    var session = session()
    let row = try #require(session.rows.firstIndex { $0.contains("▾ Ines") })
    let column = try #require(session.column(of: "▾", inRow: row))
    session.click(row: row, column: column)
    #expect(session.state.thread.folds.contains(CommentID(0)))
    session.click(row: row, column: column)
    #expect(!session.state.thread.folds.contains(CommentID(0)))
  }

  @Test("A click on a line of the tree folds the comment it comes down from")
  func threadLine() throws {
    var session = session()
    let row = try #require(session.rows.firstIndex { $0.contains("The accounts are lost") })
    let border = try #require(session.state.panes.border?.origin.column)
    session.click(row: row, column: border + 2)
    #expect(session.state.thread.folds.contains(CommentID(0)))
    #expect(session.state.thread.focused == CommentID(0))
  }

  @Test("A click on a cut opens it as e does")
  func cut() throws {
    var session = session()
    let row = try #require(session.rows.firstIndex { $0.contains("✂ cut by the site") })
    session.click(row: row, column: try #require(session.column(of: "✂", inRow: row)))
    #expect(session.effects == [.complete([CommentID(4)])])
  }

  @Test("A click on a link opens its menu, whose rows can be clicked")
  func link() throws {
    var session = session()
    let row = try #require(session.rows.firstIndex { $0.contains("https://example.org/marks") })
    session.click(row: row, column: try #require(session.column(of: "h", inRow: row, from: 66)))
    #expect(session.state.mode.overlay?.title == "https://example.org/marks")
    let open = try #require(session.rows.firstIndex { $0.contains("Open in the browser") })
    #expect(abs(open - row) <= 4)
    session.click(row: open, column: try #require(session.column(of: "O", inRow: open)))
    #expect(session.effects == [.open("https://example.org/marks")])
    #expect(session.state.mode.overlay == nil)
  }

  @Test("A click outside an overlay closes it, with the line that filters it")
  func closeOverlay() {
    var session = session()
    session.press("? /")
    session.click(row: 0, column: 0)
    #expect(session.state.mode.overlay == nil && session.state.mode.prompt == nil)
  }

  @Test("The border is dragged to where the pointer is, and Z puts it back")
  func drag() throws {
    var session = session()
    let start = session.state.panes
    let column = try #require(start.border?.origin.column)
    session.click(row: 5, column: column)
    for step in 1...20 {
      session.send(.mouse(MouseEvent(.drag, at: Position(row: 5, column: column + step))))
    }
    session.send(.mouse(MouseEvent(.release, at: Position(row: 5, column: column + 20))))
    let moved = session.state.panes.border?.origin.column ?? 0
    #expect(abs(moved - column - 20) <= 1)
    session.send(.mouse(MouseEvent(.drag, at: Position(row: 5, column: 10))))
    #expect(session.state.panes.border?.origin.column == moved)
    session.press("Z")
    #expect(session.state.panes == start)
  }

  @Test("The caption between stacked panes is their border")
  func dragStacked() throws {
    var session = Session(Sample.bridge, columns: 80, rows: 30)
    let row = try #require(session.state.panes.caption?.origin.row)
    session.click(row: row, column: 5)
    session.send(.mouse(MouseEvent(.drag, at: Position(row: row + 5, column: 5))))
    #expect(session.state.panes.caption.map { abs($0.origin.row - row - 5) <= 1 } == true)
  }

  @Test(
    "A click on the row above the thread goes to the comment it speaks of",
    arguments: [LayoutMode.thread, .stacked, .side]
  )
  func ancestorLine(layout: LayoutMode) throws {
    var session = Session(
      Sample.bridge,
      columns: 120,
      rows: 20,
      options: ReaderOptions(layout: layout)
    )
    session.press("Tab Tab \(layout == .thread ? "Tab" : "") 4 G zt")
    let caption = try #require(session.state.panes.caption)
    #expect(session.rows[caption.origin.row].contains("↳ Ines"))
    session.click(row: caption.origin.row, column: caption.origin.column + 5)
    session.send(.mouse(MouseEvent(.release, at: Position(row: caption.origin.row, column: 100))))
    #expect(session.state.thread.focused == CommentID(2) && session.state.focus == .thread)
    session.press("(")
    #expect(session.state.thread.focused == CommentID(3))
  }

  @Test("Any click anywhere leaves a state that can be drawn")
  func everywhere() {
    for row in stride(from: 0, to: 30, by: 2) {
      for column in stride(from: 0, to: 120, by: 7) {
        var session = session()
        session.click(row: row, column: column)
        #expect(session.violation == nil, "row \(row), column \(column)")
      }
    }
  }
}
