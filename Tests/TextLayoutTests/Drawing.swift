import DocumentModel
import Terminal
import TextLayout

/// A document of one block.
func document(_ text: String, block: (TextRange) -> Block) -> Document {
  Document(
    text: TextArena(text),
    source: Source(format: "test", location: "test"),
    article: Article(),
    blocks: [block(TextRange(0, text.utf8.count))]
  )
}

/// The lines of a block of `text`.
func lines(_ text: String, width: Int, block: (TextRange) -> Block) -> [Line] {
  BlockLayout(document: document(text, block: block), width: width).lines(of: 0)
}

/// What a block of `text` looks like: indents, markers and text, without spaces at the end.
func page(
  _ text: String,
  width: Int,
  codeWraps: Bool = true,
  block: (TextRange) -> Block
) -> [String] {
  let document = document(text, block: block)
  let layout = BlockLayout(document: document, width: width, codeWraps: codeWraps)
  return layout.lines(of: 0).map { draw($0, of: document) }
}

/// The rows of a paragraph of `text` at `width`.
func rows(_ text: String, width: Int) -> [String] {
  let document = document(text) { Block(.paragraph, text: $0) }
  return BlockLayout(document: document, width: width).lines(of: 0).map { line in
    line.pieces.map { $0.literal ?? document.text[$0.text] }.joined()
  }
}

/// A line as it looks on the screen, without spaces at its end.
func draw(_ line: Line, of document: Document) -> String {
  var row = ""
  func put(_ text: String, at column: Int) {
    row += String(repeating: " ", count: max(0, column - DisplayWidth.of(row))) + text
  }
  if let marker = line.marker { put(marker, at: line.markerColumn) }
  for piece in line.pieces { put(piece.literal ?? document.text[piece.text], at: piece.column) }
  while row.last == " " { row.removeLast() }
  return row
}
