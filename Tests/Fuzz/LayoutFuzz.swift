import DocumentModel
import DocumentParsing
import Terminal
import TextLayout

/// What is wrong with the lines of a block of each kind that holds `bytes`, `nil` if nothing is.
///
/// The first bytes say how wide the lines are and how the block stands.
func layoutViolation(_ bytes: UnsafeRawBufferPointer) -> String? {
  guard bytes.count > 4 else { return nil }
  let text = UnsafeRawBufferPointer(rebasing: bytes[4...])
  let source = SourceText(decoding: TextStorage(copying: text), location: "fuzz")
  let width = 1 + Int(bytes[0]) % 130
  for kind in Block.Kind.allCases {
    let block = Block(
      kind,
      level: bytes[1] % 8,
      quoteDepth: bytes[2] % 8,
      ordinal: bytes[3] % 2 == 0 ? Int32(bytes[3]) * 99 : nil,
      text: TextRange(0, source.text.count)
    )
    let document = Document(
      text: source.text,
      source: Source(format: "fuzz", location: "fuzz"),
      article: Article(blocks: 0..<1),
      blocks: [block]
    )
    let lines = BlockLayout(document: document, width: width).lines(of: 0)
    if let wrong = violation(of: lines, in: document, width: width) {
      return "\(kind), \(width) wide: \(wrong)"
    }
  }
  return nil
}

private func violation(of lines: [Line], in document: Document, width: Int) -> String? {
  var end: UInt32 = 0
  for (index, line) in lines.enumerated() {
    // A character that is wider than its line stands alone on it.
    if line.width > width, line.pieces.count > 1 || line.width > width + 1 + line.indent {
      return "line \(index) is \(line.width) wide"
    }
    if line.isLast != (index == lines.count - 1) { return "line \(index) is the last or is not" }
    if line.text.end > document.text.count { return "line \(index) ends beyond the text" }
    if document.blocks[0].kind != .table {
      if line.text.start < end { return "line \(index) starts before the one above ends" }
      end = line.text.end
    }
    var column = line.indent
    for piece in line.pieces {
      if piece.column < column { return "line \(index): pieces overlap" }
      let text = piece.literal ?? document.text[piece.text]
      if DisplayWidth.of(text) != piece.width { return "line \(index): a piece of another width" }
      column = piece.column + piece.width
    }
  }
  return nil
}
