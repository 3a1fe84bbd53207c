import DocumentModel

/// Lays out a table: columns side by side, cells wrapped in them, a rule under the heading.
///
/// A line of a table stands for its whole row: rows whose cells wrap have several lines with the
/// same text.
struct TableLayout {
  private let bytes: UnsafeRawBufferPointer
  private let frame: LineFrame
  private let headingRows: Int
  private let columns: TableColumns
  private let breaker: LineBreaker
  private var builder: PieceBuilder

  /// The table with these `columns` and as many rows of heading as it says.
  init(
    _ columns: TableColumns,
    headingRows: Int,
    in frame: LineFrame,
    bytes: UnsafeRawBufferPointer,
    builder: PieceBuilder
  ) {
    self.columns = columns
    self.headingRows = headingRows
    self.bytes = bytes
    self.frame = frame
    self.builder = builder
    breaker = LineBreaker(bytes)
  }

  /// The lines of the row number `index`, the bytes `row`; with the rule below it, if it has one.
  mutating func lines(ofRow row: Range<Int>, number index: Int, isLast: Bool) -> [Line] {
    let cells = TableColumns.cells(of: row, in: bytes)
    let slices = cells.indices.map { self.slices(of: cells[$0], width: columns.widths[$0]) }
    var builders = cells.map { _ in builder }
    var lines: [Line] = []
    for height in 0..<max(1, slices.map(\.count).max() ?? 0) {
      var line = frame.line(isFirst: false)
      line.text = TextRange(row.lowerBound, row.upperBound)
      for column in columns.widths.indices {
        if column > 0 { line.pieces.append(separator(before: column)) }
        guard column < slices.count, height < slices[column].count else { continue }
        let slice = slices[column][height]
        let gap = columns.isNumeric[column] ? columns.widths[column] - slice.width : 0
        line.pieces += builders[column].pieces(
          of: slice,
          indent: frame.indent + columns.starts[column] + max(0, gap),
          adding: index < headingRows ? .tableHeading : []
        )
      }
      lines.append(line)
    }
    if let last = builders.last { builder = last }
    if index + 1 == headingRows, !isLast { lines.append(rule(after: row.upperBound)) }
    return lines
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

  private func rule(after end: Int) -> Line {
    var line = frame.line(isFirst: false)
    line.text = TextRange(end, end)
    let crossing = columns.separatorWidth == 1 ? "┼" : "─┼─"
    let rule = columns.widths.map { String(repeating: "─", count: $0) }.joined(separator: crossing)
    line.pieces = [
      Piece(column: frame.indent, width: columns.totalWidth, spans: .tableRule, literal: rule)
    ]
    return line
  }
}
