import DocumentModel
import Testing
import TextLayout

@Suite("Laying out blocks")
struct BlockLayoutTests {
  @Test("A paragraph fills its width and hangs its spaces")
  func paragraph() {
    #expect(rows("one two three four", width: 9) == ["one two", "three", "four"])
    #expect(rows("one two   three", width: 7) == ["one two", "three"])
    #expect(rows("one\n\ntwo", width: 7) == ["one", "", "two"])
  }
}

/// The rows a block of `text` takes at `width`, without indent and marker.
func rows(_ text: String, width: Int, kind: Block.Kind = .paragraph) -> [String] {
  let block = Block(kind, text: TextRange(0, text.utf8.count))
  let document = Document(
    text: TextArena(text),
    source: Source(format: "test", location: "test"),
    article: Article(),
    blocks: [block]
  )
  return BlockLayout(document: document, width: width).lines(of: 0).map { line in
    line.pieces.map { $0.literal ?? document.text[$0.text] }.joined()
  }
}
