import DocumentModel
import Testing

@Suite("Blocks")
struct BlockTests {
  @Test(
    "The words of a quoted line stand behind as many signs as there are quotations",
    arguments: [
      ("> words", 1, "words"), (">words", 1, "words"), ("words", 1, "words"),
      (">> words", 1, "> words"), ("> > words", 2, "words"), ("> words", 2, "words"),
      ("> words", 0, "> words"), (">", 1, ""), ("", 3, ""),
    ]
  )
  func words(_ line: String, _ depth: UInt8, _ words: String) {
    let text = TextArena(line)
    let block = Block(.paragraph, quoteDepth: depth, text: TextRange(0, text.count))
    let range = text.withBytes { block.words(ofLine: 0..<$0.count, in: $0) }
    #expect(text[TextRange(range.lowerBound, range.upperBound)] == words)
  }
}
