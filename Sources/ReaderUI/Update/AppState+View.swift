import DocumentModel
import Terminal

extension AppState {
  mutating func view(_ action: ViewAction, count: Int?) -> [Effect] {
    switch action {
    case .otherPane: window.focus(on: focus.other)
    case .nextLayout:
      rememberView()
      reflow { $0.nextMode() }
      tell(layoutSentence)
    case .moveBorder(let step): moveBorder(by: step * (count ?? 1))
    case .scrollSideways(let step): scrollSideways(by: step * (count ?? 1))
    case .toggleDates: choose(options.dateStyle == .relative ? .absolute : .relative)
    case .toggleSpoilers:
      options.showsSpoilers.toggle()
      tell(options.showsSpoilers ? "spoilers shown" : "spoilers hidden")
    case .toggleRail: toggleRail()
    case .nextDiscussion(let step): return showDiscussion(step, count: count)
    case .nextThreadOrder: sortThread(count: count)
    case .align(let edge): align(to: edge)
    case .undo: return undo(count ?? 1)
    }
    return []
  }

  private mutating func toggleRail() {
    let isOn = !options.showsRail
    options.showsRail = isOn
    let columns = panes.rect(of: focus)?.size.columns ?? 0
    let note = isOn && !hasRail(inColumns: columns) ? "; this pane is too narrow for it" : ""
    tell("rail \(isOn ? "on" : "off")\(note)")
  }

  /// How the panes share the window, in words.
  private var layoutSentence: String {
    switch panes.mode {
    case .side: "article and comments side by side"
    case .stacked, .automatic: "article above the comments"
    case .article: "the article alone"
    case .thread: "the comments alone"
    }
  }

  /// Shows dates in the style called `name`.
  mutating func choose(dates name: String) {
    guard let style = ReaderOptions.DateStyle(rawValue: name) else {
      return tell(":dates takes relative or absolute, not \"\(name)\"", isWarning: true)
    }
    choose(style)
  }

  /// Shows dates in `style`; says so, and which dates cannot be shown in it.
  private mutating func choose(_ style: ReaderOptions.DateStyle) {
    options.dateStyle = style
    let dated = document.comments.filter { $0.date != nil || !$0.dateText.isEmpty }
    let known = dated.count { $0.date != nil }
    if known == 0, !dated.isEmpty {
      tell("the dates of the comments are known only as the page words them")
    } else if known == dated.count || style == .relative {
      tell("\(style.rawValue) dates")
    } else {
      let rest = dated.count - known
      tell("absolute dates; \(rest) of \(dated.count) are known only as the page words them")
    }
  }

  /// Shows the panes in the layout called `name`.
  mutating func choose(layout name: String) {
    guard let mode = LayoutMode(rawValue: name) else {
      let names = LayoutMode.allCases.map(\.rawValue)
      return tell(
        ":layout takes \(names.dropLast().joined(separator: ", ")) or \(names.last ?? ""), not \"\(name)\"",
        isWarning: true
      )
    }
    rememberView()
    reflow {
      $0.mode = mode
      if mode == .automatic { $0.share = nil }
    }
    if mode != .automatic, panes.mode != mode { tell("the window is too narrow for \(name)") }
  }

  private mutating func moveBorder(by step: Int) {
    let panes = panes
    guard panes.article != nil, panes.thread != nil else {
      return tell("only one pane is shown; \(key("layout")) changes the layout")
    }
    let unit = panes.mode == .side ? 2 : 1
    guard moveBorder(to: window.border + step * unit, remembering: true) else {
      return tell("cannot move the border further")
    }
  }

  /// Moves the border as near to `position` as it can go; whether that moved it.
  mutating func moveBorder(to position: Int, remembering: Bool) -> Bool {
    guard let share = window.share(withBorderAt: position) else { return false }
    if remembering { rememberView() }
    reflow { $0.share = share }
    return true
  }

  private mutating func align(to edge: ViewAction.Edge) {
    guard focus == .thread, let focused = thread.focused else {
      return tell("this works on comments; \(key("other-pane")) goes to them")
    }
    let column = threadColumn
    let before = thread.anchor
    let row =
      switch edge {
      case .top: 0
      case .middle: column.height / 2
      case .bottom: max(0, column.height - column.lastTextLine(of: focused.index) - 1)
      }
    thread.putFocused(onRow: row, in: column)
    if thread.anchor == before { tell("cannot scroll further") }
  }
}
