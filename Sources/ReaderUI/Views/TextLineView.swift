import DocumentModel
import Terminal
import TextLayout

/// Draws laid out lines of a document's text.
struct TextLineView {
  let document: Document
  let theme: Theme
  /// How the text looks where nothing else says so.
  let role: StyleRole

  /// Draws `line` of `block` with the block's left edge at `column`.
  func draw(_ line: Line, block: Int?, row: Int, column: Int, on canvas: inout Canvas) {
    let kind = block.map { document.blocks[$0].kind }
    let base = style(of: kind, quoteDepth: line.quoteDepth)
    for depth in 0..<line.quoteDepth {
      canvas.write("▎", row: row, column: column + depth * 2, style: theme[.quoteBar])
    }
    if let marker = line.marker {
      let width = DisplayWidth.of(marker)
      canvas.write(
        marker,
        row: row,
        column: column + line.indent - width - 1,
        style: theme[.listMarker]
      )
    }
    for piece in line.pieces {
      let style = style(of: piece.spans, over: base)
      if let literal = piece.literal {
        canvas.write(literal, row: row, column: column + piece.column, style: style)
      } else {
        document.text.withBytes(of: piece.text) { bytes in
          _ = canvas.write(utf8: bytes, row: row, column: column + piece.column, style: style)
        }
      }
    }
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
      let start = piece.column + width(from: Int(piece.text.start), to: shared.lowerBound)
      let columns = width(from: shared.lowerBound, to: shared.upperBound)
      canvas.restyle(
        Rect(row: row, column: column + start, columns: columns, rows: 1),
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

  private func style(of kind: Block.Kind?, quoteDepth: Int) -> Style {
    switch kind {
    case .heading: theme[.heading]
    case .code: theme[.code]
    case .table: theme[.table]
    case .image: theme[.image]
    case .rule: theme[.rule]
    case .listItem where quoteDepth == 0: theme[.list]
    case .paragraph, .listItem, nil: quoteDepth > 0 ? theme[.quote] : theme[role]
    }
  }

  private func style(of spans: SpanSet, over base: Style) -> Style {
    guard !spans.isEmpty else { return base }
    var style = base
    let roles: [(SpanSet, StyleRole)] = [
      (.emphasis, .emphasis), (.strong, .strong), (.code, .code), (.image, .image),
      (.strikethrough, .strikethrough), (.tableHeading, .tableHeading), (.tableRule, .rule),
      (.link, .link),
    ]
    for (span, role) in roles where spans.contains(span) { style = theme.style(role, over: style) }
    return style
  }
}
