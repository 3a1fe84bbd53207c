import DocumentModel
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Quotations and what they quote")
struct QuotationTests {
  private static let document = Document.literal(
    article: [
      "The weir was built in a dry summer.", "Nobody has seen the sluice open since the flood.",
      "A third paragraph that nobody takes up.",
    ],
    comments: [
      CommentLiteral(
        "Ann",
        "I have seen it open, twice, when the mill was sold.",
        replies: [
          CommentLiteral(
            "Bob",
            "> I have seen it open,  TWICE …",
            "When was that?",
            "> nobody has seen the sluice",
            replies: [
              CommentLiteral("Cy", "He says “seen it open, twice, when the mill was sold” himself.")
            ]
          ),
          CommentLiteral("Dee", "> words of some other page entirely", "So there."),
        ]
      ),
      CommentLiteral("Eve", "No quote: “short”."),
    ]
  )

  private func session(_ keys: String, columns: Int = 120) -> Session {
    var session = Session(Self.document, columns: columns, rows: 30)
    session.press(keys)
    return session
  }

  @Test(
    "a goes to the words that a comment quotes, whatever was left out or changed around them",
    arguments: [("J a", 0), ("3 G a", 0)]
  )
  func source(keys: String, comment: Int) {
    let session = session("Tab \(keys)")
    #expect(session.state.focus == .thread)
    #expect(session.state.thread.focused == CommentID(comment))
    #expect(session.state.message?.text.contains("from Ann; ^O goes back") == true)
    #expect(session.pressing("^O").state.thread.focused != CommentID(comment))
  }

  @Test("A number before it chooses the quote; one of the article leads there")
  func second() {
    let session = session("Tab J 2 a")
    #expect(session.state.focus == .article && session.state.article.item == 2)
    #expect(session.state.message?.text == "quote 2 of 2, from the article; ^O goes back")
  }

  @Test(
    "What cannot be found is told",
    arguments: [
      ("4 G a", "what this comment quotes is not in this document"),
      ("G a", "this comment quotes nothing"), ("J 3 a", "this comment has 2 quotes"),
    ]
  )
  func refusals(keys: String, message: String) {
    #expect(session("Tab \(keys)").state.message?.text == message)
  }

  @Test("c lists the comments that quote this one, and what of the article is on the screen")
  func quoting() {
    let thread = session("Tab c").state.mode.overlay
    #expect(thread?.rows.map(\.target) == [.comment(CommentID(1)), .comment(CommentID(2))])
    let article = session("c").state.mode.overlay
    #expect(article?.rows.map(\.target) == [.comment(CommentID(1))])
    #expect(article?.rows.first?.text.hasPrefix("Bob  > nobody has seen") == true)
    #expect(session("c Enter").state.thread.focused == CommentID(1))
    #expect(session("Tab G c").state.message?.text == "no comment quotes this comment")
  }
}
