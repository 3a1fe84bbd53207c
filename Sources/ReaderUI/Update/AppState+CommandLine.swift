import DocumentModel

/// Commands by name, with an argument if they take one.
extension AppState {
  /// Runs the command line `line`: a name, and an argument if the command takes one.
  public mutating func run(_ line: String) -> [Effect] {
    if line.hasPrefix("!") { return [.shell(String(line.dropFirst()))] }
    let words = line.split(separator: " ", maxSplits: 1)
    guard let name = words.first.map(String.init) else { return [] }
    let argument = words.count > 1 ? Self.trimmed(words[1]) : ""
    if let number = Int(name), argument.isEmpty {
      goToComment(number: number)
      settle()
      return []
    }
    let isForced = name.count > 1 && name.hasSuffix("!") && Self.aliases[name] == nil
    if name == "q", argument.isEmpty { return quitByName() }
    let plain = isForced ? String(name.dropLast()) : name
    let full = Self.aliases[plain] ?? plain
    if isForced, full != "export" {
      tell(":\(full) takes no !; only :export! does", isWarning: true)
      return []
    }
    if !argument.isEmpty, let command = argumentCommand(full) {
      return run(command, argument, isForced: isForced)
    }
    guard let command = command(named: full, as: name) else { return [] }
    return run(command, argument)
  }

  /// Short names, as vim and less have them.
  private static let aliases = [
    "q!": "quit-now", "qa": "quit-now", "qa!": "quit-now", "h": "help", "w": "export", "e": "read",
    "n": "next-source", "p": "previous-source", "next": "next-source", "prev": "previous-source",
    "files": "sources", "ls": "sources",
  ]

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(
      start.prefix(upTo: start.lastIndex { $0 != " " }.map(start.index(after:)) ?? start.startIndex)
    )
  }

  /// The command with an argument called `name`, unless a command without is called exactly so.
  private func argumentCommand(_ name: String) -> ArgumentCommand? {
    if let exact = ArgumentCommand(rawValue: name) { return exact }
    return Command.named(name) == nil ? ArgumentCommand(abbreviated: name) : nil
  }

  /// The command that `name` names or begins, said to be called `typed` where it is none or several.
  private mutating func command(named name: String, as typed: String) -> Command? {
    let exact = Command.named(name).map { [$0] }
    let context = context
    let begun = Command.ofPages.filter { $0.name.hasPrefix(name) }
    let here = begun.filter { !$0.scope.isDisjoint(with: list == nil ? .panes : .listing) }
    let candidates = exact ?? (here.isEmpty ? begun : here)
    guard let command = candidates.first(where: { $0.scope.covers(context) }) ?? candidates.first
    else {
      refuse(typed, ArgumentCommand(abbreviated: name))
      return nil
    }
    if candidates.count > 1, Set(candidates.map(\.name)).count > 1 {
      let names = candidates.prefix(6).map(\.name).joined(separator: ", ")
      tell("\"\(typed)\" is ambiguous: \(names)" + (candidates.count > 6 ? ", …" : ""))
      return nil
    }
    guard !command.scope.isDisjoint(with: list == nil ? .panes : .listing) else {
      let place = command.scope.isDisjoint(with: .panes) ? command.topic.rawValue : "Documents"
      tell("\(command.name) works only in \(place.lowercased())")
      return nil
    }
    return command
  }

  /// Runs a command without an argument of its own: a number repeats it.
  private mutating func run(_ command: Command, _ argument: String) -> [Effect] {
    guard !argument.isEmpty else { return update(command.action) }
    if command.action == .app(.quit), argument == "now" { return [.quit] }
    if command.action == .show(.help), Int(argument) == nil {
      let effects = update(command.action)
      mode.overlay?.filter = argument
      if mode.overlay?.shown.isEmpty == true {
        mode.overlay = nil
        tell("the help has nothing about \"\(argument)\"")
      }
      return effects
    }
    guard let count = Int(argument), count > 0 else {
      let hint = command.action == .app(.quit) ? "now, or nothing" : "a number, or nothing"
      tell(":\(command.name) takes \(hint), not \"\(argument)\"", isWarning: true)
      return []
    }
    return update(command.action, count: min(count, PendingKeys.highestCount))
  }

  /// Takes `address` for that of the page.
  public mutating func usePage(address: String) {
    reading.givenAddress = address
    reading.failures = [:]
    tell("the page's address is now \(address)")
  }

  private mutating func refuse(_ name: String, _ command: ArgumentCommand?) {
    if let command { return tell("type :\(command.rawValue) \(command.argument)") }
    let names = Command.ofPages.map(\.name) + ArgumentCommand.allCases.map(\.rawValue)
    let hint = suggestion(for: name, among: names)
    let advice = hint.isEmpty ? "; \(key("help")) lists all commands" : hint
    tell("unknown command \(name)\(advice)", isWarning: true)
  }

  private mutating func run(
    _ command: ArgumentCommand,
    _ argument: String,
    isForced: Bool
  ) -> [Effect] {
    switch command {
    case .full, .url, .layout:
      guard list == nil else {
        tell(":\(command.rawValue) works only in documents")
        return []
      }
      return runOnDocument(command, argument)
    case .more: return more(argument)
    case .theme: return [.theme(argument)]
    case .export: return [.export(path: argument, overwrites: isForced)]
    case .search: return startSearch(argument)
    case .read: return [.read(argument)]
    case .subscribe: return [.subscribe(argument)]
    case .library: return [.searchLibrary(argument)]
    case .sort:
      sort(named: argument)
      return []
    case .filter:
      setFilter(argument)
      return []
    case .dates:
      choose(dates: argument)
      return []
    case .goto:
      guard let number = Int(argument) else {
        tell(":goto takes the number of a comment, not \"\(argument)\"", isWarning: true)
        return []
      }
      goToComment(number: number)
      settle()
      return []
    }
  }

  private mutating func runOnDocument(_ command: ArgumentCommand, _ argument: String) -> [Effect] {
    switch command {
    case .full:
      reading.failures = [:]
      let cut = document.commentIDs.filter { document[$0].isTruncated }
      return [.useCompanion(argument, Array(cut))]
    case .url:
      guard LinkAddress.isWeb(argument) else {
        tell("an address starts with http:// or https://", isWarning: true)
        return []
      }
      return [.useAddress(argument)]
    case .layout: choose(layout: argument)
    default: break
    }
    return []
  }
}
