import DocumentModel
import Terminal

extension AppState {
  /// Where the reader is.
  var place: Place { standpoint.place }

  /// Keeps the place for `back`, before a jump.
  mutating func rememberPlace() { jumps.leave(place) }

  /// Goes to `place`, opening the folds it is in.
  mutating func go(to place: Place) {
    goToPane(place.pane)
    if place.pane == .article {
      articleAnchor = place.anchor
    } else {
      if let focused = place.focused { reveal(focused) }
      thread.focused = place.focused
      thread.anchor = place.anchor
    }
    settle()
    if place.pane == .thread { keepFocusedInSight() }
  }

  mutating func place(_ action: PlaceAction, count: Int?) {
    switch action {
    case .back:
      for _ in 0..<min(count ?? 1, 100) {
        guard let place = jumps.back(from: place) else { return tell("no place to go back to") }
        go(to: place)
      }
    case .forward:
      for _ in 0..<min(count ?? 1, 100) {
        guard let place = jumps.forward(from: place) else { return tell("no place further on") }
        go(to: place)
      }
    case .awaitMark, .awaitGoTo:
      awaited = action
    case .nextMark: goToMark(after: true)
    case .previousMark: goToMark(after: false)
    }
  }

  /// Takes the character that names a mark.
  mutating func pressAwaited(_ key: Key, for action: PlaceAction) -> [Effect] {
    awaited = nil
    guard case .character(let name) = key.code, key.modifiers.isEmpty else {
      tell("\(action == .awaitMark ? "m" : "'") wants a character: nothing done")
      return []
    }
    if action == .awaitMark {
      marks[name] = place
      tell("marked as \(name); '\(name) comes back here")
    } else if name == "'" {
      guard let last = jumps.last else {
        tell("no place to go back to")
        return []
      }
      rememberPlace()
      go(to: last)
    } else if let mark = marks[name] {
      rememberPlace()
      go(to: mark)
    } else {
      tell("there is no mark \(name); m\(name) makes one")
    }
    return []
  }

  private mutating func goToMark(after: Bool) {
    let here = place
    let sorted = marks.values.sorted { $0 < $1 }
    let next = after ? sorted.first { here < $0 } : sorted.last { $0 < here }
    guard let next else {
      return tell(marks.isEmpty ? "no marks yet: ma makes one" : "no mark further on")
    }
    rememberPlace()
    go(to: next)
  }
}

extension Place: Comparable {
  /// Orders as the document is read: the article, then the comments.
  public static func < (left: Place, right: Place) -> Bool {
    func key(_ place: Place) -> (Int, Int, Int) {
      place.pane == .article
        ? (0, place.anchor.item, place.anchor.line)
        : (1, place.focused?.index ?? place.anchor.item, 0)
    }
    return key(left) < key(right)
  }
}
