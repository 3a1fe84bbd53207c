import Terminal

/// Which keys call which command.
public struct Keymap: Equatable, Sendable {
  /// What a sequence of keys means so far.
  public enum Match: Sendable {
    /// It calls this command.
    case command(Command)
    /// A longer sequence may follow.
    case prefix
    /// It means nothing.
    case unbound
  }

  private(set) var bindings: [Pane: [KeySequence: Command]] = [
    .article: Dictionary(minimumCapacity: Command.table.count),
    .thread: Dictionary(minimumCapacity: Command.table.count),
  ]
  private var prefixes: [Pane: Set<KeySequence>] = [.article: [], .thread: []]

  /// The keys of the command table, with `overrides` laid over them.
  ///
  /// Overrides with a name or a key that does not exist are left out; `problems` says so, and which
  /// keys get in each other's way.
  public init(overrides: [KeyOverride] = [], problems: inout [String]) {
    var taken: [Pane: Set<KeySequence>] = [:]
    var chosen: [ChosenKey] = []
    for override in overrides {
      guard let command = Command.table.first(where: { $0.name == override.command }) else {
        let hint = suggestion(for: override.command, among: Command.table.lazy.map(\.name))
        problems.append("\(override.origin): no command \"\(override.command)\"\(hint)")
        continue
      }
      for text in override.keys {
        guard let sequence = KeySequence(parsing: text) else {
          let name = "\"\(text)\" is no key; keys are written like J, ^F, zM, Space, A-x, F2"
          problems.append("\(override.origin): \(name)")
          continue
        }
        chosen.append(ChosenKey(sequence: sequence, command: command, origin: override.origin))
        bind(sequence, to: command)
        for pane in Pane.allCases where command.scope.covers(pane) {
          taken[pane, default: []].insert(sequence)
        }
      }
    }
    let custom = Set(overrides.map(\.command))
    for command in Command.table where !custom.contains(command.name) {
      for sequence in command.keys.compactMap({ KeySequence(parsing: $0) }) {
        bind(sequence, to: command) { taken[$0]?.contains(sequence) != true }
      }
    }
    problems += conflicts(of: chosen)
  }

  /// The keys of the command table.
  public init() {
    var none: [String] = []
    self.init(problems: &none)
  }

  private mutating func bind(
    _ sequence: KeySequence,
    to command: Command,
    where isFree: (Pane) -> Bool = { _ in true }
  ) {
    for pane in Pane.allCases where command.scope.covers(pane) && isFree(pane) {
      bindings[pane]?[sequence] = command
      for length in 1..<max(1, sequence.keys.count) {
        prefixes[pane]?.insert(KeySequence(Array(sequence.keys.prefix(length))))
      }
    }
  }

  /// What `keys` mean while `pane` has the focus.
  public func match(_ keys: [Key], in pane: Pane) -> Match {
    let sequence = KeySequence(keys)
    if let command = bindings[pane]?[sequence] { return .command(command) }
    return prefixes[pane]?.contains(sequence) == true ? .prefix : .unbound
  }

  /// The keys that call `command` while `pane` has the focus, as the table orders them.
  public func keys(of command: Command, in pane: Pane) -> [KeySequence] {
    let bound = (bindings[pane] ?? [:]).filter { $0.value.name == command.name }.map(\.key)
    let order = command.keys.compactMap { KeySequence(parsing: $0) }
    return order.filter(bound.contains)
      + bound.filter { !order.contains($0) }.sorted { $0.description < $1.description }
  }
}

/// The keys that a person wants for a command, in place of the table's.
public struct KeyOverride: Hashable, Sendable {
  /// The command's name.
  public let command: String
  /// The key sequences that call it; none unbinds it.
  public let keys: [String]
  /// The file and line, to begin a message with.
  public let origin: String

  /// A wish for a command's keys, written at `origin`.
  public init(command: String, keys: [String], origin: String) {
    self.command = command
    self.keys = keys
    self.origin = origin
  }
}
