import DocumentModel
import Terminal

extension AppState {
  mutating func jump(_ action: JumpAction, count: Int?) -> [Effect] {
    switch action {
    case .back:
      for _ in 0..<min(count ?? 1, JumpList.capacity) {
        guard let location = navigation.jumps.back(from: location) else {
          guard !pages.hasEarlier else { return [.step(-1)] }
          tell("no earlier position to go back to")
          return []
        }
        go(to: location)
      }
    case .forward:
      for _ in 0..<min(count ?? 1, JumpList.capacity) {
        guard let location = navigation.jumps.forward(from: location) else {
          guard !pages.hasLater else { return [.step(1)] }
          tell("no later position to go forward to")
          return []
        }
        go(to: location)
      }
    case .awaitMark, .awaitGoTo:
      mode = .awaiting(PendingKeys(argument: action), over: mode)
    case .nextMark: goToMark(after: true)
    case .previousMark: goToMark(after: false)
    }
    return []
  }

  /// Keeps the location for `back`, before a jump.
  mutating func rememberLocation() { navigation.jumps.leave(location) }

  /// Goes to `location`, opening the folds it is in.
  mutating func go(to location: Location) {
    if let column = listColumn {
      _ = list?.select(location.anchor.item, in: column)
      return
    }
    window.focus(on: location.pane)
    if location.pane == .article {
      article.viewport.anchor = location.anchor
    } else {
      if let focused = location.focused { reveal(focused) }
      thread.focused = location.focused
      thread.viewport.anchor = location.anchor
    }
    settle()
    if location.pane == .thread { thread.keepFocusedInSight(in: threadColumn) }
  }

  /// Makes a mark called `name`, or goes to it, as `action` says.
  mutating func use(mark name: Unicode.Scalar, for action: JumpAction) {
    if action == .awaitMark {
      navigation.marks[name] = location
      return tell("mark \(name) set; \(key("go-to-mark"))\(name) returns here")
    }
    let isBack = name == "'" || name == "`"
    guard let target = isBack ? navigation.jumps.last : navigation.marks[name] else {
      return tell(
        isBack
          ? "no earlier position to go back to" : "no mark \(name); \(key("mark"))\(name) sets it"
      )
    }
    rememberLocation()
    go(to: target)
  }

  private mutating func goToMark(after isAfter: Bool) {
    guard let next = navigation.mark(after: isAfter, location) else {
      let isEmpty = navigation.marks.isEmpty
      return tell(
        isEmpty
          ? "no marks set; \(key("mark"))a sets mark a" : "no \(isAfter ? "later" : "earlier") mark"
      )
    }
    rememberLocation()
    go(to: next)
  }
}
