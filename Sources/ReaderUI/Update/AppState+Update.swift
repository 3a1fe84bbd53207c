import DocumentModel
import Terminal
import TextSearch

extension AppState {
  /// Takes in what the terminal reports; returns what is asked of the world.
  public mutating func handle(_ event: InputEvent) -> [Effect] {
    if case .resize(let size) = event {
      resize(to: size)
      return []
    }
    resting = nil
    switch event {
    case .key(let key):
      defer { clearFocusOfMessage() }
      return press(key)
    case .mouse(let mouse):
      message = nil
      return self.mouse(mouse)
    case .paste(let text):
      return paste(text)
    case .resumed:
      return [.redraw]
    case .end:
      return [.quit]
    case .resize, .wakeUp, .background:
      return []
    }
  }

  /// Does `action`, `count` times or with the number `count` where that means something.
  public mutating func update(_ action: Action, count: Int? = nil) -> [Effect] {
    var effects: [Effect] = []
    switch action {
    case .scroll(let action):
      if list == nil { scroll(action, count: count) } else { scrollList(action, count: count) }
    case .view(let action): effects = view(action, count: count)
    case .comment(let action): comment(action, count: count)
    case .block(let action): block(action, count: count)
    case .jump(let action): effects = jump(action, count: count)
    case .quote(let action): quote(action, count: count)
    case .fold(let action): fold(action, count: count)
    case .news(let action): news(action)
    case .cut(let action): effects = cut(action)
    case .search(let action): effects = search(action, count: count)
    case .link(let action): effects = link(action, count: count)
    case .copy(let action): effects = copy(action)
    case .show(let kind): show(kind)
    case .more(let action): effects = more(action, count: count)
    case .section(let step): section(step, count: count)
    case .entry(let action): effects = entry(action, count: count)
    case .app(let action): effects = app(action, count: count)
    case .overlay(let action): return overlay(action, count: count)
    case .edit(let action): return edit(action)
    }
    settle()
    if search.active?.found.isDone == false, !effects.contains(.continueSearch) {
      effects.append(.continueSearch)
    }
    return effects
  }

  /// Leaves the state so that it can be drawn: panes on lines that exist, the focus on a comment
  /// that is shown.
  mutating func settle() {
    guard list == nil else { return settleList() }
    window.keepFocusShown()
    article.viewport.settle(on: articleColumn)
    thread.settle(on: threadColumn)
    search.confine(to: thread.folding.filtered?.kept, in: reading)
    settleSideways()
    if let link = navigation.link, !isReachable(link) { navigation.link = nil }
  }
}
