import DocumentModel

extension AppState {
  mutating func fold(_ action: FoldAction, count: Int?) {
    if action == .unhideAll { return unhideAll() }
    if action == .filter { return promptFilter() }
    guard let focused = thread.focused else { return tell(noCommentShown) }
    switch action {
    case .close: close(focused, count: count)
    case .open: open(focused)
    case .toggle: setFold(of: focused, !thread.folds.contains(focused))
    case .closeHere: closeHere(focused)
    case .openHere: openHere(focused)
    case .closeAll: foldBelow(level: 0)
    case .openAll: openAll()
    case .toLevel(let level): foldBelow(level: level)
    case .byLevel(let step): stepLevel(by: step * (count ?? 1))
    case .closeThread: closeThread(of: focused)
    case .closeReplies: closeReplies(to: focused)
    case .conversation: showConversation(around: focused)
    case .reveal: openAll(below: focused)
    case .hide: hide(focused)
    case .unhideAll, .filter: break
    }
  }

  /// Why there is no comment to do something with.
  var noCommentShown: String {
    if document.comments.isEmpty { return "no comments" }
    return thread.folding.filtered == nil
      ? "all comments are hidden; \(key("unhide")) shows them"
      : "no comment fits the filter; \(key("filter-comments")) changes it"
  }

  /// Folds `id`, by and by: its replies, where only they were folded before, then its text, then goes
  /// to its parent.
  private mutating func close(_ id: CommentID, count: Int?) {
    if !thread.folds.contains(id) {
      setFold(of: id, true)
    } else if thread.folding.showsText(of: id) {
      changeFold(of: id) { $0.fold(id, keepingText: false) }
    } else {
      comment(.parent, count: count)
    }
  }

  private mutating func closeReplies(to id: CommentID) {
    guard document[id].subtreeSize > 1 else { return tell("this comment has no replies") }
    guard !thread.folds.contains(id) || !thread.folding.showsText(of: id) else {
      return tell("its replies are already folded")
    }
    changeFold(of: id) { $0.fold(id, keepingText: true) }
  }

  private mutating func closeHere(_ id: CommentID) {
    guard thread.folds.contains(id) else { return setFold(of: id, true) }
    guard let parent = document[id].parent else { return tell("this thread is already folded") }
    rememberLocation()
    thread.focused = parent
    thread.showFocused(in: threadColumn)
    setFold(of: parent, true)
  }

  private mutating func openHere(_ id: CommentID) {
    guard thread.folds.contains(id) else { return tell("this comment is not folded") }
    setFold(of: id, false)
  }

  private mutating func open(_ id: CommentID) {
    if thread.folds.contains(id) || thread.folding.isMuted(id) {
      setFold(of: id, false)
    } else if let first = threadColumn.firstReply(to: id) {
      thread.focused = first
      thread.showFocused(in: threadColumn)
    } else {
      tell("this comment has no replies")
    }
  }

  /// Folds or unfolds `id`, which stays on its row.
  ///
  /// At the end of the thread a fold pulls what is above onto the screen. Taken back at once, it
  /// leaves the pane as it was.
  mutating func setFold(of id: CommentID, _ isFolded: Bool) {
    changeFold(of: id) { if isFolded { $0.fold(id) } else { $0.unfold(id) } }
  }

  private mutating func changeFold(of id: CommentID, _ change: (inout Folding) -> Void) {
    let last = navigation.undo.last
    let top = thread.anchor
    changeFolds { change(&$0.thread.folding) }
    if let last, last.anchorAfter == top, last.thread.folding == thread.folding {
      thread.viewport.anchor = last.thread.anchor
    }
    if !thread.folds.contains(id) { showUnfolded(id) }
    navigation.noteChange(leading: thread.anchor)
  }

  /// Scrolls only if nothing of what unfolded would be seen.
  private mutating func showUnfolded(_ id: CommentID) {
    guard thread.focused == id else { return }
    let column = threadColumn
    thread.viewport.show(
      0...min(1, column.lastTextLine(of: id.index)),
      of: id.index,
      in: column
    )
  }

  /// Shows `level` levels in full and folds the replies below; 0: folds whole threads.
  private mutating func foldBelow(level: Int) {
    changeFolds { state in
      state.thread.folding.fold(below: level, in: state.reading)
    }
    thread.levels = level
    tell(
      level == 0
        ? "all threads folded"
        : level == 1 ? "replies to top-level comments folded" : "\(level) levels shown"
    )
  }

  private mutating func stepLevel(by step: Int) {
    let whole = reading.deepest + 1
    let level = min(max(0, (thread.levels ?? whole) + step), whole)
    guard level != thread.levels ?? whole else {
      return tell(step > 0 ? "all levels are already shown" : "all threads are already folded")
    }
    foldBelow(level: level)
    if level == whole { tell("all levels shown") }
  }

  private mutating func closeThread(of id: CommentID) {
    let root = reading.root(of: id)
    rememberLocation()
    thread.focused = root
    thread.showFocused(in: threadColumn)
    setFold(of: root, true)
    if let next = document.nextSibling(of: root) {
      thread.focused = next
      thread.showFocused(in: threadColumn)
    }
  }

  private mutating func openAll() {
    guard !thread.folds.isEmpty else {
      thread.levels = nil
      return tell("nothing is folded")
    }
    let inside = thread.focusedInside
    changeFolds { state in
      state.thread.levels = nil
      state.thread.folding.unfoldAll()
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
    changeFolds { $0.thread.folding.unfoldAll(in: subtree) }
  }

  private mutating func hide(_ id: CommentID) {
    rememberView()
    let count = reading.replyCount(below: id) + (reading.number(of: id) == nil ? 0 : 1)
    thread.folding.hidden.insert(id)
    thread.focused = threadColumn.standIn(for: id)
    let what = count == 0 ? "hidden" : "\(count.counted("comment")) hidden"
    let shows = "\(key("unhide")) shows \(count > 1 ? "them" : "it")"
    tell("\(what); \(shows), \(key("undo")) undoes")
  }

  private mutating func unhideAll() {
    guard !thread.hidden.isEmpty else { return tell("nothing is hidden") }
    changeFolds { $0.thread.folding.hidden.removeAll() }
  }

  /// Changes what is folded or hidden; the focused comment, or the fold it ends up in, stays on
  /// the row where it was, and the change can be undone.
  mutating func changeFolds(_ change: (inout AppState) -> Void) {
    rememberView()
    let row = thread.rowOfFocused(in: threadColumn)
    let before = thread.focused
    change(&self)
    settle()
    if thread.focused != before { thread.focusedInside = before }
    thread.putFocused(onRow: row, in: threadColumn)
  }
}
