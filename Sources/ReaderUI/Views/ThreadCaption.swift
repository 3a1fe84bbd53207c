import DocumentModel
import Terminal

/// The row above the thread: whom the comment at the top answers, else what the thread holds.
struct ThreadCaption {
  let state: AppState
  let theme: Theme

  /// Draws the row.
  func draw(on canvas: inout Canvas) {
    let style = theme[state.focus == .thread ? .borderFocused : .border]
    let columns = canvas.size.columns
    // Above a thread that stands below the article, the row is the line between them.
    let isRule = state.panes.mode == .stacked
    if isRule {
      canvas.write(String(repeating: "─", count: columns), row: 0, column: 0, style: style)
    }
    let start = isRule ? 2 : 0
    let end = columns - (isRule ? 3 : 1)
    var column = start
    if isRule { column = canvas.write(" ", row: 0, column: column, style: style) }
    if let id = readInto {
      column = drawExcerpt(of: id, lead: "… ", from: column, to: end, on: &canvas)
    } else if let id = offScreenParent {
      column = drawExcerpt(of: id, lead: "↳ ", from: column, to: end, on: &canvas)
    } else {
      column = canvas.write(summary, row: 0, column: column, style: style, limit: end)
    }
    if isRule { canvas.write(" ", row: 0, column: column, style: style) }
  }

  /// The comment whose text, but not its header, is at the top of the pane.
  private var readInto: CommentID? {
    let anchor = state.thread.anchor
    guard anchor.line > 0, !isAtEnd(anchor) else { return nil }
    return CommentID(anchor.item)
  }

  /// The parent of the comment that starts at the top of the pane; it stands above.
  private var offScreenParent: CommentID? {
    let anchor = state.thread.anchor
    guard state.document.comments.indices.contains(anchor.item) else { return nil }
    let top = isAtEnd(anchor) ? state.threadColumn.item(after: anchor.item) : anchor.item
    return top.flatMap { state.document[CommentID($0)].parent }
  }

  /// Whether nothing of the anchor's comment is left to be read.
  private func isAtEnd(_ anchor: ScrollAnchor) -> Bool {
    guard anchor.line > 0 else { return false }
    return anchor.line > state.threadColumn.lastTextLine(of: anchor.item, upTo: anchor.line)
  }

  /// Writes the author and the first words of `id`; returns the column after them.
  private func drawExcerpt(
    of id: CommentID,
    lead: String,
    from start: Int,
    to end: Int,
    on canvas: inout Canvas
  ) -> Int {
    let style = theme[.commentAncestor]
    let name = state.reading.nameShown(for: id)
    let body = state.reading.body(of: id)
    let mark = body.blocks.isEmpty ? "" : ": "
    let words = "\(lead)\(name)\(mark)"
    let column = canvas.write(words, row: 0, column: start, style: style, limit: end)
    guard let first = body.document.blocks(in: body.blocks).first else { return column }
    return canvas.write(
      firstLineOf: first.text,
      in: body.document,
      row: 0,
      column: column,
      style: style,
      limit: end
    )
  }

  private var summary: String {
    let texts = state.document.headerless.count { state.thread.hidden.contains($0) }
    let hidden = state.thread.hidden.count - texts
    if state.reading.commentCount == 0, state.isWorking(.loading) { return "Loading comments" }
    return state.reading.countSentence + (hidden > 0 ? " · \(hidden) hidden, with replies" : "")
  }
}

extension Canvas {
  /// Writes the start of a text on one row, up to its first line break; returns the column after.
  @discardableResult
  mutating func write(
    firstLineOf range: TextRange,
    in document: Document,
    row: Int,
    column: Int,
    style: Style,
    limit: Int
  ) -> Int {
    // Four bytes are enough for any scalar, and marks beyond that are not worth the time.
    let room = UInt32(max(0, limit - column)) * 8
    let head = TextRange(start: range.start, count: min(range.count, room))
    return document.text.withBytes(of: head) { bytes in
      let line = UnsafeRawBufferPointer(
        rebasing: bytes[..<(bytes.firstIndex(of: 0x0A) ?? bytes.count)]
      )
      return write(utf8: line, row: row, column: column, style: style, limit: limit)
    }
  }
}
