import DocumentModel
import Terminal

extension AppState {
  mutating func view(_ action: ViewAction, count: Int?) -> [Effect] {
    switch action {
    case .otherPane: window.focus(on: focus.other)
    case .nextLayout:
      rememberView()
      reflow { $0.nextMode() }
    case .moveBorder(let step): moveBorder(by: step * (count ?? 1))
    case .scrollSideways(let step): scrollSideways(by: step * (count ?? 1))
    case .toggleDates:
      options.dateStyle = options.dateStyle == .relative ? .absolute : .relative
    case .toggleSpoilers:
      options.showsSpoilers.toggle()
      tell(options.showsSpoilers ? "spoilers shown" : "spoilers hidden")
    case .toggleRail: toggleRail()
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

  /// Shows the panes in the layout called `name`.
  mutating func choose(layout name: String) {
    guard let mode = LayoutMode(rawValue: name) else {
      let names = LayoutMode.allCases.map(\.rawValue)
      return tell(
        "unknown layout \"\(name)\"; choose one of \(names.joined(separator: ", "))",
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
      return tell("only one pane is shown; v shows both")
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
      return tell("works on comments only; press Tab for the thread")
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
