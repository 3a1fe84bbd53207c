import DocumentExport
import DocumentModel
import TestSupport
import Testing

@Suite("Markdown")
struct MarkdownExportTests {
  private func markdown(_ block: BlockLiteral) -> String {
    let document = Document.literal(title: "", article: [block])
    let bytes = ByteSink.collect { MarkdownExport.write(document, to: &$0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("Code cannot end its own fence")
  func fences() {
    #expect(markdown(BlockLiteral(.code, "a\n```\nb")) == "````\na\n```\nb\n````\n\n")
    #expect(markdown(BlockLiteral(.code, "`a`")) == "```\n`a`\n```\n\n")
  }

  @Test("Lines stay lines", arguments: [Block.Kind.paragraph, .table])
  func lineBreaks(_ kind: Block.Kind) {
    #expect(markdown(BlockLiteral(kind, "one\ttwo\nthree")) == "one\ttwo\\\nthree\n\n")
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
    ]
  )
  func escapes(_ text: String, _ expected: String) {
    #expect(markdown(BlockLiteral(.paragraph, text)) == expected + "\n\n")
  }

  @Test("An address cannot leave its brackets")
  func addresses() {
    let text = "see http://a.example/<b>\\c here"
    #expect(
      markdown(BlockLiteral(.paragraph, text)) == "see <http://a.example/%3Cb%3E%5Cc> here\n\n"
    )
  }
}
