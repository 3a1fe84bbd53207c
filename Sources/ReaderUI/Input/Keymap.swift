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

  /// What keys call in the panes, where most keys are typed.
  private var panes: [KeyContext: [KeySequence: Command]] = [
    .article: Dictionary(minimumCapacity: Command.table.count),
    .thread: Dictionary(minimumCapacity: Command.table.count),
  ]
  private var prefixes: [KeyContext: Set<KeySequence>] = [.article: [], .thread: []]
  private let chosen: [ChosenKey]
  /// The commands whose keys in the table are not theirs any more.
  private let custom: Set<String>

  /// The keys of the command table, with `overrides` laid over them.
  ///
  /// Overrides with a name or a key that does not exist are left out; `problems` says so, and which
  /// keys get in each other's way.
  public init(overrides: [KeyOverride] = [], problems: inout [String]) {
    var chosen: [ChosenKey] = []
    for override in overrides { chosen += Self.chosenKeys(of: override, problems: &problems) }
    self.chosen = chosen
    custom = Set(overrides.map(\.command))
    for key in chosen { bind(key.sequence, to: key.command) }
    let taken = chosen.isEmpty ? [:] : panes
    for command in Command.table
    where !command.scope.isDisjoint(with: .panes) && !custom.contains(command.name) {
      for sequence in command.keys.compactMap({ KeySequence(parsing: $0) }) {
        bind(sequence, to: command) { taken[$0]?[sequence] == nil }
      }
    }
    problems += conflicts(of: chosen)
  }

  /// The keys of the command table.
  public init() {
    var none: [String] = []
    self.init(problems: &none)
  }

  /// The keys that `override` chooses.
  private static func chosenKeys(
    of override: KeyOverride,
    problems: inout [String]
  ) -> [ChosenKey] {
    guard let command = Command.named(override.command) else {
      let hint = suggestion(for: override.command, among: Command.table.lazy.map(\.name))
      problems.append("\(override.origin): unknown command \"\(override.command)\"\(hint)")
      return []
    }
    return override.keys.compactMap { text in
      guard let sequence = KeySequence(parsing: text) else {
        let name = "\"\(text)\" is not a key; keys are written like J, ^F, zM, Space, A-x, F2"
        problems.append("\(override.origin): \(name)")
        return nil
      }
      return ChosenKey(sequence: sequence, command: command, origin: override.origin)
    }
  }

  private mutating func bind(
    _ sequence: KeySequence,
    to command: Command,
    where isFree: (KeyContext) -> Bool = { _ in true }
  ) {
    for context in [KeyContext.article, .thread]
    where command.scope.covers(context) && isFree(context) {
      panes[context]?[sequence] = command
      for length in 1..<max(1, sequence.keys.count) {
        prefixes[context]?.insert(KeySequence(Array(sequence.keys.prefix(length))))
      }
    }
  }

  /// What keys call in `context`; O(1) in panes, O(commands) elsewhere.
  func bindings(in context: KeyContext) -> [KeySequence: Command] {
    if let bindings = panes[context] { return bindings }
    var bindings: [KeySequence: Command] = [:]
    for key in chosen where key.command.scope.covers(context) {
      bindings[key.sequence] = key.command
    }
    let taken = bindings
    for command in Command.table
    where command.scope.covers(context) && !custom.contains(command.name) {
      for sequence in command.keys.compactMap({ KeySequence(parsing: $0) })
      where taken[sequence] == nil {
        bindings[sequence] = command
      }
    }
    return bindings
  }

  /// The keys with Alt that commands are bound to, alone or in a sequence.
  public var altKeys: Set<Key> {
    Set(chosen.flatMap(\.sequence.keys).filter { $0.modifiers.contains(.alt) })
  }

  /// What `keys` mean in `context`.
  public func match(_ keys: [Key], in context: KeyContext) -> Match {
    let sequence = KeySequence(keys)
    let bindings = bindings(in: context)
    if let command = bindings[sequence] { return .command(command) }
    return begins(keys, in: context) ? .prefix : .unbound
  }

  /// Whether a longer sequence begins with `keys` in `context`.
  func begins(_ keys: [Key], in context: KeyContext) -> Bool {
    let sequence = KeySequence(keys)
    return prefixes[context]?.contains(sequence)
      ?? bindings(in: context).keys.contains { sequence.isStart(of: $0) }
  }

  /// The keys that call `command` in `context`, as the table orders them.
  public func keys(of command: Command, in context: KeyContext) -> [KeySequence] {
    let bound = bindings(in: context).filter { $0.value.name == command.name }.map(\.key)
    let order = command.keys.compactMap { KeySequence(parsing: $0) }
    return order.filter(bound.contains)
      + bound.filter { !order.contains($0) }.sorted { $0.description < $1.description }
  }

  /// The first key of the command called `name` in `context`; how to call it by name if it has none.
  func key(of name: String, in context: KeyContext) -> String {
    Command.named(name).flatMap { keys(of: $0, in: context).first?.description } ?? ":\(name)"
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
