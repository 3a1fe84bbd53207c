import DocumentModel
import Terminal

/// The row above the thread: whom the comment at the top answers, else what the thread holds.
struct ThreadCaption {
  let state: AppState
  let theme: Theme

  /// Draws the row.
  func draw(on canvas: inout Canvas) {
    let isFocused = state.focus == .thread
    let style = theme[isFocused ? .borderFocused : .border]
    let line = Rect(row: 0, column: 0, columns: canvas.size.columns, rows: 1)
    canvas.fill(line, style: style)
    let isRule = state.panes.mode == .stacked
    if isRule {
      canvas.write(
        String(repeating: "─", count: canvas.size.columns),
        row: 0,
        column: 0,
        style: style
      )
    }
    if let parent = offScreenParent {
      drawAncestor(parent, on: &canvas)
    } else {
      canvas.write(summary, row: 0, column: 1, style: style)
    }
  }

  /// The parent of the comment at the top of the pane, if its header is not on the screen.
  private var offScreenParent: CommentID? {
    let anchor = state.thread.anchor
    guard state.document.comments.indices.contains(anchor.item) else { return nil }
    let top = CommentID(anchor.item)
    if anchor.line > 0, state.document[top].parent == nil { return top }
    return anchor.line > 0 ? top : state.document[top].parent
  }

  private func drawAncestor(_ id: CommentID, on canvas: inout Canvas) {
    let style = theme[.commentAncestor]
    let line = Rect(row: 0, column: 0, columns: canvas.size.columns, rows: 1)
    canvas.fill(line, style: style)
    let isSelf = id.index == state.thread.anchor.item
    let name = state.authorName(of: id) ?? "unknown"
    let lead = isSelf ? "… \(name): " : "↳ \(name): "
    let end = canvas.write(lead, row: 0, column: 1, style: style)
    let body = state.reading.body(of: id)
    guard let first = body.blocks.first else { return }
    let range = body.document.blocks[Int(first)].text
    let head = TextRange(start: range.start, count: min(range.count, 600))
    body.document.text.withBytes(of: head) { bytes in
      let length = bytes.firstIndex(of: 0x0A) ?? bytes.count
      _ = canvas.write(
        utf8: UnsafeRawBufferPointer(rebasing: bytes[..<length]),
        row: 0,
        column: end,
        style: style
      )
    }
  }

  private var summary: String {
    let document = state.document
    guard !document.comments.isEmpty else { return " No comments " }
    var text = " \(document.comments.count) comment\(document.comments.count == 1 ? "" : "s")"
    if let elsewhere = document.elsewhere, let declared = elsewhere.declared {
      text += " of \(declared)"
    }
    let hidden = state.thread.hidden.count
    if hidden > 0 { text += " · \(hidden) hidden with replies" }
    return text + " "
  }
}
