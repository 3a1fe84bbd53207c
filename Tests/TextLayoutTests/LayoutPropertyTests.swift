import DocumentModel
import Terminal
import TestSupport
import Testing

@testable import TextLayout

@Suite("Whatever the text")
struct LayoutPropertyTests {
  @Test("Lines keep to the width and lose no character", arguments: 1...120)
  func everyWidth(width: Int) {
    for kind in Block.Kind.allCases where kind != .table {
      for round in 0..<4 {
        let seed = UInt64(width * 100 + round)
        var generator = SeededGenerator(seed: seed)
        let text = TextSample.mixed(scalars: 150, using: &generator)
        let document = Document(
          text: TextArena(text),
          source: Source(format: "test", location: "test"),
          article: Article(),
          blocks: [
            Block(
              kind,
              level: UInt8(generator.next() % 4),
              quoteDepth: UInt8(generator.next() % 4),
              ordinal: generator.next() % 2 == 0 ? 12 : nil,
              text: TextRange(0, text.utf8.count),
              spans: 0..<4
            )
          ],
          spans: TextSample.spans(in: text, using: &generator)
        )
        check(document, width: width, note: "seed \(seed), width \(width), \(kind)")
      }
    }
  }

  @Test("Bytes that are no text at all are laid out too", arguments: 0..<20)
  func anyBytes(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<400).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let width = Int.random(in: 2...40, using: &generator)
    for kind in Block.Kind.allCases {
      let document = Document(
        text: TextArena(TextStorage(copying: bytes)),
        source: Source(format: "test", location: "test"),
        article: Article(),
        blocks: [Block(kind, level: 1, quoteDepth: 1, text: TextRange(0, bytes.count))]
      )
      for line in BlockLayout(document: document, width: width).lines(of: 0) {
        #expect(line.width <= width, "seed \(seed), \(kind)")
        #expect(line.text.end <= bytes.count, "seed \(seed), \(kind)")
      }
    }
  }

  private func check(_ document: Document, width: Int, note: String) {
    let lines = BlockLayout(document: document, width: width).lines(of: 0)
    var shown = ""
    for (index, line) in lines.enumerated() {
      let texts = line.pieces.filter { $0.literal == nil }.map { document.text[$0.text] }
      #expect(line.isLast == (index == lines.count - 1), "\(note)")
      #expect(line.quoteDepth * 2 <= line.indent, "\(note)")
      if line.width > width {
        let clusters = texts.joined().unicodeScalars.filter { !TextSample.joins($0) }
        #expect(clusters.count <= 1, "\(note): line \(index) is \(line.width) wide: \(texts)")
      }
      var column = line.indent
      for (piece, text) in zip(line.pieces.filter { $0.literal == nil }, texts) {
        #expect(piece.column >= column, "\(note)")
        #expect(piece.width == DisplayWidth.of(text), "\(note): \(text)")
        column = piece.column + piece.width
      }
      shown += texts.joined()
    }
    guard document.blocks[0].kind != .rule else { return }
    #expect(
      TextSample.visible(shown) == TextSample.visible(document.text(of: document.blocks[0])),
      "\(note)"
    )
  }

  @Test("The short cut through plain text finds the lines the rules find", arguments: 0..<40)
  func shortCut(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("aaaaabcXYZ 019      .,;:!?'\"()[]{}/-+=%$&_|\\#@*<>~^")
    for _ in 0..<200 {
      let text = String(
        (0..<Int.random(in: 1...60, using: &generator)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        }
      )
      let width = Int.random(in: 1...30, using: &generator)
      for style in [LineBreaker.Style.words, .anywhere] {
        let (short, scanned) = Self.bothWays(text, width: width, style: style)
        #expect(short == scanned, "seed \(seed), width \(width): \(text)")
      }
    }
  }

  private static func bothWays(
    _ text: String,
    width: Int,
    style: LineBreaker.Style
  ) -> ([LineSlice], [LineSlice]) {
    TextArena(text).withBytes { bytes in
      let breaker = LineBreaker(bytes)
      var (short, scanned): ([LineSlice], [LineSlice]) = ([], [])
      var start = 0
      while start < bytes.count {
        let line = breaker.line(from: start, to: bytes.count, width: width, style: style)
        short.append(line)
        scanned.append(
          breaker.scannedLine(from: start, to: bytes.count, width: width, style: style)
        )
        start = line.end
      }
      return (short, scanned)
    }
  }
}
