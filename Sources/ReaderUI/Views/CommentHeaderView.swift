import DocumentModel
import Terminal
import TextSearch

/// The line over a comment: who, when, and what a fold hides.
struct CommentHeaderView {
  let state: AppState
  let theme: Theme
  /// The comments as the pane lays them out.
  let thread: ThreadColumn
  let id: CommentID

  private var comment: Comment { state.document[id] }
  private var isFolded: Bool { state.thread.folds.contains(id) }

  /// Draws the header with its fold mark at `column`.
  func draw(row: Int, column: Int, on canvas: inout Canvas) {
    let isFocused = id == state.thread.focused
    var end = canvas.write(mark, row: row, column: column, style: theme[.commentFold])
    end = canvas.write(" ", row: row, column: end, style: theme[.comment])
    if isChained {
      end = canvas.write("↳ ", row: row, column: end, style: theme[.tree])
    }
    if let sentence = state.reading.placeholderSentence(id) {
      canvas.write(sentence, row: row, column: end, style: theme[.commentCut])
    } else {
      end = drawSigns(row: row, column: end, on: &canvas)
      if isFolded { drawExcerpt(row: row, column: end, on: &canvas) }
    }
    if isFocused {
      let rest = Rect(row: row, column: column, columns: canvas.size.columns - column, rows: 1)
      canvas.restyle(rest) { style in
        state.focus == .thread ? theme.style(.commentFocused, over: style) : style
      }
    }
  }

  /// Writes who and when, and what else there is to be said; returns the column after it.
  private func drawSigns(row: Int, column start: Int, on canvas: inout Canvas) -> Int {
    var end = drawAuthor(row: row, column: start, on: &canvas)
    SearchMarks(state: state, theme: theme)
      .drawAuthor(of: id, row: row, columns: start..<end, on: &canvas)
    for (text, role) in details {
      end = canvas.write(text, row: row, column: end, style: theme[role])
    }
    return drawFacts(row: row, column: end, on: &canvas)
  }

  /// The fewest columns in which a badge that is cut still says something.
  private static let leastColumns = 8

  /// Writes the points and the badges, as far as there is room; returns the column after them.
  private func drawFacts(row: Int, column start: Int, on canvas: inout Canvas) -> Int {
    let document = state.document
    let points = comment.score.flatMap { $0 == 0 ? nil : [$0.points] } ?? []
    var end = start
    for fact in points + document.badges(of: comment).map({ document.text[$0] }) {
      let text = " · \(fact)"
      let room = canvas.size.columns - end
      guard DisplayWidth.of(text) > room else {
        end = canvas.write(text, row: row, column: end, style: theme[.commentDimmed])
        continue
      }
      // A number that is cut is another number.
      guard fact != points.first, room >= Self.leastColumns else { break }
      let limit = canvas.size.columns - 1
      end = canvas.write(text, row: row, column: end, style: theme[.commentDimmed], limit: limit)
      return canvas.write("…", row: row, column: end, style: theme[.commentDimmed])
    }
    return end
  }

  private var mark: String {
    if isFolded { return "▸" }
    return comment.subtreeSize > 1 ? "▾" : "•"
  }

  /// Whether it stands straight under the comment it answers, without a step in.
  private var isChained: Bool {
    guard let parent = comment.parent else { return false }
    return thread.indentation(of: parent) == thread.indentation(of: id)
  }

  private func drawAuthor(row: Int, column: Int, on canvas: inout Canvas) -> Int {
    guard let name = state.reading.authorName(of: id) else {
      let style = theme[.commentAuthorInferred]
      return canvas.write(state.reading.nameShown(for: id), row: row, column: column, style: style)
    }
    let hash = name.utf8.reduce(FNVHash.start) { FNVHash.mix($0, $1) }
    let base = theme.style(.author(hash: hash >> 7), over: theme[.commentAuthor])
    guard comment.authorship == .inferred else {
      return canvas.write(name, row: row, column: column, style: base)
    }
    // The author's own colour stays, so that a name is known again where it is stated.
    var style = base
    style.attributes = theme[.commentAuthorInferred].attributes
    let end = canvas.write(name, row: row, column: column, style: style)
    return canvas.write("?", row: row, column: end, style: theme[.commentAuthorInferred])
  }

  /// What follows the name.
  private var details: [(String, StyleRole)] {
    var parts: [(String, StyleRole)] = []
    let news = state.reading.news
    if news.new.contains(id) { parts.append((" ●", .commentNew)) }
    if comment.isByArticleAuthor { parts.append((" author", .commentBadge)) }
    if comment.replyLink == .unresolved, !comment.replyTo.isEmpty {
      parts.append((" → \(state.document.text[comment.replyTo])", .commentDate))
    }
    let date = dateText
    if !date.isEmpty { parts.append((" · \(date)", .commentDate)) }
    if news.changed.contains(id) { parts.append((" · changed", .commentNew)) }
    if news.gone.contains(id) { parts.append((" · removed", .commentDimmed)) }
    switch comment.state {
    case .deleted: parts.append((" · deleted", .commentDimmed))
    case .pending: parts.append((" · pending", .commentDimmed))
    case .ping: parts.append((" · ping", .commentDimmed))
    case .placeholder, .shown, .opening, .headerless: break
    }
    if comment.isTruncated {
      let isOpen = state.reading.completions[id]?.isOpen == true
      parts.append((isOpen ? " · ✂ full text" : " · ✂ cut", .commentCut))
    }
    if isFolded, comment.subtreeSize > 1 {
      let count = state.reading.replyCount(below: id)
      let replies = count == 0 ? "more" : "\(count) repl\(count == 1 ? "y" : "ies")"
      parts.append((" · \(replies)", .commentFold))
      let new = news.new.count(in: id.index + 1..<id.index + comment.subtreeSize)
      if new > 0 { parts.append((", \(new) new", .commentNew)) }
    }
    if let badge = hitBadge { parts.append((badge, .searchBadge)) }
    return parts
  }

  /// How many hits a fold hides.
  private var hitBadge: String? {
    guard isFolded, let search = state.search.active else { return nil }
    let count = search.found.hits(inSubtreeOf: id).count
    return count > 0 ? " · \(count.counted("hit"))" : nil
  }

  private var dateText: String {
    guard let date = comment.date else { return state.document.text[comment.dateText] }
    return state.options.dateStyle == .relative
      ? DateFormat.relative(date, now: state.now) : DateFormat.absolute(date)
  }

  /// The first words of a folded comment.
  private func drawExcerpt(row: Int, column: Int, on canvas: inout Canvas) {
    let body = state.reading.body(of: id)
    guard let first = body.document.blocks(in: body.blocks).first,
      column + 12 < canvas.size.columns
    else { return }
    canvas.write(
      firstLineOf: first.text,
      in: body.document,
      row: row,
      column: column + 2,
      style: theme[.commentDimmed],
      limit: canvas.size.columns - 1
    )
  }
}
