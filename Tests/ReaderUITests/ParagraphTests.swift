import DocumentModel
import ReaderUI
import Terminal
import TestSupport
import Testing

@Suite("Paragraphs of the article")
struct ParagraphTests {
  private static let names = (0..<20).map { "Paragraph number \($0)." }

  private static var document: Document {
    Document.literal(article: names.map { BlockLiteral(stringLiteral: $0) })
  }

  @Test("Each can be gone to and copied, those of the last page too", arguments: [12, 24, 80])
  func reachesAll(rows: Int) {
    var session = Session(Self.document, columns: 60, rows: rows)
    for name in Self.names {
      session.press("} y y")
      #expect(session.effects.last == .copy(name))
      let cursor = session.cursor.map { session.rows[$0.row] }
      #expect(cursor?.contains(name) == true)
    }
    session.press("}")
    #expect(session.screen.contains("no later paragraph"))
    for name in Self.names.dropLast().reversed() {
      session.press("{ y y")
      #expect(session.effects.last == .copy(name))
    }
  }

  @Test("The percentage is that of the text, even in one long paragraph")
  func percentage() {
    let text = (0..<3_000).map { "line \($0)" }.joined(separator: "\n")
    let document = Document.literal(article: [BlockLiteral(stringLiteral: text)])
    var session = Session(document, columns: 60, rows: 12)
    session.press("5 0 %")
    #expect(
      session.rows.last?.contains("50%") == true || session.rows.last?.contains("49%") == true
    )
    #expect(session.screen.contains("line 15"))
    session.press("G")
    #expect(session.rows.last?.contains("100%") == true)
  }

  @Test("Under the title stand author, date and site")
  func head() {
    let document = Document.literal(
      title: "Low tide",
      byline: "By Fay",
      date: Timestamp(year: 2024, month: 5, day: 3, hour: 9, minute: 15, precision: .minute),
      url: "https://tide.example/2024/low/",
      article: ["Sand."]
    )
    let rows = Session(document, columns: 60, rows: 8).rows
    #expect(rows[0].contains("Low tide"))
    #expect(rows[1].contains("By Fay"))
    #expect(rows[2].contains("2024-05-03 09:15 · tide.example"))
  }
}
