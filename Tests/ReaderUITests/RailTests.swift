import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("The rail")
struct RailTests {
  private static let talk = Document.literal(
    article: (1...60).map { BlockLiteral(.paragraph, $0 == 45 ? "A heron." : "Paragraph \($0).") },
    comments: (0..<100).map { index in
      CommentLiteral(
        "Author \(index)",
        index == 30 || index == 31 ? "A heron stood there." : "Something else.",
        byArticleAuthor: index == 80
      )
    }
  )

  private func session(_ layout: LayoutMode, _ keys: String = "") -> Session {
    var session = Session(Self.talk, columns: 60, rows: 22, options: ReaderOptions(layout: layout))
    session.press(keys)
    return session
  }

  /// The last column, from the row `first` to the one above the status line.
  private func rail(_ session: Session, from first: Int) -> String {
    let grid = session.grid
    let cells = (first..<grid.size.rows - 1).map {
      grid[Position(row: $0, column: grid.size.columns - 1)].scalar
    }
    return String(String.UnicodeScalarView(cells.compactMap(Unicode.Scalar.init)))
  }

  @Test("It marks the part of the thread on the screen, hits, and the author's own comments")
  func thread() {
    #expect(rail(session(.thread), from: 1) == "┃┃││││││││││││││◂│││")
    #expect(rail(session(.thread, "5 0 %"), from: 1) == "││││││││┃┃┃│││││◂│││")
    #expect(rail(session(.thread, "G / s t o o d Enter Esc"), from: 1).contains("◆") == false)
    let search = rail(session(.thread, "G / s t o o d Enter"), from: 1)
    #expect(search.dropFirst(6).hasPrefix("◆") && search.contains("◂"))
  }

  @Test("No text stands right beside it", arguments: [40, 60, 83])
  func gap(columns: Int) {
    let words = CommentLiteral("Ann", String(repeating: "aa ", count: 400))
    let session = Session(
      .literal(comments: [words, words]),
      columns: columns,
      rows: 12,
      options: ReaderOptions(layout: .thread)
    )
    let rows = session.rows.dropFirst(2).dropLast().filter { $0.contains("aa") }
    #expect(rows.count > 5)
    for row in rows { #expect(row.hasSuffix(" │") || row.hasSuffix(" ┃")) }
  }

  @Test("It marks new comments until they are many rows, each where it stands")
  func news() {
    var session = session(.thread)
    let document = session.state.document
    session.revise(to: document, places: Array(document.commentIDs), news: "2 new") {
      for index in [50, 99] { $0.new.insert(CommentID(index)) }
    }
    session.state.message = nil
    #expect(rail(session, from: 1) == "┃┃││││││││●│││││◂││●")
  }

  @Test("In the article it marks the place and the hits")
  func article() {
    #expect(rail(session(.article), from: 0).hasPrefix("┃┃┃│"))
    #expect(rail(session(.article, "G"), from: 0).hasSuffix("│┃┃┃┃"))
    let found = rail(session(.article, "/ h e r o n Enter g"), from: 0)
    #expect(found.dropFirst(15).hasPrefix("◆") && !found.hasPrefix("◆"))
  }

  @Test("zm takes it away and brings it back, and no text moves")
  func toggle() {
    var session = session(.thread)
    func words(_ session: Session) -> [String] {
      session.rows.dropLast().map { $0.prefix(58).split(separator: " ").joined(separator: " ") }
    }
    let text = words(session)
    session.press("zm")
    #expect(session.state.message?.text == "rail off")
    session.state.message = nil
    #expect(words(session) == text)
    #expect(!rail(session, from: 1).contains("┃"))
    session.press("zm")
    #expect(session.state.message?.text == "rail on")
    #expect(rail(session, from: 1).hasPrefix("┃┃"))
    session.send(.resize(Size(columns: 30, rows: 8)))
    session.press("zm zm")
    #expect(session.state.message?.text == "rail on; this pane is too narrow for it")
  }

  @Test("What fits the pane has none")
  func short() {
    let session = Session(Sample.headless, options: ReaderOptions(layout: .thread))
    #expect(rail(session, from: 1).allSatisfy { $0 == " " })
  }

  @Test("A click on it goes to that part of the thread")
  func click() {
    var session = session(.thread)
    session.send(.mouse(MouseEvent(.press(1), at: Position(row: 11, column: 59))))
    #expect(session.state.thread.focused == CommentID(50))
  }

  @Test("Every position falls on one row", arguments: [1, 2, 7, 20, 21, 100, 1_001])
  func rows(length: Int) {
    let rail = Rail(rows: 20, length: length)
    for position in 0..<length {
      let row = rail.row(of: position)
      #expect(rail.start(of: row) <= position && position < rail.start(of: row + 1))
    }
    #expect(
      rail.rows { $0 }
        == (0..<length).map(rail.row).reduce(into: []) { rows, row in
          if rows.last != row { rows.append(row) }
        }
    )
  }
}
