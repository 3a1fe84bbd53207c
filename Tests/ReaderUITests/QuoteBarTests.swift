import DocumentModel
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Bars of quotations")
struct QuoteBarTests {
  /// What stands in a pane's rows from the one with `first` to the one with `last`.
  private func rows(_ session: Session, _ first: String, _ last: String) throws -> [String] {
    let start = try #require(session.rows.firstIndex { $0.contains(first) })
    let end = try #require(session.rows.firstIndex { $0.contains(last) })
    return session.rows[start...end].map { row in
      String(row.drop { "│┃ ".contains($0) })
    }
  }

  @Test("They run through the rows between quoted paragraphs, as many as both have")
  func article() throws {
    let document = Document.literal(
      article: [
        "Before.", BlockLiteral(.paragraph, "Oak lasts.", quoteDepth: 1),
        BlockLiteral(.paragraph, "Under water.", quoteDepth: 2),
        BlockLiteral(.paragraph, "So they say.", quoteDepth: 1), "After.",
      ]
    )
    let session = Session(document, options: ReaderOptions(layout: .article))
    #expect(
      try rows(session, "Before.", "After.") == [
        "Before.", "", "▎ Oak lasts.", "▎", "▎ ▎ Under water.", "▎", "▎ So they say.", "",
        "After.",
      ]
    )
  }

  @Test("From the article's last quotation ]q goes on in the comments, and [q back")
  func acrossPanes() {
    let document = Document.literal(
      article: ["Before.", BlockLiteral(.paragraph, "Oak lasts.", quoteDepth: 1), "After."],
      comments: [CommentLiteral("Ann", "Nothing."), CommentLiteral("Bob", "> Oak lasts.", "So.")]
    )
    var session = Session(document, options: ReaderOptions(layout: .stacked))
    session.press("] q")
    #expect(session.state.focus == .article && session.state.message == nil)
    session.press("] q")
    #expect(session.state.focus == .thread && session.state.thread.focused == CommentID(1))
    session.press("] q")
    #expect(session.state.message?.text == "no later comment with a quote")
    session.press("[ q")
    #expect(session.state.focus == .article)
    session.press("(")
    #expect(session.state.focus == .thread && session.state.thread.focused == CommentID(1))
  }

  @Test("The same in comments, without the signs that were typed")
  func comments() throws {
    let document = Document.literal(
      comments: [
        CommentLiteral("Ann", "No quotation here."),
        CommentLiteral("Bob", "> Oak lasts.", ">> Under water.", "So they say."),
      ]
    )
    var session = Session(document, options: ReaderOptions(layout: .thread))
    session.press("] q")
    #expect(session.state.thread.focused == CommentID(1))
    #expect(
      try rows(session, "Oak lasts.", "So they say.") == [
        "▎ Oak lasts.", "▎", "▎ ▎ Under water.", "", "So they say.",
      ]
    )
  }
}
