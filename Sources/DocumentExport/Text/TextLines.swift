import DocumentModel
import Terminal
import TextLayout

/// Writes the text of a document in lines of a width.
struct TextLines {
  /// A reply is indented by this much more than what it answers.
  private static let step = 2
  /// Comments are indented no further than this.
  private static let indentLimit = 40
  /// The columns that indents leave for text, and in narrow windows.
  private static let (leastText, leastNarrowText) = (40, 20)

  let document: Document
  let bytes: UnsafeRawBufferPointer
  /// The columns of a line, 1 or more.
  let width: Int

  /// The columns before a comment that is `depth` answers away from the root of its thread.
  func indent(ofDepth depth: Int) -> Int {
    let isNarrow = width < Self.leastText + Self.leastNarrowText
    let room = width - (isNarrow ? Self.leastNarrowText : Self.leastText)
    return max(0, min(depth * Self.step, Self.indentLimit, room))
  }

  /// Writes a text of the document as a paragraph; nothing if it is empty.
  func write(_ text: TextRange, to sink: inout ByteSink) {
    guard !text.isEmpty else { return }
    for line in layout(indent: 0).lines(of: text) { write(line, indent: 0, to: &sink) }
  }

  /// Writes `text`, which is not of the document, as a paragraph.
  func write(_ text: String, indent: Int = 0, to sink: inout ByteSink) {
    let lines = WrappedText.lines(of: text, width: max(1, width - indent))
    for line in lines {
      pad(indent, &sink)
      sink.write(line)
      sink.write("\n")
    }
  }

  /// Writes blocks with a blank line between those that are not items of a list.
  func write(_ blocks: Range<Int32>, indent: Int = 0, to sink: inout ByteSink) {
    let layout = layout(indent: indent)
    var previous: Block?
    for index in Int(blocks.lowerBound)..<Int(blocks.upperBound) {
      let block = document.blocks[index]
      if let previous, previous.kind != .listItem || block.kind != .listItem {
        writeBlank(quoteDepth: min(previous.quoteDepth, block.quoteDepth), indent, to: &sink)
      }
      if block.kind == .code {
        writeCode(block, indent: indent, to: &sink)
      } else {
        for line in layout.lines(of: index) { write(line, indent: indent, to: &sink) }
      }
      previous = block
    }
  }
}

// MARK: - Lines

extension TextLines {
  private func layout(indent: Int) -> BlockLayout {
    BlockLayout(document: document, width: max(1, width - indent))
  }

  /// Writes a line as it was laid out, a blank for each column left free, none at the end.
  private func write(_ line: Line, indent: Int, to sink: inout ByteSink) {
    var column = -indent
    func advance(to target: Int) {
      pad(target - column, &sink)
      column = max(column, target)
    }
    for depth in 0..<line.quoteDepth {
      advance(to: 2 * depth)
      sink.write(">")
      column += 1
    }
    if let marker = line.marker {
      advance(to: line.markerColumn)
      sink.write(marker)
      column += DisplayWidth.of(marker)
    }
    for piece in line.pieces {
      advance(to: piece.column)
      if let literal = piece.literal {
        // The end of a row without its last cells.
        sink.write(piece == line.pieces.last && literal == " │ " ? " │" : literal)
      } else {
        sink.write(UnsafeRawBufferPointer(rebasing: bytes[piece.text.offsets]))
      }
      column += piece.width
    }
    sink.write("\n")
  }

  /// Writes code as it stands, its lines whole.
  private func writeCode(_ block: Block, indent: Int, to sink: inout ByteSink) {
    for line in SourceLines(bytes, of: block.text.offsets) {
      guard !line.isEmpty else {
        writeBlank(quoteDepth: block.quoteDepth, indent, to: &sink)
        continue
      }
      pad(indent, &sink)
      for _ in 0..<block.quoteDepth { sink.write("> ") }
      sink.write("    ")
      sink.write(UnsafeRawBufferPointer(rebasing: bytes[line]))
      sink.write("\n")
    }
  }

  /// Writes the line between two blocks, inside the quotations that both are in.
  private func writeBlank(quoteDepth: UInt8, _ indent: Int, to sink: inout ByteSink) {
    if quoteDepth > 0 {
      pad(indent, &sink)
      for depth in 0..<quoteDepth { sink.write(depth == 0 ? ">" : " >") }
    }
    sink.write("\n")
  }

  private func pad(_ columns: Int, _ sink: inout ByteSink) {
    for _ in 0..<max(0, columns) { sink.write(0x20) }
  }
}
