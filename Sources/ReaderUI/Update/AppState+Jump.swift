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
      awaited = action
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

  /// Takes the character that names a mark.
  mutating func pressAwaited(_ key: Key, for action: JumpAction) -> [Effect] {
    awaited = nil
    guard case .character(let name) = key.code, key.modifiers.isEmpty else {
      tell("\(action == .awaitMark ? "m" : "'") wants a character: nothing done")
      return []
    }
    if action == .awaitMark {
      navigation.marks[name] = location
      tell("marked as \(name); '\(name) comes back here")
    } else if name == "'" {
      guard let last = navigation.jumps.last else {
        tell("no place to go back to")
        return []
      }
      rememberLocation()
      go(to: last)
    } else if let mark = navigation.marks[name] {
      rememberLocation()
      go(to: mark)
    } else {
      tell("there is no mark \(name); m\(name) makes one")
    }
    return []
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
