import DocumentModel

extension AppState {
  mutating func scroll(_ action: ScrollAction, count: Int?) {
    switch (action, focus) {
    case (.lines(let step), .article): scrollArticle(by: step * (count ?? 1))
    case (.lines(let step), .thread): stepThread(step.signum(), times: count ?? 1)
    case (.text(let step), .article): scrollArticle(by: step * (count ?? 1))
    case (.text(let step), .thread): scrollThread(by: step * (count ?? 1), focusFollows: false)
    case (.pages(let halves), let pane):
      let height = window.height(of: pane)
      let page = halves.magnitude == 1 ? max(1, height / 2) : max(1, height - 2)
      let distance = halves.signum() * page * (count ?? 1)
      let isAtEdge = halves.magnitude > 1 && goOn(halves.signum())
      guard !isAtEdge else { return }
      if pane == .article { scrollArticle(by: distance) } else { scrollThread(by: distance) }
    case (.start, _): count.map { goToComment(number: $0) } ?? goToEdge(first: true)
    case (.end, _):
      if let count { return goToComment(number: count) }
      deferUntilWhole(action)
      goToEdge(first: false)
    case (.percent, _):
      deferUntilWhole(action, count: count)
      goToPercent(count)
    }
  }

  /// Has `action` done again when the whole document is there, if only its beginning is.
  private mutating func deferUntilWhole(_ action: ScrollAction, count: Int? = nil) {
    guard reading.isPartial else { return }
    navigation.deferred = Navigation.DeferredScroll(action: action, count: count)
    tell("the page is still being read; the jump is made when it is complete")
  }

  private mutating func scrollArticle(by distance: Int) {
    guard !article.viewport.scroll(by: distance, over: articleColumn) else { return }
    guard distance > 0 else { return tell("start of the article") }
    let key = keymap.key(of: "page-down", in: .article)
    tell("end of the article" + (thread.focused == nil ? "" : "; \(key) goes on to the comments"))
  }

  /// Goes on from the end of the article to the comments, for a `direction` of -1 back from their
  /// start; whether that is where the reader is.
  private mutating func goOn(_ direction: Int) -> Bool {
    guard thread.focused != nil else { return false }
    if focus == .article {
      let column = articleColumn
      guard direction > 0, !column.fills(column.height + 1, from: article.anchor) else {
        return false
      }
    } else {
      guard direction < 0, threadColumn.firstItem == thread.anchor.item, thread.anchor.line == 0,
        thread.focused?.index == thread.anchor.item, !document.article.blocks.isEmpty
      else { return false }
    }
    window.focus(on: focus.other)
    if focus == .thread { thread.keepFocusedInSight(in: threadColumn) }
    return true
  }

  // MARK: Thread

  /// Goes through the thread line by line: first the lines of a comment longer than the pane, then
  /// the next comment.
  private mutating func stepThread(_ direction: Int, times: Int) {
    guard thread.focused != nil else { return tell(noCommentShown) }
    let column = threadColumn
    for _ in 0..<min(times, 10_000) {
      guard thread.step(direction, in: column) else {
        if let focused = thread.focused {
          tell(edgeSentence(at: focused, isLast: direction > 0))
        }
        return
      }
    }
  }

  /// Scrolls by `distance` lines; the focus goes to the first comment that starts on the screen, or
  /// stays while it can.
  private mutating func scrollThread(by distance: Int, focusFollows: Bool = true) {
    let column = threadColumn
    guard column.firstItem != nil else { return tell(noCommentShown) }
    guard thread.viewport.scroll(by: distance, over: column) else {
      let edge = distance > 0 ? column.lastItem : column.firstItem
      if focusFollows, let edge, thread.focused != CommentID(edge) {
        thread.focused = CommentID(edge)
      } else {
        tell(distance > 0 ? "end of the comments" : "start of the comments")
      }
      return
    }
    if focusFollows { thread.focusOnFirst(in: column) } else { thread.focusOnScreen(in: column) }
  }

  // MARK: Ends

  private mutating func goToEdge(first: Bool) {
    let start = location
    defer {
      if location != start {
        navigation.jumps.leave(start)
      } else if message == nil {
        tellEdge(first)
      }
    }
    if focus == .article {
      return article.go(to: first ? ScrollAnchor() : articleColumn.lastAnchor)
    }
    let column = threadColumn
    guard let edge = first ? column.firstItem : column.lastItem else {
      return tell(noCommentShown)
    }
    thread.focused = CommentID(edge)
    thread.viewport.anchor = first ? ScrollAnchor(item: edge) : column.lastAnchor
  }

  private mutating func tellEdge(_ first: Bool) {
    let pane = focus == .article ? "article" : "comments"
    tell("\(first ? "start" : "end") of the \(pane)")
  }

  mutating func goToComment(number: Int) {
    guard list == nil else { return goToEntry(number: number) }
    guard let id = reading.comment(number: number) else {
      let isEmpty = document.comments.isEmpty
      return tell(isEmpty ? "no comments" : "these comments are not numbered")
    }
    let count = reading.commentCount
    if reading.isPartial, number > count {
      deferUntilWhole(.end, count: number)
    } else if !(1...count ~= number) {
      tell("there \(count == 1 ? "is" : "are") \(count.counted("comment"))")
    }
    go(to: id)
  }

  private mutating func goToPercent(_ count: Int?) {
    guard let percent = count.map({ min($0, 100) }) else {
      return tell("type a number first: 50\(key("percent")) goes to the middle")
    }
    guard percent < 100 else { return goToEdge(first: false) }
    if focus == .article {
      rememberLocation()
      article.viewport.anchor = articleColumn.anchor(atPercent: percent)
    } else if !document.comments.isEmpty {
      go(to: CommentID(document.comments.count * percent / 100))
    }
  }
}
