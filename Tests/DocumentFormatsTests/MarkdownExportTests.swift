import DocumentExport
import DocumentModel
import TestSupport
import Testing

@Suite("Markdown")
struct MarkdownExportTests {
  private func markdown(_ block: BlockLiteral) -> String {
    text(of: .literal(title: "", article: [block]))
  }

  private func text(of document: Document) -> String {
    let bytes = ByteSink.collect { MarkdownExport.write(document, to: &$0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("Code cannot end its own fence")
  func fences() {
    #expect(markdown(BlockLiteral(.code, "a\n```\nb")) == "````\na\n```\nb\n````\n\n")
    #expect(markdown(BlockLiteral(.code, "`a`")) == "```\n`a`\n```\n\n")
  }

  @Test("Lines stay lines")
  func lineBreaks() {
    #expect(markdown(BlockLiteral(.paragraph, "one\ttwo\nthree")) == "one\ttwo\\\nthree\n\n")
  }

  @Test("Tables are tables, with a heading or without, as wide as their widest row")
  func tables() {
    let text = "Name\tPart | share\nOak\t3\tof 4"
    #expect(
      markdown(BlockLiteral(.table, text, level: 1))
        == "| Name | Part \\| share |  |\n| --- | --- | --- |\n| Oak | 3 | of 4 |\n\n"
    )
    #expect(
      markdown(BlockLiteral(.table, "a\tb", quoteDepth: 1))
        == "> |  |  |\n> | --- | --- |\n> | a | b |\n\n"
    )
  }

  @Test("The date and the address of the article stand under its title")
  func head() {
    let date = Timestamp(year: 2024, month: 5, day: 1, precision: .day)
    let document = Document.literal(
      title: "Oak",
      byline: "By Mo",
      date: date,
      url: "https://a.example/oak",
      article: ["Tall."]
    )
    #expect(
      text(of: document) == "# Oak\n\nBy Mo\n\n2024-05-01\n\n<https://a.example/oak>\n\nTall.\n\n"
    )
  }

  @Test("The date of a comment leads to its address; without a date the address has a name")
  func permalinks() {
    let comments = [
      CommentLiteral("Ann", "First.", byArticleAuthor: true, url: "https://a.example/oak#c1"),
      CommentLiteral("Bo", "Second."),
    ]
    let text = text(of: Document.literal(comments: comments))
    #expect(
      text.contains(
        "**Ann** \\[author\\] · [2024-05-01T08:00](<https://a.example/oak#c1>)\n\nFirst.\n"
      )
    )
    #expect(text.contains("**Bo** · 2024-05-01T08:00\n\nSecond.\n"))
  }

  @Test("Badges, points and the last edit stand in the header")
  func facts() {
    var comment = CommentLiteral("Ann", "First.", byArticleAuthor: true)
    (comment.score, comment.badges) = (12, ["mod *", "Ulm"])
    let document = Document.literal(comments: [comment])
    #expect(
      text(of: document).contains(
        "**Ann** \\[author\\] \\[mod \\*\\] \\[Ulm\\] · 2024-05-01T08:00 · 12 points\n"
      )
    )
    let plain = String(
      decoding: ByteSink.collect { TextExport.write(document, to: &$0) },
      as: UTF8.self
    )
    #expect(plain.contains("\nAnn [author] [mod *] [Ulm] · 2024-05-01T08:00 · 12 points\n"))
  }

  @Test("Inner items stand below the text of those they belong to")
  func lists() {
    let items = [(0, "one"), (1, "two"), (2, "three"), (0, "four")]
      .map { BlockLiteral(.listItem, $1, level: UInt8($0)) }
    let list = text(of: .literal(title: "", article: items))
    #expect(list == "- one\n  - two\n    - three\n- four\n\n")
    // A list whose outer items are lost is no code.
    #expect(markdown(BlockLiteral(.listItem, "deep", level: 3)) == "- deep\n\n")
  }

  @Test("Wrapped lines begin with nothing that means something there")
  func wrapping() {
    let words = "one two three four - five + six # seven 8. eight > nine = ten"
    let document = Document.literal(title: "", article: [BlockLiteral(stringLiteral: words)])
    let bytes = ByteSink.collect { MarkdownExport.write(document, width: 20, to: &$0) }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count > 2)
    #expect(lines.joined(separator: " ") == words)
    #expect(lines.allSatisfy { $0.first?.isLetter == true })
  }

  @Test("Quotation marks the writer typed are written once")
  func quotes() {
    let block = BlockLiteral(.paragraph, "> > one\n> > > two", quoteDepth: 2)
    #expect(markdown(block) == "> > one\\\n> > \\> two\n\n")
  }

  @Test(
    "What would read as mark-up is told as text",
    arguments: [
      ("1. one", "1\\. one"), ("1) one", "1\\) one"), ("# one", "\\# one"), ("- one", "\\- one"),
      ("Ends here (so it does). 2. two", "Ends here (so it does). 2. two"),
      ("*a* _b_ `c` [d] <e>", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\] \\<e>"),
      ("~~a~~ b|c", "\\~\\~a\\~\\~ b\\|c"), ("::: a", "\\::: a"),
      ("    a", "&nbsp;&nbsp;&nbsp;&nbsp;a"),
    ]
  )
  func escapes(_ text: String, _ expected: String) {
    #expect(markdown(BlockLiteral(.paragraph, text)) == expected + "\n\n")
  }

  @Test("An address cannot leave its brackets")
  func addresses() {
    let text = "see http://a.example/<b>\\c here"
    #expect(
      markdown(BlockLiteral(.paragraph, text))
        == "see [http://a.example/\\<b>\\\\c](<http://a.example/%3Cb%3E%5Cc>) here\n\n"
    )
  }
}
