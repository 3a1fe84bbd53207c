import DocumentModel
import Terminal

extension AppState {
  mutating func view(_ action: ViewAction, count: Int?) {
    switch action {
    case .otherPane: goToPane(focus.other)
    case .nextLayout: nextLayout()
    case .moveBorder(let step): moveBorder(by: step * (count ?? 1))
    case .scrollSideways(let step): scrollSideways(by: step * (count ?? 1))
    case .toggleDates:
      options.dateStyle = options.dateStyle == .relative ? .absolute : .relative
    case .toggleSpoilers:
      showsSpoilers.toggle()
      tell(showsSpoilers ? "spoilers are shown" : "spoilers are covered")
    case .put(let placement): put(placement)
    case .undo: for _ in 0..<min(count ?? 1, 100) { undo() }
    }
  }

  /// Gives `pane` the focus, and the window if the other has it alone.
  mutating func goToPane(_ pane: Pane) {
    focus = pane
    if panes.rect(of: pane) == nil { layoutMode = pane == .article ? .article : .thread }
  }

  /// Shows the panes in the layout called `name`.
  mutating func choose(layout name: String) {
    guard let mode = LayoutMode(rawValue: name) else {
      let names = LayoutMode.allCases.map(\.rawValue)
      return tell(
        "no layout \"\(name)\"; there are \(names.joined(separator: ", "))",
        isWarning: true
      )
    }
    rememberView()
    reflow { $0.layoutMode = mode }
    if mode != .automatic, panes.mode != mode { tell("the window is too narrow for \(name)") }
  }

  private mutating func nextLayout() {
    rememberView()
    let order: [LayoutMode] = [.side, .stacked, .article, .thread]
    let now = order.firstIndex(of: panes.mode) ?? 0
    reflow { state in
      // A window too narrow for a mode shows another in its place: go on to one that differs.
      for step in 1...order.count {
        state.layoutMode = order[(now + step) % order.count]
        if state.panes.mode == state.layoutMode { break }
      }
    }
  }

  private mutating func moveBorder(by step: Int) {
    let panes = panes
    guard panes.article != nil, panes.thread != nil else {
      return tell("one pane is shown alone; v shows both")
    }
    let unit = panes.mode == .side ? 2 : 1
    guard putBorder(at: border + step * unit, remembering: true) else {
      return tell("the border goes no further")
    }
  }

  /// The column or row where the border stands, counted from the top left.
  private var border: Int {
    panes.mode == .side ? panes.border?.origin.column ?? 0 : panes.caption?.origin.row ?? 0
  }

  /// Moves the border as near to `place` as it can go; whether that moved it.
  mutating func putBorder(at place: Int, remembering: Bool) -> Bool {
    let length = max(1, panes.mode == .side ? size.columns - 2 : size.rows - 2)
    let moved = min(0.9, max(0.1, Double(place) / Double(length)))
    guard PaneLayout(size: size, mode: layoutMode, share: moved, focus: focus) != panes else {
      return false
    }
    if remembering { rememberView() }
    reflow { $0.share = moved }
    return true
  }

  private mutating func put(_ placement: ViewAction.Placement) {
    guard focus == .thread, thread.focused != nil else {
      return tell("this places a comment: Tab goes to the thread")
    }
    let height = height(of: .thread)
    let before = thread.anchor
    defer { if thread.anchor == before { tell("it can stand no nearer to there") } }
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
    let opened = Set(reading.completions.filter(\.value.isOpen).keys)
    if opened != last.opened {
      for id in reading.completions.keys {
        reading.completions[id]?.isOpen = last.opened.contains(id)
      }
      restartSearch()
    }
    layoutMode = last.layoutMode
    share = last.share
    thread.anchor = last.threadAnchor
    thread.focused = last.focused
    keepFocusShown()
    let rest = undoStack.count
    tell("undone" + (rest > 0 ? "; \(rest) more" : ""))
  }
}
