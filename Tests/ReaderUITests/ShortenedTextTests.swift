import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("What does not fit")
struct ShortenedTextTests {
  @Test(
    "A text is cut at the edge of a word, in a long word inside it, and says so",
    arguments: [
      ("The mill below", 14, "The mill below"), ("The mill below", 13, "The mill…"),
      ("The mill below", 9, "The mill…"), ("The mill below", 8, "The…"),
      ("The mill below", 4, "The…"), ("The mill below", 3, "Th…"),
      ("A waterwheel", 10, "A waterwh…"),
      ("Two\nlines", 20, "Two…"), ("Two\nlines", 3, "Tw…"), ("川端川端川端", 7, "川端川…"),
      ("川端川端川端", 8, "川端川…"), ("Any", 1, "…"), ("Any", 0, ""), ("", 5, ""),
    ]
  )
  func shortened(text: String, columns: Int, expected: String) {
    let short = ShortenedText(text, columns: columns).text
    #expect(short == expected)
    #expect(DisplayWidth.of(short) <= columns)
  }

  @Test("A text that is not all there is says so, though it fits")
  func more() {
    #expect(ShortenedText("The mill", columns: 20, hasMore: true).text == "The mill…")
    #expect(ShortenedText("The mill", columns: 8, hasMore: true).text == "The…")
  }

  private static let talk = Document.literal(
    title: "The mill below the bridge and what the flood has left of its wheel",
    comments: [
      CommentLiteral(
        "Somebody with a long name",
        "The wheel was made of larch, and it turned for two hundred years before the flood came.",
        "There is more.",
        at: 60,
        replies: [
          CommentLiteral(
            "Hugo Pellow",
            "Larch it was.",
            at: 70,
            replies: [CommentLiteral("Ines", "How do you know?", at: 80)]
          )
        ]
      )
    ]
  )

  private func session(columns: Int, rows: Int = 10, _ keys: String) -> Session {
    var session = Session(
      Self.talk,
      columns: columns,
      rows: rows,
      options: ReaderOptions(layout: .thread)
    )
    session.press(keys)
    return session
  }

  @Test("The row of a fold ends in a whole word and a mark", arguments: 70...100)
  func fold(columns: Int) throws {
    let row = try #require(session(columns: columns, "h").rows.first { $0.contains("▸") })
    #expect(row.hasSuffix("…"))
    let words =
      Self.talk.text(of: CommentID(0)).split { " \n".contains($0) }.map(String.init) + ["replies"]
    let last = row.dropLast().split(separator: " ").last.map(String.init) ?? ""
    #expect(words.contains(last), "\(row)")
  }

  @Test("The row above the thread ends in a whole word and a mark", arguments: [40, 50, 60])
  func ancestor(columns: Int) {
    let row = session(columns: columns, rows: 6, "J zt").rows[0]
    #expect(row.hasPrefix("↳ Somebody with a long name: ") && row.hasSuffix("…"), "\(row)")
  }

  @Test("A header leaves out what matters least, never without a mark", arguments: 20...40)
  func header(columns: Int) throws {
    let row = try #require(session(columns: columns, "h").rows.first { $0.contains("▸") })
    #expect(row.contains("…") && DisplayWidth.of(row) <= columns)
    #expect(columns < 27 || row.contains("2 replies"))
  }

  @Test("The title in the status line ends in a whole word and a mark", arguments: [60, 70, 80])
  func title(columns: Int) throws {
    let row = try #require(session(columns: columns, "").rows.last)
    let name = row.prefix { $0 != "…" }.dropFirst()
    #expect(row.contains("…") && Self.talk.title.hasPrefix(name + " "), "\(row)")
  }

  @Test("A message longer than three rows says so")
  func message() {
    var session = session(columns: 30, "")
    session.state.say((1...60).map { "word \($0)" }.joined(separator: " "))
    #expect(session.state.messageRows.count == 3)
    #expect(session.state.messageRows.last?.hasSuffix("…") == true)
  }
}
