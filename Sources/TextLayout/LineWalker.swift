import DocumentModel

/// Goes through the lines of a flow, one after the other, from any of them.
///
/// Reads the arena's bytes in place; valid only while they are.
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
  /// Where the next line starts, `nil` after the last one.
  private(set) var place: LinePlace?
  /// What was worked out on the way.
  private(set) var prepared: PreparedBlocks
  private var frame: LineFrame
  private var setting = Setting.rule
  private var builder: PieceBuilder
  /// Whether the block's lines may be wider than there is room.
  private var scrolls = false
  /// The lines of the table's row that was looked at last.
  private var row: (source: UInt32, lines: [Line])?

  private var document: Document { layout.document }

  /// Goes through `blocks` of `layout` from `place`, from the start without one.
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

  /// Passes over a line without building it, which is quicker.
  mutating func skip() { _ = step(builds: false) }

  /// The next line, `nil` after the last one.
  mutating func next() -> TextFlow.Line? { step(builds: true) }

  private mutating func step(builds: Bool) -> TextFlow.Line? {
    guard let place else { return nil }
    if place.isBlank {
      self.place?.isBlank = false
      return .blank
    }
    let block = Int(place.block)
    // The last line of a block makes ready for the next one.
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
  /// Goes to the first line at or after the start of `block`.
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

  /// Makes ready for the lines of `block`.
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

  /// Goes to the source line that starts at `offset` of the block the place is in.
  private mutating func startSource(at offset: Int) {
    guard var place else { return }
    let block = document.blocks[Int(place.block)]
    let source = SourceLines.first(in: bytes, of: offset..<Int(block.text.end))
    var start = offset
    if case .text = setting {
      start = block.words(ofLine: source, in: bytes).lowerBound
    }
    place.offset = UInt32(start)
    place.end = UInt32(source.upperBound)
    place.part = 0
    self.place = place
  }

  /// Goes on after the source line `place` stands in; whether its block ends there.
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

  /// Passes over a line of text; what is returned says nothing unless it `builds`.
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

  /// Passes over a line of a table's row.
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
