import DocumentModel
import Terminal

extension AppState {
  mutating func view(_ action: ViewAction, count: Int?) {
    switch action {
    case .otherPane: goToOtherPane()
    case .nextLayout: nextLayout()
    case .moveBorder(let step): moveBorder(by: step * (count ?? 1))
    case .toggleDates:
      options.dateStyle = options.dateStyle == .relative ? .absolute : .relative
    case .put(let placement): put(placement)
    case .undo: undo()
    }
  }

  private mutating func goToOtherPane() {
    focus = focus.other
    guard panes.rect(of: focus) == nil else { return }
    layoutMode = focus == .article ? .article : .thread
  }

  private mutating func nextLayout() {
    rememberView()
    let order: [LayoutMode] = [.side, .stacked, .article, .thread]
    let now = order.firstIndex(of: panes.mode) ?? 0
    // A window too narrow for a mode shows another in its place: go on to one that differs.
    for step in 1...order.count {
      layoutMode = order[(now + step) % order.count]
      if panes.mode == layoutMode { break }
    }
    keepFocusShown()
    keepFocusedOnScreen()
  }

  private mutating func moveBorder(by step: Int) {
    let panes = panes
    guard panes.article != nil, panes.thread != nil else {
      return tell("one pane is shown alone; v shows both")
    }
    rememberView()
    let length = panes.mode == .side ? size.columns : size.rows
    let unit = panes.mode == .side ? 2 : 1
    share = min(0.9, max(0.1, share + Double(step * unit) / Double(max(1, length))))
    keepFocusedOnScreen()
  }

  private mutating func put(_ placement: ViewAction.Placement) {
    guard focus == .thread, thread.focused != nil else {
      return tell("this places a comment: Tab goes to the thread")
    }
    let height = height(of: .thread)
    switch placement {
    case .top: putFocused(onRow: 0)
    case .middle: putFocused(onRow: height / 2)
    case .bottom:
      let column = threadColumn
      let lines = thread.focused.map { column.lastTextLine(of: $0.index) + 1 } ?? 1
      putFocused(onRow: max(0, height - lines))
    }
  }

  // MARK: Undo

  /// Keeps the view as it is, for `undo`.
  mutating func rememberView() {
    undoStack.append(
      ViewSnapshot(
        folds: thread.folds,
        hidden: thread.hidden,
        expanded: thread.expanded,
        opened: Set(reading.completions.filter(\.value.isOpen).keys),
        layoutMode: layoutMode,
        share: share,
        threadAnchor: thread.anchor,
        focused: thread.focused
      )
    )
    if undoStack.count > 100 { undoStack.removeFirst() }
  }

  private mutating func undo() {
    guard let last = undoStack.popLast() else { return tell("nothing to undo") }
    thread.folds = last.folds
    thread.hidden = last.hidden
    thread.expanded = last.expanded
    thread.level = nil
    for id in reading.completions.keys {
      reading.completions[id]?.isOpen = last.opened.contains(id)
    }
    layoutMode = last.layoutMode
    share = last.share
    thread.anchor = last.threadAnchor
    thread.focused = last.focused
    let rest = undoStack.count
    tell("undone" + (rest > 0 ? "; \(rest) more" : ""))
  }
}
