import DocumentModel
import TestSupport
import Testing

@testable import TextLayout

@Suite("Laying out a text flow")
struct TextFlowTests {
  @Test("Any lines of a flow are those of its blocks", arguments: 0..<24)
  func anyLines(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let document = Self.sample(using: &generator)
    let blocks = 0..<document.blocks.count
    let layout = BlockLayout(
      document: document,
      width: Int.random(in: 1...60, using: &generator),
      codeWraps: seed % 2 == 0
    )
    let all = Self.lines(of: blocks, in: layout)
    let cache = LayoutCache()
    for _ in 0..<60 {
      let cached = generator.next() % 2 == 0 ? cache : nil
      let flow = TextFlow(layout, blocks: blocks, cache: cached)
      let start = Int.random(in: 0...all.count + 3, using: &generator)
      let end = start + Int.random(in: 0...90, using: &generator)
      #expect(flow.count(upTo: start) == min(start, all.count), "seed \(seed)")
      #expect(
        flow.lines(start..<end) == Array(all.dropFirst(start).prefix(end - start)),
        "seed \(seed), lines \(start) to \(end)"
      )
    }
    #expect(TextFlow(layout, blocks: blocks, cache: cache).count(upTo: .max) == all.count)
  }

  @Test("The line that shows a byte is the first that does", arguments: 0..<24)
  func showing(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let document = Self.sample(using: &generator)
    let blocks = 0..<document.blocks.count
    let layout = BlockLayout(document: document, width: Int.random(in: 1...60, using: &generator))
    let all = Self.lines(of: blocks, in: layout)
    let flow = TextFlow(layout, blocks: blocks, cache: LayoutCache())
    for _ in 0..<60 {
      let block = Int.random(in: blocks, using: &generator)
      let text = document.blocks[block].text
      let offset = UInt32.random(in: text.start...text.end, using: &generator)
      let expected = all.firstIndex { line in
        guard case .text(let line, let own) = line else { return false }
        return own > block || own == block && line.text.end > offset
      }
      #expect(flow.line(showing: offset, of: block) == expected, "seed \(seed)")
    }
  }

  @Test("The first lines of a long text do not wait for the rest")
  func firstLines() {
    let text = Array(repeating: "a bridge of stone", count: 50_000).joined(separator: "\n")
    let document = document(text) { Block(.paragraph, text: $0) }
    var index = LineIndex(BlockLayout(document: document, width: 80), blocks: 0..<1)
    #expect(index.lines(0..<60).count == 60)
    #expect(index.known < 200)
    #expect(index.count(upTo: 1_000) == 1_000)
    #expect(index.known < 1_200)
    #expect(index.count(upTo: .max) == 50_000)
  }

  @Test("A cache holds no more than it says, and forgets the oldest")
  func capacity() {
    let text = String(repeating: "a bridge of stone ", count: 400)
    let document = document(text) { Block(.paragraph, text: $0) }
    let cache = LayoutCache()
    for width in 20..<120 {
      let layout = BlockLayout(document: document, width: width)
      _ = TextFlow(layout, blocks: 0..<1, cache: cache).count(upTo: .max)
    }
    #expect(cache.count == LayoutCache.capacity)
  }

  private static func sample(using generator: inout SeededGenerator) -> Document {
    var text = ""
    var blocks: [Block] = []
    var spans: [Span] = []
    for _ in 0..<Int.random(in: 1...60, using: &generator) {
      let start = text.utf8.count
      let scalars = Int.random(in: 0...200, using: &generator)
      let sample = TextSample.mixed(scalars: scalars, using: &generator)
      text += sample
      let first = spans.count
      if !sample.isEmpty, generator.next() % 2 == 0 {
        spans += TextSample.spans(in: sample, using: &generator).map { span in
          let (lower, upper) = (Int(span.text.start), Int(span.text.end))
          return Span(span.kind, text: TextRange(start + lower, start + upper))
        }
      }
      let kinds = Block.Kind.allCases
      blocks.append(
        Block(
          kinds[Int.random(in: 0..<kinds.count, using: &generator)],
          level: UInt8(generator.next() % 3),
          quoteDepth: UInt8(generator.next() % 3),
          text: TextRange(start, text.utf8.count),
          spans: Int32(first)..<Int32(spans.count)
        )
      )
    }
    return Document(
      text: TextArena(text),
      source: Source(format: "test", location: "test"),
      article: Article(),
      blocks: blocks,
      spans: spans
    )
  }

  /// The lines of `blocks`, each laid out for itself.
  private static func lines(of blocks: Range<Int>, in layout: BlockLayout) -> [TextFlow.Line] {
    var all: [TextFlow.Line] = []
    for block in blocks {
      let lines = layout.lines(of: block)
      guard !lines.isEmpty else { continue }
      if !all.isEmpty, !layout.standsTightly(block) {
        all.append(.blank(bars: layout.bars(above: block)))
      }
      all += lines.map { .text($0, block: block) }
    }
    return all
  }
}

@Suite("Spans inside spans")
struct SpanNestTests {
  @Test("A piece is all the spans it stands in", arguments: 0..<40)
  func pieces(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let length = 200
    let spans = Self.spans(in: 0..<length, depth: 5, using: &generator)
    let text = String(repeating: "word. ", count: length / 6 + 1)
    let document = Document(
      text: TextArena(text),
      source: Source(format: "test", location: "test"),
      article: Article(),
      blocks: [
        Block(.paragraph, text: TextRange(0, length), spans: 0..<Int32(spans.count))
      ],
      spans: spans
    )
    for line in BlockLayout(document: document, width: 17).lines(of: 0) {
      for piece in line.pieces {
        for place in piece.text.offsets {
          let about = spans.indices.filter { spans[$0].text.offsets.contains(place) }
          let kinds = about.reduce(into: SpanSet()) { $0.formUnion(SpanSet(spans[$1].kind)) }
          let link = about.last { spans[$0].kind == .link }
          #expect(piece.spans == kinds, "seed \(seed), byte \(place)")
          #expect(piece.link == link.map { Int32($0) }, "seed \(seed), byte \(place)")
        }
      }
    }
  }

  /// Spans side by side in `range`, each with others inside; outer ones first.
  private static func spans(
    in range: Range<Int>,
    depth: Int,
    using generator: inout SeededGenerator
  ) -> [Span] {
    var spans: [Span] = []
    var start = range.lowerBound
    while depth > 0, start < range.upperBound {
      start += Int.random(in: 0...range.count / 2, using: &generator)
      let end = min(range.upperBound, start + Int.random(in: 1...range.count, using: &generator))
      guard start < end else { break }
      let kind = Span.Kind.allCases[Int.random(in: 0..<6, using: &generator)]
      spans.append(Span(kind, text: TextRange(start, end)))
      spans += self.spans(in: start..<end, depth: depth - 1, using: &generator)
      start = end
    }
    return spans
  }
}
