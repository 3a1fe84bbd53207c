import DocumentModel
import ReaderUI
import TestSupport
import Testing

@Suite("Code and tables wider than the pane")
struct SidewaysTests {
  private static let code = "short\n" + (0..<20).map { "column\($0)" }.joined(separator: " ")

  private func session(_ block: BlockLiteral) -> Session {
    Session(Document.literal(article: [block, "A paragraph."]), columns: 60, rows: 12)
  }

  @Test("A code line stays one line, with a mark where it is cut")
  func cut() {
    let session = session(BlockLiteral(.code, Self.code))
    let rows = session.rows.filter { $0.contains("column0") }
    #expect(rows.count == 1)
    #expect(rows.first?.hasSuffix("›") == true)
    #expect(session.rows.contains { $0.hasSuffix("short") })
  }

  @Test("It scrolls to its end and back")
  func scrolls() {
    var session = session(BlockLiteral(.code, Self.code))
    session.press("zl")
    #expect(session.rows.contains { $0.contains("‹") && $0.contains("column2") })
    session.press("9 9 zl")
    #expect(session.rows.contains { $0.hasSuffix("column19") })
    session.press("zl")
    #expect(session.screen.contains("end of the longest line"))
    session.press("9 9 zh")
    #expect(session.rows.contains { $0.contains("column0") })
  }

  @Test("A table keeps its columns readable and scrolls, too")
  func table() {
    let row = (0..<12).map { "header\($0)" }.joined(separator: "\t")
    var session = session(BlockLiteral(.table, row + "\n" + row, level: 1))
    #expect(session.rows.contains { $0.contains("header0") && $0.hasSuffix("›") })
    session.press("9 9 zl")
    #expect(session.rows.contains { $0.contains("header11") })
  }

  @Test("A search shows hits that stand beyond the edge")
  func search() {
    var session = session(BlockLiteral(.code, Self.code))
    session.press("/ c o l u m n 1 7 Enter")
    #expect(session.rows.contains { $0.contains("‹") && $0.contains("column17") })
  }

  @Test("A search finds its way in a pane of a few columns", arguments: [1, 2, 3, 4, 6])
  func narrow(columns: Int) {
    let document = Document.literal(article: [BlockLiteral(.code, Self.code, quoteDepth: 1)])
    var session = Session(document, columns: columns, rows: 6)
    session.press("/ c o l u m n 1 7 Enter")
    #expect(session.state.search.active?.current != nil)
  }

  @Test("Where nothing is too wide, the key says so")
  func nothing() {
    var session = session("Words that wrap do not scroll.")
    session.press("zl")
    #expect(session.screen.contains("no code or table here is wider than the pane"))
  }

  @Test("What was scrolled is forgotten with the code off the screen")
  func forgotten() {
    let paragraphs = (0..<30).map { BlockLiteral(stringLiteral: "Paragraph \($0).") }
    let document = Document.literal(article: [BlockLiteral(.code, Self.code)] + paragraphs)
    var session = Session(document, columns: 60, rows: 12)
    session.press("zl G g")
    #expect(session.rows.contains { $0.contains("column0") })
  }
}
