import DocumentModel
import Quotations
import Terminal
import TextLayout

/// Marks what comments quote in what is drawn, as soon as that is known.
struct QuotedMarks {
  let state: AppState
  let theme: Theme

  /// Marks the parts that several comments quote of `line` of `block`, whose left edge is at `column`; the
  /// text is that of `comment`, for `nil` of the article.
  func draw(
    block: Int,
    of comment: CommentID?,
    in line: Line,
    of view: TextLineView,
    row: Int,
    column: Int,
    on canvas: inout Canvas
  ) {
    for part in quotes(of: block, in: comment)?.often ?? [] {
      view.restyle(part, in: line, row: row, column: column, on: &canvas) {
        theme.style(.quoteOften, over: $0)
      }
    }
  }

  /// Writes how many comments quote `block` of the article into the margin left of `column`.
  func drawCount(ofBlock block: Int, row: Int, leftOf column: Int, on canvas: inout Canvas) {
    guard let count = quotes(of: block, in: nil)?.commentCount else { return }
    // A column is left free, for the bar of the paragraph that keys are about.
    let room = column - 1
    let text = String(count).count <= room ? String(count) : "+"
    guard text.count <= room else { return }
    canvas.write(text, row: row, column: room - text.count, style: theme[.quoteCount])
  }

  private func quotes(of block: Int, in comment: CommentID?) -> QuotedBlock? {
    state.reading.quotationIndex?.quotes(of: block, in: comment)
  }
}
