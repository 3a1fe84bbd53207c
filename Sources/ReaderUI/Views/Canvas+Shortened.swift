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

  /// Writes the first words of a comment, its writer's own if it has any, on one row, shortened to end
  /// before `limit`; returns the column after them.
  @discardableResult
  mutating func write(
    startOf body: Body,
    row: Int,
    column: Int,
    style: Style,
    limit: Int
  ) -> Int {
    guard limit > column, !body.blocks.isEmpty else { return column }
    let short = ShortenedText(startOf: body, columns: limit - column)
    return write(short.text, row: row, column: column, style: style, limit: limit)
  }
}
