import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Points and badges above a comment")
struct CommentFactsTests {
  private static let document = Document.literal(
    comments: [
      CommentLiteral("Ines", "One.", score: 12, badges: ["Keeper of the lock", "moderator"]),
      CommentLiteral("Hugo", "Two.", score: 1),
      CommentLiteral("Bram", "Three.", score: -1),
      CommentLiteral("Cleo", "Four.", score: 0),
    ]
  )

  private func headers(columns: Int, keys: String = "") -> [String] {
    var session = Session(
      Self.document,
      columns: columns,
      options: ReaderOptions(layout: .thread)
    )
    session.press(keys)
    return session.rows.filter { row in
      ["Ines", "Hugo", "Bram", "Cleo"].contains { row.contains($0) }
    }
  }

  @Test("They stand behind the date, each by itself; who has none shows none")
  func shown() {
    let headers = headers(columns: 100)
    #expect(headers.count == 4)
    #expect(headers[0].contains(" ago · 12 points · Keeper of the lock · moderator"))
    #expect(headers[1].contains(" ago · 1 point"))
    #expect(headers[2].contains(" ago · -1 point"))
    #expect(!headers[1].contains("points") && !headers[2].contains("points"))
    #expect(!headers[3].contains("point"))
  }

  @Test("What is filled begins with its word: the name before it keeps its space")
  func badge() throws {
    let own = CommentLiteral("Ines", "One.", byArticleAuthor: true)
    let badge = Style(background: .palette(2))
    let session = Session(
      .literal(article: [BlockLiteral(.paragraph, "Text.")], comments: [own]),
      options: ReaderOptions(layout: .thread),
      theme: Theme(name: "badges", styles: [.commentBadge: badge])
    )
    let row = try #require(session.rows.firstIndex { $0.contains("• Ines author") })
    let filled = (0..<80).filter {
      session.grid[Position(row: row, column: $0)].style.background == badge.background
    }
    #expect(filled == Array(7..<13))
  }

  @Test("Where there is little room they go before who and when, and it is seen")
  func narrow() {
    for columns in 24...60 {
      let first = headers(columns: columns)[0]
      #expect(first.contains("Ines · 1 day ago"), "\(first)")
      let isWhole = first.contains("moderator")
      let endsInWord =
        first.hasSuffix("ago") || first.hasSuffix("points") || first.hasSuffix("lock")
      #expect(isWhole || endsInWord || first.hasSuffix("…"), "\(columns): \(first)")
      // What is left out is left out whole: a number that is cut is another number.
      #expect(!first.hasSuffix("…") || first.hasSuffix(" …"), "\(columns): \(first)")
    }
  }

  @Test("The points of the article stand in the line under its title")
  func article() {
    let opening = CommentLiteral(nil, state: .opening, id: "1", score: 408)
    let document = Document.literal(url: "https://a.example/q", opening: opening)
    #expect(Session(document).rows.contains { $0.contains("a.example · 408 points") })
  }

  @Test("They are dimmed")
  func dimmed() throws {
    var session = Session(
      Self.document,
      columns: 100,
      options: ReaderOptions(layout: .thread),
      theme: Theme(name: "t", styles: [.commentDimmed: Style(attributes: .dim)])
    )
    session.press("J")
    let row = try #require(session.rows.firstIndex { $0.contains("12 points") })
    let before = try #require(session.rows[row].firstRange(of: "12 points")).lowerBound
    let column = session.rows[row][..<before].count
    #expect(session.grid[Position(row: row, column: column)].style.attributes.contains(.dim))
  }

  @Test("A fold that hides replies says so first")
  func folded() {
    let document = Document.literal(
      comments: [
        CommentLiteral("Ines", "One.", score: 12, replies: [CommentLiteral("Hugo", "Two.")])
      ]
    )
    var session = Session(document, columns: 80, options: ReaderOptions(layout: .thread))
    session.press("zM")
    #expect(session.screen.contains(" · 1 reply · 12 points  One."))
  }
}
