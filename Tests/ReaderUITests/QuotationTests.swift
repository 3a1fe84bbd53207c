import DocumentModel
import Quotations
import Terminal
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

  @Test("The margin and headers count who quotes, and what several quote stands out")
  func counts() {
    let reading = Reading(Self.often)
    var session = Session(Self.often, columns: 100, rows: 30, theme: .roles)
    func styles(_ text: String) -> Set<Style> {
      for (row, line) in session.rows.enumerated() {
        guard let found = line.firstRange(of: text) else { continue }
        let start = line.distance(from: line.startIndex, to: found.lowerBound)
        return Set(
          (start..<start + text.count).map {
            session.grid[Position(row: row, column: $0)].style
          }
        )
      }
      return []
    }
    #expect(session.state.lacksQuotations && styles("quoted by").isEmpty)
    session.state.take(reading.quotations, of: session.state.reading)
    #expect(!session.state.lacksQuotations)
    #expect(session.rows.contains { $0.contains("4 The sluice has stood") })
    #expect(session.rows.contains { $0.contains("Dee") && $0.contains("quoted by 1") })
    #expect(styles("open since the flood").count == 1)
    #expect(styles("open since the flood") != styles("Nobody mends it"))
  }

  @Test(
    "Sentences repeated word for word are quotations of what is answered, not of other comments"
  )
  func repeated() {
    let index = Reading(Self.often).quotations
    let last = index.quotations(in: CommentID(4))
    #expect(last.map(\.mark) == [.repeated])
    #expect(last.first?.passages.map(\.comment) == [CommentID(3)])
    #expect(index.quotations(in: CommentID(5)).map(\.mark) == [.spoken])
  }

  @Test("What was found before the thread was sorted is not taken for what it is then")
  func outdated() {
    var session = Session(Self.often)
    let looked = session.state.reading
    session.press("Tab : s o r t Space a n s w e r s Enter")
    session.state.take(looked.quotations, of: looked)
    #expect(session.state.lacksQuotations)
    session.state.take(session.state.reading.quotations, of: session.state.reading)
    #expect(!session.state.lacksQuotations)
  }

  @Test("Words in an address are not quoted by who names the title")
  func address() {
    let document = Document.literal(comments: [
      CommentLiteral("Ann", "See https://a.example/nobody-mends-the-old-sluice-any-more there."),
      CommentLiteral("Bob", "“Nobody mends the old sluice any more” is good."),
    ])
    #expect(Reading(document).quotations.quotations.flatMap(\.passages).isEmpty)
  }

  @Test("A quotation of several paragraphs in one comes from each of them")
  func severalParagraphs() {
    let (first, second) = (
      "The first of the paragraphs has a good many words in it.",
      "And the second one has as many again, to be quoted with it."
    )
    let document = Document.literal(comments: [
      CommentLiteral("Ann", first, second, replies: [CommentLiteral("Bob", "> \(first) \(second)")])
    ])
    let passages = Reading(document).quotations.quotations.flatMap(\.passages)
    #expect(passages.count == 2 && Set(passages.map(\.comment)) == [CommentID(0)])
    #expect(passages.map { document.text[$0.text] }.first.map(first.hasPrefix) == true)
  }

  private static let sentence = "I went there with a lamp and looked for the old hinges myself"
  private static let often = Document.literal(
    article: [
      "The sluice has stood open since the flood of that year.", "Nobody mends it any more.",
    ],
    comments: [
      CommentLiteral("Ann", "> stood open since the flood", "No."),
      CommentLiteral("Bob", "> has stood open since the flood of", "Yes."),
      CommentLiteral("Cy", "> open since the flood of that year", "Well."),
      CommentLiteral(
        "Dee",
        sentence + ".",
        replies: [CommentLiteral("Eve", "You say: \(sentence). \(sentence).")]
      ),
      CommentLiteral("Flo", sentence + ".", "“The sluice has stood open since the flood”"),
    ]
  )

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
