import DocumentModel
import Terminal

extension AppState {
  mutating func jump(_ action: JumpAction, count: Int?) {
    switch action {
    case .back:
      for _ in 0..<min(count ?? 1, JumpList.capacity) {
        guard let location = navigation.jumps.back(from: location) else {
          return tell("no place to go back to")
        }
        go(to: location)
      }
    case .forward:
      for _ in 0..<min(count ?? 1, JumpList.capacity) {
        guard let location = navigation.jumps.forward(from: location) else {
          return tell("no place further on")
        }
        go(to: location)
      }
    case .awaitMark, .awaitGoTo:
      mode = .awaiting(PendingKeys(argument: action), over: mode)
    case .nextMark: goToMark(after: true)
    case .previousMark: goToMark(after: false)
    }
  }

  /// Keeps the location for `back`, before a jump.
  mutating func rememberLocation() { navigation.jumps.leave(location) }

  /// Goes to `location`, opening the folds it is in.
  mutating func go(to location: Location) {
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
      return tell("marked as \(name); '\(name) comes back here")
    }
    guard let target = name == "'" ? navigation.jumps.last : navigation.marks[name] else {
      return tell(
        name == "'" ? "no place to go back to" : "there is no mark \(name); m\(name) makes one"
      )
    }
    rememberLocation()
    go(to: target)
  }

  private mutating func goToMark(after isAfter: Bool) {
    guard let next = navigation.mark(after: isAfter, location) else {
      let isEmpty = navigation.marks.isEmpty
      return tell(isEmpty ? "no marks yet: ma makes one" : "no mark further on")
    }
    rememberLocation()
    go(to: next)
  }
}
