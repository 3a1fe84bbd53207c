import DocumentModel

/// Iterates over the lines of a flow, from any of them.
///
/// Reads the bytes of the arena in place and must not outlive them.
struct LineWalker {
  /// How the lines of a block are found.
  private enum Setting {
    case rule
    case text(LineBreaker.Style, width: Int)
    case table(TableLayout)
  }

  private let layout: BlockLayout
  private let bytes: UnsafeRawBufferPointer
  private let breaker: LineBreaker
  /// The first block; no blank line stands before it.
  private let blocks: Range<Int>
  /// The place of the next line, `nil` after the last.
  private(set) var place: LinePlace?
  /// Tables and spans that were prepared on the way.
  private(set) var prepared: PreparedBlocks
  private var frame: LineFrame
  private var setting = Setting.rule
  private var builder: PieceBuilder
  /// Whether the lines of the block may be wider than the width.
  private var scrolls = false
  /// The lines of the table's row that was looked at last.
  private var row: (source: UInt32, lines: [Line])?

  private var document: Document { layout.document }

  /// Starts at `place` of `blocks` of `layout`, by default at the beginning.
  init(
    _ layout: BlockLayout,
    blocks: Range<Int>,
    bytes: UnsafeRawBufferPointer,
    from place: LinePlace? = nil,
    prepared: PreparedBlocks = PreparedBlocks()
  ) {
    self.layout = layout
    self.blocks = blocks
    self.bytes = bytes
    self.prepared = prepared
    breaker = LineBreaker(bytes)
    frame = LineFrame(Block(.rule, text: .empty), width: layout.width)
    builder = PieceBuilder(bytes, nest: SpanNest([]))
    if let place {
      enter(Int(place.block))
      self.place = place
    } else {
      start(at: blocks.lowerBound)
    }
  }

  /// Skips a line, which is faster than building it.
  mutating func skip() { _ = step(builds: false) }

  /// The next line, `nil` after the last one.
  mutating func next() -> TextFlow.Line? { step(builds: true) }

  private mutating func step(builds: Bool) -> TextFlow.Line? {
    guard let place else { return nil }
    if place.isBlank {
      self.place?.isBlank = false
      let block = Int(place.block)
      return .blank(bars: builds ? layout.bars(above: block) : 0)
    }
    let block = Int(place.block)
    // The last line of a block prepares the next one.
    let scrolls = scrolls
    switch setting {
    case .rule:
      var line = builds ? ruleLine : Line()
      line.isLast = true
      start(at: block + 1)
      return .text(line, block: block)
    case .text(let style, let width):
      var line = textLine(at: place, style, width, builds: builds)
      line.scrolls = scrolls
      return .text(line, block: block)
    case .table:
      var line = rowLine(at: place)
      line.isLast = self.place?.block != place.block
      line.scrolls = scrolls
      return .text(line, block: block)
    }
  }
}

// MARK: - Blocks

extension LineWalker {
  /// Moves to the first line at or after the start of `block`.
  private mutating func start(at block: Int) {
    var block = block
    while block < blocks.upperBound {
      enter(block)
      let text = document.blocks[block].text
      if !text.isEmpty || document.blocks[block].kind == .rule || frame.marker != nil {
        var first = LinePlace(block: Int32(block), offset: text.start, end: text.start)
        first.isBlank = place != nil && !layout.standsTightly(block)
        place = first
        startSource(at: Int(text.start))
        return
      }
      block += 1
    }
    place = nil
  }

  /// Prepares the lines of `block`.
  private mutating func enter(_ index: Int) {
    let block = document.blocks[index]
    frame = layout.frame(of: index)
    builder = PieceBuilder(bytes, nest: prepared.nest(of: index, in: document))
    row = nil
    scrolls = false
    switch block.kind {
    case .rule: setting = .rule
    case .code:
      let longest = max(frame.textWidth, LineFrame.longestCodeLine)
      setting = .text(.anywhere, width: layout.codeWraps ? frame.textWidth : longest)
      scrolls = !layout.codeWraps
    case .table:
      let width = frame.textWidth
      let columns = prepared.columns(
        of: index,
        in: document,
        bytes: bytes,
        width: width,
        least: layout.codeWraps ? 1 : 8
      )
      scrolls = columns.map { $0.totalWidth > width } ?? false
      setting =
        columns.map { columns in
          .table(
            TableLayout(
              columns,
              headingRows: Int(block.level),
              in: frame,
              bytes: bytes,
              builder: builder
            )
          )
        } ?? .text(.words, width: width)
    default: setting = .text(.words, width: frame.textWidth)
    }
  }

  /// Moves to the source line that starts at `offset` of the current block.
  private mutating func startSource(at offset: Int) {
    guard var place else { return }
    let block = document.blocks[Int(place.block)]
    let source = SourceLines.first(in: bytes, of: offset..<Int(block.text.end))
    var start = offset
    if case .text = setting {
      start = block.words(ofLine: source, in: bytes).lowerBound
    }
    if block.isPatch { place.patchLine = patchLine(source, of: block, below: place) }
    place.offset = UInt32(start)
    place.end = UInt32(source.upperBound)
    place.part = 0
    self.place = place
  }

  /// What the line `source` of the patch `block` is, which stands below the line at `place`.
  private func patchLine(
    _ source: Range<Int>,
    of block: Block,
    below place: LinePlace
  ) -> PatchLine {
    let rest = min(source.upperBound + 1, Int(block.text.end))..<Int(block.text.end)
    return PatchLine(
      bytes[source],
      above: bytes[rest],
      below: place.source > 0 ? place.patchLine : nil
    )
  }

  /// Moves past the current source line; returns whether its block ends there.
  private mutating func endSource(_ place: LinePlace) -> Bool {
    let block = Int(place.block)
    guard place.end < document.blocks[block].text.end else {
      start(at: block + 1)
      return true
    }
    self.place?.source = place.source + 1
    startSource(at: Int(place.end) + 1)
    return false
  }
}

// MARK: - Lines

extension LineWalker {
  private var ruleLine: Line {
    var line = frame.line(isFirst: true)
    line.text = document.blocks[Int(place?.block ?? 0)].text
    let rule = String(repeating: "─", count: frame.textWidth)
    line.pieces = [Piece(column: frame.indent, width: frame.textWidth, literal: rule)]
    return line
  }

  /// Reads a line of text; the result is only meaningful if `builds`.
  private mutating func textLine(
    at place: LinePlace,
    _ style: LineBreaker.Style,
    _ width: Int,
    builds: Bool
  ) -> Line {
    let (start, end) = (Int(place.offset), Int(place.end))
    var line = builds ? frame.line(isFirst: place.source == 0 && place.part == 0) : Line()
    line.text = TextRange(start, start)
    var next = end
    if start < end {
      let slice = breaker.line(from: start, to: end, width: width, style: style)
      next = slice.end
      if builds {
        line.patchLine = place.patchLine
        line.pieces = builder.pieces(of: slice, indent: frame.indent)
        line.text = TextRange(slice.start, slice.end)
        if style == .anywhere, place.part > 0 { frame.markContinued(&line) }
      }
    }
    if next < end {
      self.place?.offset = UInt32(next)
      self.place?.part = place.part + 1
    } else {
      line.isLast = endSource(place)
    }
    return line
  }

  /// Reads a line of a table's row.
  private mutating func rowLine(at place: LinePlace) -> Line {
    let lines: [Line]
    if let row, row.source == place.source {
      lines = row.lines
    } else if case .table(var table) = setting {
      lines = table.lines(
        ofRow: Int(place.offset)..<Int(place.end),
        number: Int(place.source),
        isLast: place.end == document.blocks[Int(place.block)].text.end
      )
      row = (place.source, lines)
      setting = .table(table)
    } else {
      lines = []
    }
    let part = Int(place.part)
    if part + 1 < lines.count {
      self.place?.part = place.part + 1
    } else {
      _ = endSource(place)
    }
    return part < lines.count ? lines[part] : frame.line(isFirst: false)
  }
}
