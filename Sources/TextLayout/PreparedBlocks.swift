import DocumentModel

/// What is worked out about whole blocks before any line of theirs can be laid out.
struct PreparedBlocks: Sendable {
  /// Nests of fewer spans are as quickly built as found.
  private static let fewSpans = 32

  /// The columns of tables by block; `nil` for one that cannot be drawn as a table.
  private var tables: [Int: TableColumns?] = [:]
  private var nests: [Int: SpanNest] = [:]

  /// The columns of the table at index `block`; O(table) the first time.
  mutating func columns(
    of block: Int,
    in document: Document,
    bytes: UnsafeRawBufferPointer,
    width: Int,
    least: Int
  ) -> TableColumns? {
    if let known = tables[block] { return known }
    let table = document.blocks[block]
    let columns = TableColumns(of: table, bytes: bytes, width: width, least: least)
    tables.updateValue(columns, forKey: block)
    return columns
  }

  /// The spans of the block at index `block`; O(spans), the first time if there are many.
  mutating func nest(of block: Int, in document: Document) -> SpanNest {
    if let known = nests[block] { return known }
    let spans = document.spans(of: document.blocks[block])
    let nest = SpanNest(spans)
    if spans.count > Self.fewSpans { nests[block] = nest }
    return nest
  }
}
