import Terminal

/// A key sequence that a person chose for a command.
struct ChosenKey: Hashable, Sendable {
  let sequence: KeySequence
  let command: Command
  /// The file and line it was chosen in.
  let origin: String
}

extension Keymap {
  /// What the keys of `chosen` take away, in words: keys chosen twice, sequences that can no longer
  /// be typed because a shorter one answers first, commands left without a key.
  func conflicts(of chosen: [ChosenKey]) -> [String] {
    var problems: [String] = []
    for (index, key) in chosen.enumerated() {
      if let first = chosen[..<index].first(where: { $0.meets(key) && $0.sequence == key.sequence })
      {
        problems.append(
          "\(key.origin): \(key.sequence) is bound to both \(key.command.name) and \(first.command.name)"
        )
      }
      problems += hidden(by: key).map { "\(key.origin): \($0)" }
    }
    return problems + commandsWithoutKeys(chosen)
  }

  /// What cannot be typed because of `key`, or why it cannot itself.
  private func hidden(by key: ChosenKey) -> [String] {
    var longer: [KeySequence: String] = [:]
    for context in KeyContext.allCases where key.command.scope.covers(context) {
      if context.takesText, key.sequence.typesText {
        return ["\(key.sequence) cannot call \(key.command.name): it types text there"]
      }
      for (sequence, command) in bindings(in: context) {
        if key.sequence.isStart(of: sequence), !key.command.canBegin(others: context) {
          longer[sequence] = command.name
        }
        if sequence.isStart(of: key.sequence), !command.canBegin(others: context) {
          return [
            "\(key.sequence) cannot be used: it begins with \(sequence), which calls \(command.name)"
          ]
        }
      }
    }
    guard let first = longer.min(by: { $0.key.description < $1.key.description }) else { return [] }
    let others = longer.count > 1 ? " and \(longer.count - 1) more" : ""
    return ["\(key.sequence) makes \(first.key) (\(first.value))\(others) unreachable"]
  }

  /// The commands whose every key was given to others.
  private func commandsWithoutKeys(_ chosen: [ChosenKey]) -> [String] {
    guard !chosen.isEmpty else { return [] }
    let names = Set(chosen.map(\.command.name))
    return Command.table.filter { command in
      !command.keys.isEmpty && !names.contains(command.name)
        && KeyContext.allCases.allSatisfy {
          !command.scope.covers($0) || keys(of: command, in: $0).isEmpty
        }
    }.compactMap { command in
      let keys = command.keys.compactMap { KeySequence(parsing: $0) }
      guard let taker = chosen.last(where: { keys.contains($0.sequence) }) else { return nil }
      return "\(taker.origin): \(command.name) has no key left; \(taker.sequence) was its only one"
    }
  }
}

extension ChosenKey {
  /// Whether both apply in one context.
  fileprivate func meets(_ other: ChosenKey) -> Bool {
    command.name != other.command.name
      && !command.scope.isDisjoint(with: other.command.scope)
  }
}

extension KeySequence {
  /// Whether its first key types a character.
  fileprivate var typesText: Bool {
    guard case .character? = keys.first?.code else { return false }
    return keys[0].modifiers.isEmpty
  }

  /// Whether `other` goes on after these keys.
  func isStart(of other: KeySequence) -> Bool {
    keys.count < other.keys.count && other.keys.starts(with: keys)
  }
}
