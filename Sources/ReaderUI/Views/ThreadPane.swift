import DocumentModel
import Terminal
import TextLayout
import TextSearch

/// The comments, each under the one it answers.
struct ThreadPane {
  let state: AppState
  let theme: Theme

  /// Draws the lines from the thread's anchor on, and the rail where there is more; returns where the
  /// focused comment stands.
  func draw(on canvas: inout Canvas) -> Position? {
    let column = state.threadColumn
    guard column.firstItem != nil else {
      drawEmpty(on: &canvas)
      return nil
    }
    let shown = column.visible(from: state.thread.anchor)
    let (columns, rows) = (canvas.size.columns, canvas.size.rows)
    let margin = state.hasRail(inColumns: columns) ? 1 : 0
    var cursor: Position?
    canvas.inside(Rect(row: 0, column: 0, columns: columns - margin, rows: rows)) {
      cursor = draw(shown, in: column, on: &$0)
    }
    if margin > 0, let first = shown.first, let last = shown.last,
      first.item != column.firstItem || first.index > 0 || !last.isLast
        || column.item(after: last.item) != nil
    {
      canvas.inside(Rect(row: 0, column: columns - margin, columns: margin, rows: rows)) {
        RailView(state: state, theme: theme).drawThread(showing: first.item...last.item, on: &$0)
      }
    }
    return cursor
  }

  private func draw(
    _ shown: [VisibleLine<ThreadColumn.Content>],
    in column: ThreadColumn,
    on canvas: inout Canvas
  ) -> Position? {
    var cursor: Position?
    for (row, line) in shown.enumerated() {
      let id = CommentID(line.item)
      // A header alone on the last row says nothing yet.
      let isOrphan =
        row == canvas.size.rows - 1 && row > 0 && line.index == 0 && !line.isLast
      if isOrphan, id != state.thread.focused { continue }
      let steps = column.indentation(of: id)
      drawTree(of: id, steps: steps, line: line, row: row, in: column, on: &canvas)
      draw(line, of: id, steps: steps, row: row, in: column, on: &canvas)
      if id == state.thread.focused { tint(line, steps: steps, row: row, on: &canvas) }
      if id == state.thread.focused, cursor == nil {
        cursor = Position(row: row, column: steps * ThreadColumn.step)
      }
    }
    return cursor
  }

  private func draw(
    _ line: VisibleLine<ThreadColumn.Content>,
    of id: CommentID,
    steps: Int,
    row: Int,
    in column: ThreadColumn,
    on canvas: inout Canvas
  ) {
    let (start, width) = column.textColumns(of: id)
    let end = canvas.size.columns
    switch line.content {
    case .header:
      let header = CommentHeaderView(state: state, theme: theme, thread: column, id: id)
      header.draw(row: row, column: steps * ThreadColumn.step, on: &canvas)
    case .text(let text, let block):
      let body = state.reading.body(of: id)
      let view = TextLineView(
        document: body.document,
        theme: theme,
        role: state.thread.folding.filtered?.isContext(id) == true ? .commentDimmed : .comment,
        width: width,
        shift: state.thread.viewport.shift,
        showsSpoilers: state.options.showsSpoilers
      )
      view.draw(text, block: block, row: row, column: start, on: &canvas)
      QuotedMarks(state: state, theme: theme)
        .draw(block: block, of: id, in: text, of: view, row: row, column: start, on: &canvas)
      LinkMarks(state: state, theme: theme)
        .draw(in: text, of: view, pane: .thread, row: row, column: start, on: &canvas)
      let place = SearchPlace(.commentBlock(id, block: block))
      SearchMarks(state: state, theme: theme)
        .draw(at: place, in: text, of: view, row: row, column: start, on: &canvas)
    case .cut:
      let text = cutText(of: id)
      canvas.write(text, row: row, column: start, style: theme[.commentCut], shortenedTo: end)
    case .more(let count):
      let text =
        "… \(count) more line\(count == 1 ? "" : "s"): "
        + "\(state.key("expand")) shows \(count == 1 ? "it" : "them")"
      canvas.write(text, row: row, column: start, style: theme[.commentCut], shortenedTo: end)
    case .notice(let text):
      canvas.write(text, row: row, column: start, style: theme[.commentDimmed], shortenedTo: end)
    case .further(let text):
      let named = state.namingKeys(text)
      canvas.write(named, row: row, column: start, style: theme[.commentCut], shortenedTo: end)
    case .end(let text):
      let named = state.namingKeys(text)
      canvas.write(named, row: row, column: 0, style: theme[.commentCut], shortenedTo: end)
    case .blank(let bars):
      TextLineView.drawBars(bars, row: row, column: start, theme, on: &canvas)
    case .beforeEnd: break
    }
  }

  /// Gives the text of the focused comment its background.
  private func tint(
    _ line: VisibleLine<ThreadColumn.Content>,
    steps: Int,
    row: Int,
    on canvas: inout Canvas
  ) {
    switch line.content {
    case .header, .end, .beforeEnd: return
    case .blank where line.isLast: return
    default: break
    }
    guard state.focus == .thread else { return }
    let start = steps * ThreadColumn.step
    let rest = Rect(row: row, column: start, columns: canvas.size.columns - start, rows: 1)
    canvas.restyle(rest) { theme.tinted($0, as: .commentFocusedText) }
  }

  private func cutText(of id: CommentID) -> String {
    let key = state.key("expand")
    guard let completion = state.reading.completions[id] else {
      return "✂ cut by the site: \(state.reading.failures[id] ?? "\(key) shows the rest")"
    }
    return completion.isOpen
      ? "✂ full text from \(completion.origin): \(key) hides it"
      : "✂ cut by the site: \(key) shows the rest"
  }

  /// Draws the lines that lead down from the comments above to their answers.
  private func drawTree(
    of id: CommentID,
    steps: Int,
    line: VisibleLine<ThreadColumn.Content>,
    row: Int,
    in column: ThreadColumn,
    on canvas: inout Canvas
  ) {
    switch line.content {
    case .beforeEnd, .end: return
    default: break
    }
    for step in 0..<steps {
      canvas.write(
        "│",
        row: row,
        column: step * ThreadColumn.step,
        style: theme[.tree(depth: step)]
      )
    }
    let isInside = line.index > 0 && (!line.isLast || continues(after: id, in: column))
    guard isInside, state.document[id].subtreeSize > 1 || !line.isLast else { return }
    let focused = id == state.thread.focused && state.focus == .thread
    canvas.write(
      focused ? "┃" : "│",
      row: row,
      column: steps * ThreadColumn.step,
      style: theme[focused ? .commentFocusedBar : .tree(depth: steps)]
    )
  }

  /// Whether the line down from `id` goes on below its own text.
  private func continues(after id: CommentID, in column: ThreadColumn) -> Bool {
    guard let reply = column.firstReply(to: id) else { return false }
    return !state.thread.folds.contains(id)
      && column.indentation(of: reply) >= column.indentation(of: id)
  }

  private func drawEmpty(on canvas: inout Canvas) {
    let document = state.document
    let text =
      if state.reading.isPartial {
        "Reading…"
      } else if let notice = state.reading.discussionNotice {
        state.namingKeys(notice)
      } else if state.isWorking(.loading) {
        "Loading the comments…"
      } else if !document.comments.isEmpty {
        state.thread.folding.filtered == nil
          ? "All comments are hidden. \(state.key("unhide")) shows them."
          : "No comment fits the filter. \(state.key("filter-comments")) changes it."
      } else if let missing = document.missingComments {
        "\(missing.sentence); none are in this document."
      } else if document.next(of: .discussion) != nil {
        "The comments are on another page. \(state.key("more")) loads them."
      } else {
        "No comments in this document."
      }
    var rows = WrappedText(text, columns: canvas.size.columns - 3).rows
    if rows.count > canvas.size.rows, !state.reading.isPartial, document.comments.isEmpty,
      let missing = document.missingComments
    {
      rows = WrappedText(missing.shortSentence, columns: canvas.size.columns - 3).rows
    }
    let first = rows.count < canvas.size.rows ? 1 : 0
    for (row, line) in rows.enumerated() {
      canvas.write(line, row: first + row, column: 2, style: theme[.commentDimmed])
    }
  }
}

extension StyleRole {
  /// The role of the line of comments `depth` steps in; six roles take turns.
  static func tree(depth: Int) -> StyleRole {
    [.tree1, .tree2, .tree3, .tree4, .tree5, .tree6][depth % 6]
  }

  /// The role of an author's name; eight roles are shared out by the name's hash.
  static func author(hash: UInt64) -> StyleRole {
    let roles: [StyleRole] = [
      .author1, .author2, .author3, .author4, .author5, .author6, .author7, .author8,
    ]
    return roles[Int(hash % UInt64(roles.count))]
  }
}
