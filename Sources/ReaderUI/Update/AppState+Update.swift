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
    case .scroll(let action): scroll(action, count: count)
    case .view(let action): view(action, count: count)
    case .comment(let action): comment(action, count: count)
    case .block(let action): block(action, count: count)
    case .jump(let action): jump(action, count: count)
    case .fold(let action): fold(action, count: count)
    case .cut(let action): effects = cut(action)
    case .search(let action): effects = search(action, count: count)
    case .link(let action): effects = link(action, count: count)
    case .copy(let action): effects = copy(action)
    case .show(let kind): show(kind)
    case .more(let action): effects = more(action, count: count)
    case .app(let action): effects = app(action, count: count)
    }
    settle()
    if search.active?.found.isDone == false, !effects.contains(.continueSearch) {
      effects.append(.continueSearch)
    }
    return effects
  }

  private mutating func press(_ key: Key) -> [Effect] {
    message = nil
    navigation.deferred = nil
    if prompt != nil { return pressInPrompt(key) }
    if hints != nil { return pressInHints(key) }
    if overlay != nil { return pressInOverlay(key) }
    if let awaited { return pressAwaited(key, for: awaited) }
    if key == Key(.escape), count != nil, pendingKeys.isEmpty {
      dropPendingKeys()
      return []
    }
    if takeDigit(key) { return [] }
    pendingKeys.append(key)
    switch keymap.match(pendingKeys, in: focus) {
    case .prefix:
      return []
    case .command(let command):
      let count = self.count
      dropPendingKeys()
      return update(command.action, count: count)
    case .unbound:
      return refuse(pendingKeys)
    }
  }

  /// The highest count; more of anything than there is.
  static let highestCount = 99_999_999

  /// Whether `key` is a digit of a count, which is then taken in.
  private mutating func takeDigit(_ key: Key) -> Bool {
    guard pendingKeys.isEmpty, key.modifiers.isEmpty, case .character(let scalar) = key.code,
      let digit = scalar.properties.numericType == .decimal ? Int(String(scalar)) : nil,
      digit > 0 || count != nil
    else { return false }
    count = min((count ?? 0) * 10 + digit, Self.highestCount)
    return true
  }

  private mutating func refuse(_ keys: [Key]) -> [Effect] {
    dropPendingKeys()
    if keys == [Key(.escape)] { return update(.search(.end)) }
    let typed = KeySequence(keys).description
    if case .command(let command) = keymap.match(keys, in: focus.other) {
      tell("\(typed) (\(command.name)) works in the \(focus.other.rawValue) pane: Tab goes there")
    } else if keys.count > 1, keys.last == Key(.escape) {
      tell("\(KeySequence(Array(keys.dropLast()))) cancelled")
    } else {
      tell("\(typed) does nothing here; ? lists the keys")
    }
    return []
  }

  mutating func dropPendingKeys() {
    pendingKeys = []
    count = nil
  }

  /// Leaves the state so that it can be drawn: panes on lines that exist, the focus on a comment
  /// that is shown.
  mutating func settle() {
    window.keepFocusShown()
    article.viewport.settle(on: articleColumn)
    thread.settle(on: threadColumn)
    settleSideways()
    if let link = navigation.link, !isReachable(link) { navigation.link = nil }
  }

  private mutating func paste(_ text: String) -> [Effect] {
    guard prompt != nil else {
      tell("Text was pasted, but nothing asks for text here")
      return []
    }
    let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    prompt?.insert(line)
    return promptChanged()
  }
}
