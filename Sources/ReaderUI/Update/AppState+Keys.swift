import Terminal

/// Taking keys: what each means in the mode there is.
extension AppState {
  mutating func press(_ key: Key) -> [Effect] {
    message = nil
    navigation.deferred = nil
    if case .hints(let hints) = mode { return press(key, in: hints) }
    if let question = mode.question { return answer(question, with: key) }
    var pending = mode.pending ?? PendingKeys()
    mode = mode.settled
    if let action = pending.argument { return takeName(key, for: action) }
    guard let context = mode.context(over: context) else { return [] }
    if context.takesCounts {
      if key == Key(.escape), pending.count != nil, pending.keys.isEmpty { return [] }
      if pending.takeDigit(key) {
        mode = .awaiting(pending, over: mode)
        return []
      }
    }
    if context.takesText, pending.keys.isEmpty, let scalar = key.typed {
      return type(String(scalar))
    }
    pending.keys.append(key)
    switch keymap.match(pending.keys, in: context) {
    case .prefix:
      mode = .awaiting(pending, over: mode)
      return []
    case .command(let command):
      if let before = pending.before { takeBack(to: before) }
      return call(command, by: pending, in: context)
    case .unbound:
      // Keys that have called a command are the beginning of another no more.
      guard pending.before == nil else { return press(key) }
      return refuse(pending.keys, in: context)
    }
  }

  /// Calls `command`; where its keys begin others, the next key may take it back.
  private mutating func call(
    _ command: Command,
    by pending: PendingKeys,
    in context: KeyContext
  ) -> [Effect] {
    let canBegin = command.canBegin(others: context) && keymap.begins(pending.keys, in: context)
    let isUndo = command.action == .view(.undo)
    // Undo is called again and again: only where it had nothing to do are its keys a beginning.
    let isSpent = isUndo && (navigation.canUndo || lastCommand.name == command.name)
    let before = canBegin && !isSpent ? BeforeMove(view: view, navigation: navigation) : nil
    let wasAsked = lastCommand.isAsking
    let effects = update(command.action, count: pending.count)
    lastCommand = LastCommand(
      name: command.name,
      isAsking: command.action == .app(.quit) && lastCommand.isAsking && !wasAsked,
      isRefusedList: command.action.opensList && mode == .reading
    )
    if let before, mode == .reading {
      var pending = pending
      pending.before = before
      mode = .awaiting(pending, over: mode)
    }
    return effects
  }

  private mutating func takeBack(to before: BeforeMove) {
    message = nil
    navigation = before.navigation
    restore(before.view)
  }

  private mutating func refuse(_ keys: [Key], in context: KeyContext) -> [Effect] {
    lastCommand = LastCommand()
    switch context {
    case .article, .thread, .listing: return refuseInPane(keys)
    case .overlay: refuseInOverlay(keys)
    case .prompt: tell("\(KeySequence(keys)) does nothing while a line is typed")
    }
    return []
  }

  private mutating func refuseInOverlay(_ keys: [Key]) {
    let close = keymap.key(of: "list-close", in: .overlay)
    let typed = KeySequence(keys).description
    if case .command(let command) = keymap.match(keys, in: self.context) {
      tell("\(typed) (\(command.name)) does not work in this list; \(close) closes it")
    } else {
      tell("\(typed) does nothing in this list; \(close) closes it")
    }
  }

  private mutating func refuseInPane(_ keys: [Key]) -> [Effect] {
    if keys == [Key(.escape)] { return update(.search(.end)) }
    let typed = KeySequence(keys).description
    if list != nil, case .command(let command) = keymap.match(keys, in: .thread) {
      tell("\(typed) (\(command.name)) does not work in a list; \(key("help")) lists the keys")
    } else if list == nil,
      case .command(let command) = keymap.match(keys, in: KeyContext(focus.other))
    {
      tell(
        "\(typed) (\(command.name)) works in the \(focus.other.paneName); \(key("other-pane")) goes there"
      )
    } else if keys.count > 1, keys.last == Key(.escape) {
      tell("\(KeySequence(Array(keys.dropLast()))): cancelled")
    } else {
      tell("\(typed) has no function here; \(key("help")) lists the keys")
    }
    return []
  }

  /// Takes the character that names a mark.
  private mutating func takeName(_ key: Key, for action: JumpAction) -> [Effect] {
    if let name = key.typed {
      use(mark: name, for: action)
    } else {
      tell("a mark is named by one letter")
    }
    return []
  }

  /// Takes a letter of a link on the screen; any other key leaves the links.
  private mutating func press(_ key: Key, in hints: LinkHints) -> [Effect] {
    var hints = hints
    mode = .reading
    guard let scalar = key.typed else { return [] }
    hints.typed.unicodeScalars.append(scalar)
    let matching = hints.matching
    guard let first = matching.first else {
      tell("no link is marked \(hints.typed)")
      return []
    }
    guard matching.count == 1 else {
      mode = .hints(hints)
      return []
    }
    navigation.link = first.link
    guard hints.opensBrowser else { return follow(first.link) }
    tell(first.link.url)
    return [.open(first.link.url)]
  }

  mutating func paste(_ text: String) -> [Effect] {
    guard mode.prompt != nil else {
      tell("pasted text is ignored where no line is typed")
      return []
    }
    let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    return type(line)
  }

  private mutating func type(_ text: String) -> [Effect] {
    guard mode.prompt?.insert(text) == true else {
      tell("the line is full: it holds \(Prompt.limit) bytes", isWarning: true)
      return []
    }
    return promptChanged()
  }
}

extension Key {
  /// The character the key types, `nil` if it types none.
  fileprivate var typed: Unicode.Scalar? {
    if case .character(let scalar) = code, modifiers.isEmpty { scalar } else { nil }
  }
}
