import DocumentModel
import Quotations
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
  private var folding: Folding { state.thread.folding }
  private var isFolded: Bool { folding.folds.contains(id) }

  /// Draws the header with its fold mark at `column`.
  func draw(row: Int, column: Int, on canvas: inout Canvas) {
    let isFocused = id == state.thread.focused
    var end = canvas.write(mark, row: row, column: column, style: theme[.commentFold])
    end = canvas.write(" ", row: row, column: end, style: theme[.comment])
    if isChained {
      end = canvas.write("↳ ", row: row, column: end, style: theme[.tree])
    }
    if let sentence = state.reading.placeholderSentence(id) {
      let style = theme[.commentCut]
      let text = state.namingKeys(sentence)
      canvas.write(text, row: row, column: end, style: style, shortenedTo: canvas.size.columns)
    } else {
      end = drawSigns(row: row, column: end, on: &canvas)
      if !folding.showsText(of: id), !folding.isMuted(id) {
        drawExcerpt(row: row, column: end, on: &canvas)
      }
    }
    if folding.filtered?.isContext(id) == true || folding.isMuted(id) {
      let dimmed = theme[.commentDimmed]
      canvas.restyle(Rect(row: row, column: column, columns: end - column, rows: 1)) { _ in dimmed }
    }
    if isFocused, state.focus == .thread {
      let rest = Rect(row: row, column: column, columns: canvas.size.columns - column, rows: 1)
      canvas.restyle(rest) { theme.tinted($0, as: .commentFocused) }
    }
  }

  /// Writes who and when, and what else there is to be said; returns the column after it.
  ///
  /// Where room is short, what matters least is left out first, and `…` says so.
  private func drawSigns(row: Int, column start: Int, on canvas: inout Canvas) -> Int {
    let room = canvas.size.columns - start
    let nameWidth = DisplayWidth.of(nameShown)
    var shown = signs
    var isShort = false
    var width: Int { shown.reduce(isShort ? 2 : 0) { $0 + DisplayWidth.of($1.text) } }
    while nameWidth + width > room,
      let least = shown.indices.reversed().min(by: { shown[$0].weight < shown[$1].weight }),
      shown[least].weight < Sign.important || Self.leastName + width > room
    {
      shown.remove(at: least)
      isShort = true
    }
    let isNameShort = nameWidth + width > room
    let limit = isNameShort ? room - width + (isShort ? 2 : 0) : room
    var end = drawAuthor(row: row, column: start, columns: limit, isShort: isNameShort, on: &canvas)
    SearchMarks(state: state, theme: theme)
      .drawAuthor(of: id, row: row, columns: start..<end, on: &canvas)
    for sign in shown {
      var text = sign.text[...]
      // The space before a badge is not filled.
      if sign.role == .commentBadge, text.first == " " {
        end = canvas.write(" ", row: row, column: end, style: theme[.comment])
        text.removeFirst()
      }
      end = canvas.write(String(text), row: row, column: end, style: theme[sign.role])
    }
    guard isShort, !isNameShort else { return end }
    return canvas.write(" …", row: row, column: end, style: theme[.commentDate])
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

  /// Below so many columns of the name, what is said after it gives way too.
  private static let leastName = 10

  /// The name as it is written, with the mark of an inferred one.
  private var nameShown: String {
    state.reading.nameShown(for: id) + (comment.authorship == .inferred ? "?" : "")
  }

  /// Writes the name, at most `columns` wide; returns the column after it.
  private func drawAuthor(
    row: Int,
    column: Int,
    columns: Int,
    isShort: Bool,
    on canvas: inout Canvas
  ) -> Int {
    let isInferred = comment.authorship == .inferred
    let shown = state.reading.nameShown(for: id)
    let room = max(0, columns - (isInferred ? 1 : 0))
    let name = ShortenedText(shown, columns: room, hasMore: isShort).text
    guard state.reading.authorName(of: id) != nil else {
      return canvas.write(name, row: row, column: column, style: theme[.commentAuthorInferred])
    }
    let hash = shown.utf8.reduce(FNVHash.start) { FNVHash.mix($0, $1) }
    var style = theme.style(.author(hash: hash >> 7), over: theme[.commentAuthor])
    if let color = state.reading.ruled.color(for: id) { style.foreground = color }
    guard isInferred else { return canvas.write(name, row: row, column: column, style: style) }
    // The author's own colour stays, so that a name is known again where it is stated.
    style.attributes = theme[.commentAuthorInferred].attributes
    let end = canvas.write(name, row: row, column: column, style: style)
    return canvas.write("?", row: row, column: end, style: theme[.commentAuthorInferred])
  }

  /// Something said after the name, and how much it matters where room is short.
  private struct Sign {
    /// From here on a sign matters more than the whole of a name.
    static let important = 7

    let text: String
    let role: StyleRole
    let weight: Int

    init(_ text: String, _ role: StyleRole, weight: Int) {
      self.text = text
      self.role = role
      self.weight = weight
    }
  }

  /// What follows the name.
  private var signs: [Sign] {
    var signs: [Sign] = []
    let news = state.reading.news
    if news.new.contains(id) { signs.append(Sign(" ●", .commentNew, weight: 9)) }
    if comment.isByArticleAuthor { signs.append(Sign(" author", .commentBadge, weight: 5)) }
    signs += signsOfRules
    if comment.replyLink == .unresolved, !comment.replyTo.isEmpty {
      signs.append(
        Sign(" → \(state.document.text[comment.replyTo])", .commentDate, weight: 2)
      )
    }
    let date = dateText
    if !date.isEmpty { signs.append(Sign(" · \(date)", .commentDate, weight: 1)) }
    if news.changed.contains(id) { signs.append(Sign(" · changed", .commentNew, weight: 4)) }
    if news.gone.contains(id) { signs.append(Sign(" · removed", .commentDimmed, weight: 4)) }
    switch comment.state {
    case .deleted:
      if state.reading.authorName(of: id) != nil {
        signs.append(Sign(" · deleted", .commentDimmed, weight: 6))
      }
    case .pending: signs.append(Sign(" · pending", .commentDimmed, weight: 6))
    case .ping: signs.append(Sign(" · ping", .commentDimmed, weight: 6))
    case .placeholder, .shown, .opening, .headerless: break
    }
    if comment.isTruncated {
      let isOpen = state.reading.completions[id]?.isOpen == true
      signs.append(Sign(isOpen ? " · ✂ full text" : " · ✂ cut", .commentCut, weight: 3))
    }
    let quoting = state.reading.quotationIndex?.count(quoting: id) ?? 0
    if quoting > 0 { signs.append(Sign(" · quoted by \(quoting)", .quoteCount, weight: 0)) }
    return signs + signsOfFold + facts
  }

  /// The points and the badges that the site shows.
  private var facts: [Sign] {
    let points = comment.score.flatMap { $0 == 0 ? nil : [$0.points] } ?? []
    let badges = state.document.badges(of: comment).map { state.document.text[$0] }
    return (points + badges).map { Sign(" · \($0)", .commentDimmed, weight: 0) }
  }

  /// What the reader's rules do with it, each with the rule.
  private var signsOfRules: [Sign] {
    state.reading.ruled.rules(for: id).compactMap { rule in
      switch rule.deed {
      case .tag(let tag): Sign(" \(tag)", .commentBadge, weight: 5)
      case .mute where folding.isMuted(id):
        Sign(" · muted: \(rule.expression)", .commentDimmed, weight: 6)
      case .raise: Sign(" · ▲ \(rule.expression)", .commentDimmed, weight: 0)
      case .watch: Sign(" · ◆ \(rule.expression)", .commentNew, weight: 4)
      case .mute, .color: nil
      }
    }
  }

  /// What is said of that which a fold hides.
  private var signsOfFold: [Sign] {
    guard isFolded else { return [] }
    var signs: [Sign] = []
    if comment.subtreeSize > 1 {
      let count = state.reading.replyCount(below: id)
      let replies = count == 0 ? "more" : "\(count) repl\(count == 1 ? "y" : "ies")"
      signs.append(Sign(" · \(replies)", .commentFold, weight: 8))
      let below = id.index + 1..<id.index + comment.subtreeSize
      let new = state.reading.news.new.count(in: below)
      if new > 0 { signs.append(Sign(", \(new) new", .commentNew, weight: 7)) }
    }
    if let badge = hitBadge { signs.append(Sign(badge, .searchBadge, weight: 7)) }
    return signs
  }

  /// How many hits a fold hides.
  private var hitBadge: String? {
    guard isFolded, let search = state.search.active else { return nil }
    let isWhole = !folding.showsText(of: id)
    let found = search.found
    let count = (isWhole ? found.hits(inSubtreeOf: id) : found.hits(below: id)).count
    return count > 0 ? " · \(count.counted("hit"))" : nil
  }

  private var dateText: String {
    guard let date = comment.date else { return state.document.text[comment.dateText] }
    return state.options.dateStyle == .relative
      ? DateFormat.relative(date, now: state.now) : DateFormat.absolute(date)
  }

  /// The first words of a folded comment.
  private func drawExcerpt(row: Int, column: Int, on canvas: inout Canvas) {
    guard column + 12 < canvas.size.columns else { return }
    canvas.write(
      startOf: state.reading.body(of: id),
      row: row,
      column: column + 2,
      style: theme[.commentDimmed],
      limit: canvas.size.columns - 1
    )
  }
}
