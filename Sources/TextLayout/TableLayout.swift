import DocumentModel

/// Lays out a table: columns side by side, cells wrapped in them, a rule under the heading.
///
/// A line of a table stands for its whole row: rows whose cells wrap have several lines with the
/// same text.
struct TableLayout {
  private let bytes: UnsafeRawBufferPointer
  private let frame: LineFrame
  private let headingRows: Int
  private let rows: [[Range<Int>]]
  private let rowTexts: [Range<Int>]
  private let columns: TableColumns
  private let breaker: LineBreaker
  private var builder: PieceBuilder

  /// The table of `block`, or `nil` if its columns cannot stand side by side in the frame.
  init?(_ block: Block, in frame: LineFrame, bytes: UnsafeRawBufferPointer, spans: ArraySlice<Span>)
  {
    rowTexts = Array(SourceLines(bytes, of: block.text.offsets))
    rows = rowTexts.map { Self.cells(of: $0, in: bytes) }
    headingRows = min(Int(block.level), rows.count)
    guard
      let columns = TableColumns(
        rows: rows,
        headingRows: headingRows,
        bytes: bytes,
        width: frame.textWidth
      )
    else { return nil }
    self.columns = columns
    self.bytes = bytes
    self.frame = frame
    breaker = LineBreaker(bytes)
    builder = PieceBuilder(bytes, spans: spans)
  }

  /// The lines of all rows, and of the rule under the heading.
  mutating func lines() -> [Line] {
    var lines: [Line] = []
    for index in rows.indices {
      builder.skip(to: rowTexts[index].lowerBound)
      lines += self.lines(ofRow: index)
      if index + 1 == headingRows, headingRows < rows.count { lines.append(rule(below: index)) }
    }
    return lines
  }

  private func lines(ofRow row: Int) -> [Line] {
    let cells = rows[row].indices.map { slices(of: rows[row][$0], width: columns.widths[$0]) }
    var builders = cells.map { _ in builder }
    return (0..<max(1, cells.map(\.count).max() ?? 0)).map { height in
      var line = frame.line(isFirst: false)
      line.text = TextRange(rowTexts[row].lowerBound, rowTexts[row].upperBound)
      for column in columns.widths.indices {
        if column > 0 { line.pieces.append(separator(before: column)) }
        guard column < cells.count, height < cells[column].count else { continue }
        let slice = cells[column][height]
        let gap = columns.isNumeric[column] ? columns.widths[column] - slice.width : 0
        line.pieces += builders[column].pieces(
          of: slice,
          indent: frame.indent + columns.starts[column] + max(0, gap),
          adding: row < headingRows ? .tableHeading : []
        )
      }
      return line
    }
  }

  private func slices(of cell: Range<Int>, width: Int) -> [LineSlice] {
    var slices: [LineSlice] = []
    var start = cell.lowerBound
    while start < cell.upperBound {
      let slice = breaker.line(from: start, to: cell.upperBound, width: width)
      slices.append(slice)
      start = slice.end
    }
    return slices
  }

  private func separator(before column: Int) -> Piece {
    let width = columns.separatorWidth
    return Piece(
      column: frame.indent + columns.starts[column] - width,
      width: width,
      spans: .tableRule,
      literal: width == 1 ? "│" : " │ "
    )
  }

  private func rule(below row: Int) -> Line {
    var line = frame.line(isFirst: false)
    let end = rowTexts[row].upperBound
    line.text = TextRange(end, end)
    let crossing = columns.separatorWidth == 1 ? "┼" : "─┼─"
    let rule = columns.widths.map { String(repeating: "─", count: $0) }.joined(separator: crossing)
    line.pieces = [
      Piece(column: frame.indent, width: columns.totalWidth, spans: .tableRule, literal: rule)
    ]
    return line
  }

  /// The cells of a row, without the spaces about them.
  private static func cells(
    of row: Range<Int>,
    in bytes: UnsafeRawBufferPointer
  ) -> [Range<Int>] {
    SourceLines(bytes, of: row, separator: 0x09).map { cell in
      var (start, end) = (cell.lowerBound, cell.upperBound)
      while start < end, bytes[start] == 0x20 { start += 1 }
      while end > start, bytes[end - 1] == 0x20 { end -= 1 }
      return start..<end
    }
  }
}
