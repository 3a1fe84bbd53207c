import DocumentModel

extension AppState {
  mutating func fold(_ action: FoldAction, count: Int?) {
    if action == .unhideAll { return unhideAll() }
    guard let focused = thread.focused else { return tell(noCommentShown) }
    switch action {
    case .close: close(focused, count: count)
    case .open: open(focused)
    case .toggle: setFold(of: focused, !thread.folds.contains(focused))
    case .closeAll: foldBelow(level: 1)
    case .openAll: openAll()
    case .toLevel(let level): foldBelow(level: level)
    case .byLevel(let step): stepLevel(by: step * (count ?? 1))
    case .closeThread: closeThread(of: focused)
    case .reveal: openAll(below: focused)
    case .hide: hide(focused)
    case .unhideAll: break
    }
  }

  /// Why there is no comment to do something with.
  var noCommentShown: String {
    document.comments.isEmpty ? "there are no comments" : "all comments are hidden: X shows them"
  }

  private mutating func close(_ id: CommentID, count: Int?) {
    if thread.folds.contains(id) {
      comment(.parent, count: count)
    } else {
      setFold(of: id, true)
    }
  }

  private mutating func open(_ id: CommentID) {
    if thread.folds.contains(id) {
      setFold(of: id, false)
    } else if let first = document.firstReply(to: id) {
      thread.focused = first
      keepFocusedOnScreen()
    } else {
      tell("no replies to this comment")
    }
  }

  /// Folds or unfolds `id`, which stays on its row.
  mutating func setFold(of id: CommentID, _ isFolded: Bool) {
    let before = thread.anchor
    let isUndone = lastFold?.comment == id && lastFold?.after == before
    changeFolds { state in
      if isFolded { state.thread.folds.insert(id) } else { state.thread.folds.remove(id) }
    }
    // At the end of the thread a fold pulls what is above onto the screen: put it back.
    if isUndone, let lastFold { thread.anchor = lastFold.before }
    if !isFolded { showUnfolded(id) }
    lastFold = FoldStep(comment: id, before: before, after: thread.anchor)
  }

  /// Scrolls only if nothing of what unfolded would be seen.
  private mutating func showUnfolded(_ id: CommentID) {
    guard thread.focused == id else { return }
    let column = threadColumn
    show(item: id.index, lines: 0...min(1, column.lastTextLine(of: id.index)), in: column)
  }

  private mutating func foldBelow(level: Int) {
    changeFolds { state in
      state.thread.folds = state.reading.comments(from: level - 1)
    }
    thread.level = level
    tell(level == 1 ? "every thread folded" : "\(level) levels shown")
  }

  private mutating func stepLevel(by step: Int) {
    let whole = reading.deepest + 2
    let level = min(max(1, (thread.level ?? whole) + step), whole)
    guard level != thread.level ?? whole else {
      return tell(step > 0 ? "all levels are open" : "all threads are folded")
    }
    foldBelow(level: level)
    if level == whole { tell("all levels shown") }
  }

  private mutating func closeThread(of id: CommentID) {
    let root = reading.root(of: id)
    rememberPlace()
    thread.focused = root
    keepFocusedOnScreen()
    setFold(of: root, true)
    if let next = document.nextSibling(of: root) {
      thread.focused = next
      keepFocusedOnScreen()
    }
  }

  private mutating func openAll() {
    thread.level = nil
    guard !thread.folds.isEmpty else { return tell("nothing is folded") }
    let inside = thread.focusedInside
    changeFolds { state in
      state.thread.folds.removeAll()
      if let inside, let focused = state.thread.focused,
        state.document.isIn(inside, subtreeOf: focused)
      {
        state.thread.focused = inside
      }
    }
    thread.focusedInside = nil
  }

  private mutating func openAll(below id: CommentID) {
    let subtree = id.index..<id.index + document[id].subtreeSize
    guard thread.folds.first(in: subtree) != nil else {
      return tell("nothing is folded below this comment")
    }
    changeFolds { $0.thread.folds.remove(in: subtree) }
  }

  private mutating func hide(_ id: CommentID) {
    rememberView()
    let count = reading.replyCount(below: id) + (reading.number(of: id) == nil ? 0 : 1)
    thread.hidden.insert(id)
    thread.focused = threadColumn.standIn(for: id)
    let what =
      count == 0 ? "hidden; X shows it" : "\(count.counted("comment")) hidden; X shows them"
    tell("\(what), Z undoes")
  }

  private mutating func unhideAll() {
    guard !thread.hidden.isEmpty else { return tell("nothing is hidden") }
    changeFolds { $0.thread.hidden.removeAll() }
  }

  /// Changes what is folded or hidden; the focused comment, or the fold it ends up in, stays on
  /// the row where it was, and the change can be undone.
  mutating func changeFolds(_ change: (inout AppState) -> Void) {
    rememberView()
    let row = rowOfFocused
    let before = thread.focused
    change(&self)
    settle()
    if thread.focused != before { thread.focusedInside = before }
    putFocused(onRow: row)
  }

  /// The row of the focused comment's header in its pane, 0 if that is above.
  var rowOfFocused: Int {
    guard let focused = thread.focused else { return 0 }
    let limit = height(of: .thread) - 1
    return threadColumn.distance(
      from: thread.anchor,
      to: ScrollAnchor(item: focused.index),
      limit: limit
    ) ?? 0
  }

  /// Scrolls so that the focused comment's header stands on `row` of the pane, if it can.
  mutating func putFocused(onRow row: Int) {
    guard let focused = thread.focused else { return }
    let column = threadColumn
    thread.anchor = column.clamp(
      column.move(ScrollAnchor(item: focused.index), by: -row),
      height: height(of: .thread)
    )
  }
}
