import DocumentExport
import DocumentModel
import Terminal
import TestSupport
import Testing

@Suite("Text")
struct TextExportTests {
  private static let words = "A bridge of stone stands where the river is narrow. 橋は石でできている。"

  private func lines(of document: Document, width: Int?) -> [String] {
    let bytes = ByteSink.collect { TextExport.write(document, width: width, to: &$0) }
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    ).map(String.init)
  }

  /// A chain of answers with `count` comments.
  private func chain(_ count: Int) -> CommentLiteral {
    let words = Self.words
    return CommentLiteral("Ann of the bridge", words, replies: count > 1 ? [chain(count - 1)] : [])
  }

  @Test("No line is wider than the width, however deep", arguments: [24, 45, 60, 80, 132])
  func widths(_ width: Int) {
    let words = Self.words + " " + Self.words
    let article = [
      BlockLiteral(.paragraph, words), BlockLiteral(.paragraph, words, quoteDepth: 3),
      BlockLiteral(.listItem, words, level: 2), BlockLiteral(.heading, words, level: 2),
      BlockLiteral(.table, "\(words)\t1\n\(words)\t2", level: 1), BlockLiteral(.rule, ""),
    ]
    let document = Document.literal(
      title: words,
      byline: words,
      article: article,
      comments: [chain(50)]
    )
    let lines = lines(of: document, width: width)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    #expect(lines.allSatisfy { $0.last != " " })
    #expect(lines.contains { DisplayWidth.of($0) > width - 8 })
    let text = lines.joined().filter { !$0.isWhitespace }
    let comment = Self.words.filter { !$0.isWhitespace }
    #expect(text.ranges(of: comment).count >= 50)
  }

  @Test("Eighty columns are the rule")
  func usualWidth() {
    let paragraph = BlockLiteral(.paragraph, String(repeating: "stone ", count: 40) + "end")
    let document = Document.literal(article: [paragraph])
    #expect(lines(of: document, width: nil) == lines(of: document, width: 80))
  }

  @Test("Replies are indented while forty columns are left for their text, or twenty of few")
  func indents() {
    let document = Document.literal(title: "", article: [], comments: [chain(30)])
    for (width, most) in [(132, 40), (80, 40), (64, 24), (44, 24), (20, 0)] {
      let names = lines(of: document, width: width).filter { $0.contains("Ann of") }
      let indents = names.map { $0.prefix { $0 == " " }.count }
      #expect(indents == (0..<30).map { min(2 * $0, most) })
    }
  }

  @Test("The columns of a table stand below each other, numbers to the right")
  func tables() {
    let table = BlockLiteral(.table, "Tree\tYears\nOak\t900\nHazel tree\t80", level: 1)
    let document = Document.literal(title: "", article: [table])
    #expect(
      lines(of: document, width: 80) == [
        "Tree       │ Years", "───────────┼──────", "Oak        │   900", "Hazel tree │    80", "",
      ]
    )
  }

  @Test("Code keeps its lines")
  func code() {
    let line = "let bridge = " + String(repeating: "stone + ", count: 20) + "\tend"
    let block = BlockLiteral(.code, line + "\n\n  next", quoteDepth: 1)
    let document = Document.literal(title: "", article: [block])
    #expect(lines(of: document, width: 30) == [">     " + line, ">", ">       next", ""])
  }

  @Test("A quotation keeps its marks where it is wrapped and between its paragraphs")
  func quotes() {
    let quoted = ["one two three four", "five"].map { BlockLiteral(.paragraph, $0, quoteDepth: 1) }
    let document = Document.literal(title: "", article: quoted + ["six"])
    #expect(
      lines(of: document, width: 14)
        == ["> one two", "> three four", ">", "> five", "", "six", ""]
    )
  }
}
