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
    guard let context = mode.context(focus: focus) else { return [] }
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
      return update(command.action, count: pending.count)
    case .unbound:
      return refuse(pending.keys, in: context)
    }
  }

  private mutating func refuse(_ keys: [Key], in context: KeyContext) -> [Effect] {
    switch context {
    case .article, .thread: return refuseInPane(keys)
    case .overlay: if mode.overlay?.isMenu == false { mode.overlay = nil }
    case .prompt: break
    }
    return []
  }

  private mutating func refuseInPane(_ keys: [Key]) -> [Effect] {
    if keys == [Key(.escape)] { return update(.search(.end)) }
    let typed = KeySequence(keys).description
    if case .command(let command) = keymap.match(keys, in: KeyContext(focus.other)) {
      tell(
        "\(typed) (\(command.name)) works in the \(focus.other.rawValue) pane; press Tab to go there"
      )
    } else if keys.count > 1, keys.last == Key(.escape) {
      tell("\(KeySequence(Array(keys.dropLast()))) cancelled")
    } else {
      tell("\(typed) is not bound here; ? lists the keys")
    }
    return []
  }

  /// Takes the character that names a mark.
  private mutating func takeName(_ key: Key, for action: JumpAction) -> [Effect] {
    if let name = key.typed {
      use(mark: name, for: action)
    } else {
      tell("\(action == .awaitMark ? "m" : "'") cancelled: it needs a character")
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
      tell("no link is labelled \(hints.typed)")
      return []
    }
    guard matching.count == 1 else {
      mode = .hints(hints)
      return []
    }
    navigation.link = first.link
    tell(first.link.url)
    return [.open(first.link.url)]
  }

  mutating func paste(_ text: String) -> [Effect] {
    guard mode.prompt != nil else {
      tell("pasted text ignored: no line is being typed")
      return []
    }
    let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    return type(line)
  }

  private mutating func type(_ text: String) -> [Effect] {
    guard mode.prompt?.insert(text) == true else {
      tell("not typed: a line has at most \(Prompt.limit) bytes", isWarning: true)
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
