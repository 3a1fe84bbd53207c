import DocumentModel
import Terminal
import TextLayout

/// Draws laid out lines of a document's text.
struct TextLineView {
  let document: Document
  let theme: Theme
  /// How the text looks where nothing else says so.
  let role: StyleRole
  /// The columns there are for a line.
  let width: Int
  /// How far lines that scroll sideways are scrolled.
  let shift: Int
  /// Whether text that was hidden as a spoiler is shown.
  let showsSpoilers: Bool

  /// Draws `line` of `block` with the block's left edge at `column`.
  func draw(_ line: Line, block: Int?, row: Int, column: Int, on canvas: inout Canvas) {
    let base = style(of: line, in: block.map { document.blocks[$0] })
    Self.drawBars(line.quoteDepth, row: row, column: column, theme, on: &canvas)
    if let marker = line.marker {
      let width = DisplayWidth.of(marker)
      canvas.write(
        marker,
        row: row,
        column: column + line.indent - width - 1,
        style: theme[.listMarker]
      )
    }
    guard line.scrolls else {
      return draw(line.pieces, row: row, column: column, base: base, on: &canvas)
    }
    let room = Rect(
      row: row,
      column: column + line.indent,
      columns: max(0, width - line.indent),
      rows: 1
    )
    canvas.inside(room) { canvas in
      draw(line.pieces, row: 0, column: -line.indent - shift, base: base, on: &canvas)
      let mark = theme[.listMarker]
      if shift > 0, line.width > line.indent { canvas.write("‹", row: 0, column: 0, style: mark) }
      if line.width - shift > width {
        canvas.write("›", row: 0, column: canvas.size.columns - 1, style: mark)
      }
    }
  }

  /// Draws the bars of `count` quotations in one another, from `column` on.
  static func drawBars(
    _ count: Int,
    row: Int,
    column: Int,
    _ theme: Theme,
    on canvas: inout Canvas
  ) {
    for depth in 0..<count {
      canvas.write("▎", row: row, column: column + depth * 2, style: theme[.quoteBar])
    }
  }

  private func draw(
    _ pieces: [Piece],
    row: Int,
    column: Int,
    base: Style,
    on canvas: inout Canvas
  ) {
    for piece in pieces {
      let style = style(of: piece.spans, over: base)
      if piece.spans.contains(.spoiler), !showsSpoilers {
        let cover = String(repeating: "░", count: piece.width)
        canvas.write(cover, row: row, column: column + piece.column, style: style)
      } else if let literal = piece.literal {
        canvas.write(literal, row: row, column: column + piece.column, style: style)
      } else {
        document.text.withBytes(of: piece.text) { bytes in
          _ = canvas.write(utf8: bytes, row: row, column: column + piece.column, style: style)
        }
      }
    }
  }

  /// Where the column `column` of `line` stands, counted from the block's left edge.
  func offset(of column: Int, in line: Line) -> Int { line.scrolls ? column - shift : column }

  /// The columns of `line` where its text may be drawn.
  private func room(of line: Line) -> Range<Int> {
    line.scrolls ? line.indent..<max(line.indent, width) : 0..<Int.max / 2
  }

  /// Lays `change` over the part of `line` that shows bytes of `range`.
  func restyle(
    _ range: TextRange,
    in line: Line,
    row: Int,
    column: Int,
    on canvas: inout Canvas,
    _ change: (Style) -> Style
  ) {
    for piece in line.pieces where piece.literal == nil {
      let shared = range.offsets.clamped(to: piece.text.offsets)
      guard !shared.isEmpty else { continue }
      let start = offset(
        of: piece.column + width(from: Int(piece.text.start), to: shared.lowerBound),
        in: line
      )
      let columns = width(from: shared.lowerBound, to: shared.upperBound)
      let shown = (start..<start + columns).clamped(to: room(of: line))
      canvas.restyle(
        Rect(row: row, column: column + shown.lowerBound, columns: shown.count, rows: 1),
        change
      )
    }
  }

  private func width(from start: Int, to end: Int) -> Int {
    document.text.withBytes(of: TextRange(start, end)) { bytes in
      var width = 0
      var parser = Unicode.UTF8.ForwardParser()
      var iterator = bytes.makeIterator()
      while case .valid(let encoded) = parser.parseScalar(from: &iterator) {
        width += DisplayWidth.of(Unicode.UTF8.decode(encoded).value)
      }
      return width
    }
  }

  private func style(of line: Line, in block: Block?) -> Style {
    if block?.isAside == true { return theme[.aside] }
    return switch block?.kind {
    case .heading: theme[.heading]
    case .code: theme[block?.isPatch == true ? line.patchLine.role : .code]
    case .table: theme[.table]
    case .image, .embed: theme[.image]
    case .rule: theme[.rule]
    case .listItem where line.quoteDepth == 0: theme[.list]
    case .paragraph, .listItem, nil: line.quoteDepth > 0 ? theme[.quote] : theme[role]
    }
  }

  private func style(of spans: SpanSet, over base: Style) -> Style {
    guard !spans.isEmpty else { return base }
    var style = base
    let roles: [(SpanSet, StyleRole)] = [
      (.emphasis, .emphasis), (.strong, .strong), (.code, .code), (.image, .image),
      (.strikethrough, .strikethrough), (.tableHeading, .tableHeading), (.tableRule, .rule),
      (.link, .link), (.spoiler, .spoiler),
    ]
    for (span, role) in roles where spans.contains(span) { style = theme.style(role, over: style) }
    return style
  }
}

extension PatchLine {
  /// How such a line looks.
  fileprivate var role: StyleRole {
    switch self {
    case .context: .codePatch
    case .added: .codeAdded
    case .removed: .codeRemoved
    case .heading: .codeHeading
    }
  }
}
