import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Patches")
struct PatchTests {
  @Test("Lines that are added, removed and name a place look different")
  func styles() throws {
    let patch = "@@ -1 +1 @@\n same\n-old\n+new words"
    let theme = Theme.roles
    let session = Session(
      .literal(article: [BlockLiteral(.code, patch, level: 1), BlockLiteral(.code, "-code")]),
      columns: 30,
      options: ReaderOptions(layout: .article),
      theme: theme
    )
    func color(_ words: String) throws -> Color {
      let row = try #require(session.rows.firstIndex { $0.contains(words) })
      let place = try #require(session.rows[row].firstRange(of: words)).lowerBound
      let column = session.rows[row].distance(from: session.rows[row].startIndex, to: place)
      return session.grid[Position(row: row, column: column)].style.foreground
    }
    #expect(try color("@@ -1") == theme[.codeHeading].foreground)
    #expect(try color("same") == theme[.codePatch].foreground)
    #expect(try color("-old") == theme[.codeRemoved].foreground)
    #expect(try color("+new") == theme[.codeAdded].foreground)
    #expect(try color("-code") == theme[.code].foreground)
  }
}
