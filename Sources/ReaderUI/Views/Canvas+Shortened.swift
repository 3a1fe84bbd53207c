import DocumentModel
import Terminal

/// Writing as much of a text as there is room for.
extension Canvas {
  /// Writes `text` on one row from `column`, shortened to end before `limit`; returns the column after
  /// it.
  @discardableResult
  mutating func write(
    _ text: some StringProtocol,
    row: Int,
    column: Int,
    style: Style,
    shortenedTo limit: Int
  ) -> Int {
    let short = ShortenedText(text, columns: max(0, limit - column))
    return write(short.text, row: row, column: column, style: style, limit: limit)
  }

  /// Behind how many blocks of quotations the writer's own words are looked for.
  private static var leadingBlocks: Int { 50 }

  /// Writes the first words of a comment, its writer's own if it has any, on one row, shortened to end before `limit`; returns the
  /// column after them.
  @discardableResult
  mutating func write(
    startOf body: Body,
    row: Int,
    column: Int,
    style: Style,
    limit: Int
  ) -> Int {
    let blocks = body.document.blocks(in: body.blocks)
    let own = blocks.prefix(Self.leadingBlocks).first { $0.quoteDepth == 0 && !$0.isAside }
    guard let first = own ?? blocks.first, limit > column else { return column }
    // Four bytes are enough for any scalar, and marks beyond that are not worth the time.
    let room = UInt32(limit - column) * 8
    let head = TextRange(start: first.text.start, count: min(first.text.count, room))
    let short = ShortenedText(
      body.document.text[head],
      columns: limit - column,
      hasMore: blocks.count > 1 || head.count < first.text.count
    )
    return write(short.text, row: row, column: column, style: style, limit: limit)
  }
}
