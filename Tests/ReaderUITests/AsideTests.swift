import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Asides")
struct AsideTests {
  private let document = Document.literal(
    article: [
      "Before.", BlockLiteral(.paragraph, "Ines wrote:", level: 1),
      BlockLiteral(.paragraph, "Oak lasts.", quoteDepth: 1),
      BlockLiteral(.paragraph, "Quoted sign.", level: 1, quoteDepth: 1),
    ],
    comments: [
      CommentLiteral("Ann", "> Oak lasts.", "It does.", replies: [CommentLiteral("Bob", "Yes.")])
    ]
  )

  @Test("have a style of their own, in quotations as well")
  func style() throws {
    let theme = Theme.roles
    let session = Session(document, options: ReaderOptions(layout: .article), theme: theme)
    func color(_ words: String) throws -> Color {
      let row = try #require(session.rows.firstIndex { $0.contains(words) })
      let place = try #require(session.rows[row].firstRange(of: words)).lowerBound
      let column = session.rows[row].distance(from: session.rows[row].startIndex, to: place)
      return session.grid[Position(row: row, column: column)].style.foreground
    }
    #expect(try color("Ines wrote:") == theme[.aside].foreground)
    #expect(try color("Quoted sign.") == theme[.aside].foreground)
    #expect(try color("Oak lasts.") == theme[.quote].foreground)
    #expect(try color("Before.") == theme[.text].foreground)
  }

  @Test("A folded comment shows its writer's own words, not those it quotes")
  func excerpt() {
    var session = Session(document, options: ReaderOptions(layout: .thread))
    session.press("z M")
    #expect(session.screen.contains("It does."))
    #expect(!session.screen.contains("Oak lasts."))
  }
}
