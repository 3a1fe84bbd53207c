import DocumentModel

extension AppState {
  mutating func scroll(_ action: ScrollAction, count: Int?) {
    switch (action, focus) {
    case (.lines(let step), .article): moveArticle(by: step * (count ?? 1))
    case (.lines(let step), .thread): stepThread(step.signum(), times: count ?? 1)
    case (.text(let step), .article): moveArticle(by: step * (count ?? 1))
    case (.text(let step), .thread): moveThread(by: step * (count ?? 1), focusFollows: false)
    case (.pages(let halves), let pane):
      let height = height(of: pane)
      let page = halves.magnitude == 1 ? max(1, height / 2) : max(1, height - 2)
      let distance = halves.signum() * page * (count ?? 1)
      if pane == .article { moveArticle(by: distance) } else { moveThread(by: distance) }
    case (.start, _): count.map { goToComment(number: $0) } ?? goToEdge(first: true)
    case (.end, _):
      if let count { return goToComment(number: count) }
      awaitWhole(action)
      goToEdge(first: false)
    case (.percent, _):
      awaitWhole(action, count: count)
      goToPercent(count)
    }
  }

  /// Has `action` done again when the whole document is there, if only its beginning is.
  private mutating func awaitWhole(_ action: ScrollAction, count: Int? = nil) {
    guard isPartial else { return }
    whenWhole = (action, count)
    tell("as far as was read; goes on when all is there")
  }

  // MARK: Article

  mutating func moveArticle(by distance: Int) {
    let column = articleColumn
    let moved = column.clamp(
      column.move(articleAnchor, by: distance),
      height: height(of: .article)
    )
    if moved == articleAnchor { tell(distance > 0 ? "end of the article" : "start of the article") }
    articleAnchor = moved
  }

  // MARK: Thread

  /// Goes through the thread line by line: first the lines of a comment longer than the pane, then
  /// the next comment.
  private mutating func stepThread(_ direction: Int, times: Int) {
    guard thread.focused != nil else { return tell(noCommentShown) }
    for _ in 0..<min(times, 10_000) {
      guard stepThreadOnce(direction) else {
        if let focused = thread.focused {
          tell(edgeSentence(at: focused, isLast: direction > 0))
        }
        return
      }
    }
  }

  private mutating func stepThreadOnce(_ direction: Int) -> Bool {
    let column = threadColumn
    focusOnScreen(in: column)
    guard let focused = thread.focused else { return false }
    let edge = ScrollAnchor(
      item: focused.index,
      line: direction > 0 ? lastTextLine(of: focused, in: column) : 0
    )
    guard isShown(edge, in: column) else {
      thread.anchor = column.clamp(
        column.move(thread.anchor, by: direction),
        height: height(of: .thread)
      )
      return true
    }
    let next =
      direction > 0 ? column.item(after: focused.index) : column.item(before: focused.index)
    guard let next else {
      let moved = column.clamp(
        column.move(thread.anchor, by: direction),
        height: height(of: .thread)
      )
      defer { thread.anchor = moved }
      return moved != thread.anchor
    }
    thread.focused = CommentID(next)
    let last = column.lastTextLine(of: next)
    if direction > 0 {
      show(item: next, lines: 0...min(1, last), in: column)
    } else {
      show(item: next, lines: last...last, in: column)
    }
    return true
  }

  /// The last line of `id` that is not blank, or one below the screen if that is nearer.
  private func lastTextLine(of id: CommentID, in column: ThreadColumn) -> Int {
    let top = id.index == thread.anchor.item ? thread.anchor.line : 0
    return column.lastTextLine(of: id.index, upTo: top + height(of: .thread))
  }

  /// Scrolls by `distance` lines; the focus goes to the first comment that starts on the screen.
  mutating func moveThread(by distance: Int, focusFollows: Bool = true) {
    let column = threadColumn
    guard column.firstItem != nil else { return tell(noCommentShown) }
    let height = height(of: .thread)
    let moved = column.clamp(column.move(thread.anchor, by: distance), height: height)
    guard moved != thread.anchor else {
      let edge = distance > 0 ? column.lastItem : column.firstItem
      if focusFollows, let edge, thread.focused != CommentID(edge) {
        thread.focused = CommentID(edge)
      } else {
        tell(distance > 0 ? "end of the comments" : "start of the comments")
      }
      return
    }
    thread.anchor = moved
    guard focusFollows else { return focusOnScreen(in: column) }
    let shown = column.visible(from: moved, height: height)
    let first = shown.first { $0.index == 0 } ?? shown.first
    thread.focused = first.map { CommentID($0.item) } ?? thread.focused
  }

  /// Moves the focus to a comment on the screen if it is on none.
  mutating func focusOnScreen(in column: ThreadColumn) {
    let shown = column.visible(from: thread.anchor, height: height(of: .thread))
    guard let focused = thread.focused, !shown.contains(where: { $0.item == focused.index }),
      let first = shown.first, let last = shown.last
    else { return }
    let nearest = focused.index < first.item ? first : last
    thread.focused = CommentID(nearest.item)
  }

  func isShown(_ line: ScrollAnchor, in column: ThreadColumn) -> Bool {
    column.distance(from: thread.anchor, to: line, limit: height(of: .thread) - 1) != nil
  }

  /// Scrolls as little as needed to show these lines of `item`, the first one in any case.
  mutating func show(item: Int, lines: ClosedRange<Int>, in column: ThreadColumn) {
    let height = height(of: .thread)
    let start = ScrollAnchor(item: item, line: lines.lowerBound)
    let end = ScrollAnchor(item: item, line: lines.upperBound)
    if start < thread.anchor {
      thread.anchor = start
    } else if !isShown(end, in: column) {
      let lowest = column.move(end, by: 1 - height)
      thread.anchor = min(start, lowest)
    }
    thread.anchor = column.clamp(thread.anchor, height: height)
  }

  /// Scrolls so that the focused comment is on the screen, as much of it as fits.
  mutating func keepFocusedOnScreen() {
    guard let focused = thread.focused else { return }
    let column = threadColumn
    // The blank line below too, where a message may stand; from a pane's height on, as much as fits.
    let count = column.lines(of: focused.index).count(upTo: height(of: .thread) + 1)
    show(item: focused.index, lines: 0...count - 1, in: column)
  }

  // MARK: Ends

  private mutating func goToEdge(first: Bool) {
    let start = place
    defer { if place != start { jumps.leave(start) } else if message == nil { tellEdge(first) } }
    if focus == .article {
      articleStop = nil
      articleAnchor =
        first ? ScrollAnchor() : articleColumn.lastAnchor(height: height(of: .article))
      return
    }
    let column = threadColumn
    guard let edge = first ? column.firstItem : column.lastItem else {
      return tell(noCommentShown)
    }
    thread.focused = CommentID(edge)
    thread.anchor =
      first ? ScrollAnchor(item: edge) : column.lastAnchor(height: height(of: .thread))
  }

  private mutating func tellEdge(_ first: Bool) {
    let pane = focus == .article ? "article" : "comments"
    tell("\(first ? "start" : "end") of the \(pane)")
  }

  mutating func goToComment(number: Int) {
    guard let id = reading.comment(number: number) else {
      let isEmpty = document.comments.isEmpty
      return tell(isEmpty ? "there are no comments" : "no comment here has a number")
    }
    let count = reading.commentCount
    if isPartial, number > count {
      awaitWhole(.end, count: number)
    } else if !(1...count ~= number) {
      tell("there \(count == 1 ? "is" : "are") \(count.counted("comment"))")
    }
    jump(to: id)
  }

  private mutating func goToPercent(_ count: Int?) {
    guard let percent = count.map({ min($0, 100) }) else {
      return tell("type a number first: 50% goes to the middle")
    }
    guard percent < 100 else { return goToEdge(first: false) }
    if focus == .article {
      rememberPlace()
      articleAnchor = articleColumn.anchor(atPercent: percent)
    } else if !document.comments.isEmpty {
      jump(to: CommentID(document.comments.count * percent / 100))
    }
  }
}

extension ThreadColumn {
  /// The last line of `item` that is not blank; `limit` if that is before it.
  func lastTextLine(of item: Int, upTo limit: Int = .max - 2) -> Int {
    let lines = lines(of: item)
    let count = lines.count(upTo: limit + 2)
    guard count < limit + 2 else { return limit }
    if case .blank? = lines.lines(in: count - 1..<count).first { return max(0, count - 2) }
    return max(0, count - 1)
  }
}
