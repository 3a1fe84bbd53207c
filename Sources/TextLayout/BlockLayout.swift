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
    let block = document.blocks[block]
    let frame = LineFrame(block, marker: marker(of: block), width: width)
    switch block.kind {
    case .rule: return [ruleLine(in: frame)]
    case .code: return lines(of: block, in: frame, style: .anywhere)
    default: return lines(of: block, in: frame, style: .words)
    }
  }

  /// The lines of a text without spans, such as a title.
  public func lines(of range: TextRange) -> [Line] {
    let block = Block(.paragraph, text: range)
    return lines(of: block, in: LineFrame(block, marker: nil, width: width), style: .words)
  }

  private func marker(of block: Block) -> String? {
    switch block.kind {
    case .listItem: block.ordinal.map { "\($0)." } ?? "•"
    case .image: "▦"
    default: nil
    }
  }

  private func ruleLine(in frame: LineFrame) -> Line {
    var line = frame.line(isFirst: true)
    let rule = String(repeating: "─", count: frame.textWidth)
    line.pieces = [Piece(column: frame.indent, width: frame.textWidth, literal: rule)]
    line.isLast = true
    return line
  }

  private func lines(
    of block: Block,
    in frame: LineFrame,
    style: LineBreaker.Style
  ) -> [Line] {
    let spans = document.spans[Int(block.spans.lowerBound)..<Int(block.spans.upperBound)]
    var lines: [Line] = []
    lines.reserveCapacity(Int(block.text.count) / frame.textWidth + 1)
    document.text.withBytes { bytes in
      let breaker = LineBreaker(bytes)
      var builder = PieceBuilder(bytes, spans: spans)
      let limit = style == .anywhere && !codeWraps ? Int.max / 2 : frame.textWidth
      for source in SourceLines(bytes, of: block.text.offsets) {
        var start = source.lowerBound
        repeat {
          var line = frame.line(isFirst: lines.isEmpty)
          if start < source.upperBound {
            let slice = breaker.line(from: start, to: source.upperBound, width: limit, style: style)
            line.pieces = builder.pieces(of: slice, indent: frame.indent)
            line.text = TextRange(slice.start, slice.end)
            if style == .anywhere, start > source.lowerBound { frame.markContinued(&line) }
            start = slice.end
          } else {
            line.text = TextRange(start, start)
          }
          lines.append(line)
        } while start < source.upperBound
      }
    }
    if lines.isEmpty, frame.marker != nil { lines.append(frame.line(isFirst: true)) }
    if !lines.isEmpty { lines[lines.count - 1].isLast = true }
    return lines
  }
}
