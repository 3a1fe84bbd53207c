import DocumentModel

extension AppState {
  mutating func fold(_ action: FoldAction, count: Int?) {
    if action == .unhideAll { return unhideAll() }
    guard let focused = thread.focused else { return tell("there are no comments") }
    switch action {
    case .close: close(focused, count: count)
    case .open: open(focused)
    case .toggle: setFold(of: focused, !thread.folds.contains(focused))
    case .closeAll: foldBelow(level: 1)
    case .openAll:
      changeFolds { $0.thread.folds.removeAll() }
      thread.level = nil
    case .toLevel(let level): foldBelow(level: level)
    case .byLevel(let step): foldBelow(level: level(after: step * (count ?? 1)))
    case .closeThread: closeThread(of: focused)
    case .reveal: openAll(below: focused)
    case .hide: hide(focused)
    case .unhideAll: break
    }
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
    changeFolds { state in
      if isFolded { state.thread.folds.insert(id) } else { state.thread.folds.remove(id) }
    }
  }

  private mutating func foldBelow(level: Int) {
    changeFolds { state in
      state.thread.folds.removeAll()
      for index in state.document.comments.indices
      where state.document.comments[index].depth >= level - 1 {
        state.thread.folds.insert(CommentID(index))
      }
    }
    thread.level = level
    if level > 1 { tell(level == 2 ? "threads open" : "\(level - 1) levels open") }
  }

  private func level(after step: Int) -> Int {
    let deepest = document.comments.reduce(0) { max($0, $1.depth) }
    return min(max(1, (thread.level ?? deepest + 2) + step), deepest + 2)
  }

  private mutating func closeThread(of id: CommentID) {
    let root = document.root(of: id)
    rememberPlace()
    thread.focused = root
    keepFocusedOnScreen()
    setFold(of: root, true)
    if let next = document.nextSibling(of: root) {
      thread.focused = next
      keepFocusedOnScreen()
    }
  }

  private mutating func openAll(below id: CommentID) {
    changeFolds { state in
      for index in id.index..<id.index + state.document[id].subtreeSize {
        state.thread.folds.remove(CommentID(index))
      }
    }
  }

  private mutating func hide(_ id: CommentID) {
    rememberView()
    let size = document[id].subtreeSize
    thread.hidden.insert(id)
    thread.focused = threadColumn.nearest(to: id)
    tell("\(size == 1 ? "1 comment" : "\(size) comments") hidden; X shows them, Z undoes")
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
    change(&self)
    settle()
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
