import DocumentModel
import Terminal

/// Lays out the blocks of a document at one width.
///
/// Keeps nothing: a block costs its own length each time it is asked for.
public struct BlockLayout: Sendable {
  /// The document whose blocks these are.
  public let document: Document
  /// The columns there are, 1 or more.
  public let width: Int
  /// Whether long code lines go on below, marked `↪`; else a code line is as long as it is.
  public let codeWraps: Bool

  /// A layout of `document` at `width` columns; less than 1 counts as 1.
  public init(document: Document, width: Int, codeWraps: Bool = true) {
    self.document = document
    self.width = max(1, width)
    self.codeWraps = codeWraps
  }

  /// The lines of the block at index `block` of `Document.blocks`.
  ///
  /// Never empty for a block with text; one line for a rule.
  public func lines(of block: Int) -> [Line] {
    let index = block
    let block = document.blocks[index]
    let frame = LineFrame(
      block,
      marker: marker(of: block),
      markerWidth: markerWidth(around: index),
      width: width
    )
    switch block.kind {
    case .rule: return [ruleLine(of: block, in: frame)]
    case .code: return lines(of: block, in: frame, style: .anywhere)
    case .table: return tableLines(of: block, in: frame)
    default: return lines(of: block, in: frame, style: .words)
    }
  }

  /// The lines of a text without spans, such as a title.
  public func lines(of range: TextRange) -> [Line] {
    let block = Block(.paragraph, text: range)
    return lines(of: block, in: LineFrame(block, width: width), style: .words)
  }

  private func marker(of block: Block) -> String? {
    switch block.kind {
    case .listItem: block.ordinal.map { "\($0)." } ?? "•"
    case .image: "▦"
    default: nil
    }
  }

  /// The widest number among the items of a numbered list about the block at `index`.
  ///
  /// Looks a hundred blocks either way and no further, so that an item costs no whole list.
  private func markerWidth(around index: Int) -> Int {
    let blocks = document.blocks
    guard blocks[index].kind == .listItem, var widest = blocks[index].ordinal else { return 0 }
    func look(at other: Block) -> Bool {
      guard other.kind == .listItem, other.level >= blocks[index].level else { return false }
      if other.level == blocks[index].level { widest = max(widest, other.ordinal ?? 0) }
      return true
    }
    _ = blocks[max(0, index - 100)..<index].reversed().first { !look(at: $0) }
    _ = blocks[index..<min(blocks.count, index + 100)].first { !look(at: $0) }
    return DisplayWidth.of("\(widest).")
  }

  private func ruleLine(of block: Block, in frame: LineFrame) -> Line {
    var line = frame.line(isFirst: true)
    line.text = block.text
    let rule = String(repeating: "─", count: frame.textWidth)
    line.pieces = [Piece(column: frame.indent, width: frame.textWidth, literal: rule)]
    line.isLast = true
    return line
  }

  private func tableLines(of block: Block, in frame: LineFrame) -> [Line] {
    let lines = document.text.withBytes { bytes in
      var table = TableLayout(block, in: frame, bytes: bytes, spans: spans(of: block))
      return table?.lines()
    }
    return lines.map(ended) ?? self.lines(of: block, in: frame, style: .words)
  }

  private func spans(of block: Block) -> ArraySlice<Span> {
    document.spans[Int(block.spans.lowerBound)..<Int(block.spans.upperBound)]
  }

  /// Where the words of a quoted source line start: after the `>` signs that bars stand for.
  private func quoted(_ source: Range<Int>, depth: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    var start = source.lowerBound
    for _ in 0..<depth {
      guard start < source.upperBound, bytes[start] == UInt8(ascii: ">") else { break }
      start += 1
      while start < source.upperBound, bytes[start] == 0x20 { start += 1 }
    }
    return start
  }

  /// The same lines, the last one marked.
  private func ended(_ lines: [Line]) -> [Line] {
    guard !lines.isEmpty else { return lines }
    var lines = lines
    lines[lines.count - 1].isLast = true
    return lines
  }

  private func lines(
    of block: Block,
    in frame: LineFrame,
    style: LineBreaker.Style
  ) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(Int(block.text.count) / frame.textWidth + 1)
    document.text.withBytes { bytes in
      let breaker = LineBreaker(bytes)
      var builder = PieceBuilder(bytes, spans: spans(of: block))
      let limit = style == .anywhere && !codeWraps ? Int.max / 2 : frame.textWidth
      for source in SourceLines(bytes, of: block.text.offsets) {
        var start = quoted(source, depth: Int(block.quoteDepth), in: bytes)
        let first = start
        repeat {
          var line = frame.line(isFirst: lines.isEmpty)
          if start < source.upperBound {
            let slice = breaker.line(from: start, to: source.upperBound, width: limit, style: style)
            line.pieces = builder.pieces(of: slice, indent: frame.indent)
            line.text = TextRange(slice.start, slice.end)
            if style == .anywhere, start > first { frame.markContinued(&line) }
            start = slice.end
          } else {
            line.text = TextRange(start, start)
          }
          lines.append(line)
        } while start < source.upperBound
      }
    }
    if lines.isEmpty, frame.marker != nil { lines.append(frame.line(isFirst: true)) }
    return ended(lines)
  }
}
