import DocumentModel

/// Commands by name, with an argument if they take one.
extension AppState {
  /// Runs the command line `line`: a name, and an argument if the command takes one.
  public mutating func run(_ line: String) -> [Effect] {
    let words = line.split(separator: " ", maxSplits: 1)
    guard let name = words.first.map(String.init) else { return [] }
    let argument = words.count > 1 ? String(words[1]) : ""
    if let number = Int(name) {
      goToComment(number: number)
      settle()
      return []
    }
    let aliases = ["q": "quit-now", "q!": "quit-now", "h": "help", "w": "export"]
    let full = aliases[name] ?? name
    if !argument.isEmpty, let command = ArgumentCommand(abbreviated: full) {
      return run(command, argument)
    }
    let exact = Command.named(full).map { [$0] }
    let candidates = exact ?? Command.ofPanes.filter { $0.name.hasPrefix(full) }
    let context = KeyContext(focus)
    guard let command = candidates.first(where: { $0.scope.covers(context) }) ?? candidates.first
    else {
      refuse(name, ArgumentCommand(abbreviated: full))
      return []
    }
    if candidates.count > 1, Set(candidates.map(\.name)).count > 1 {
      tell("\"\(name)\" is ambiguous: " + candidates.prefix(6).map(\.name).joined(separator: ", "))
      return []
    }
    guard !command.scope.isDisjoint(with: .panes) else {
      tell("\(command.name) works only in \(command.topic.rawValue.lowercased())")
      return []
    }
    return update(
      command.action,
      count: Int(argument).map { min(max(1, $0), PendingKeys.highestCount) }
    )
  }

  /// Takes `address` for that of the page.
  public mutating func usePage(address: String) {
    reading.givenAddress = address
    reading.failures = [:]
    tell("page address set to \(address)")
  }

  private mutating func refuse(_ name: String, _ command: ArgumentCommand?) {
    if let command { return tell(":\(command.rawValue) needs an argument: \(command.argument)") }
    let names = Command.ofPanes.map(\.name) + ArgumentCommand.allCases.map(\.rawValue)
    let hint = suggestion(for: name, among: names)
    let advice = hint.isEmpty ? "; Tab completes, ? lists all commands" : hint
    tell("unknown command \(name)\(advice)", isWarning: true)
  }

  private mutating func run(_ command: ArgumentCommand, _ argument: String) -> [Effect] {
    switch command {
    case .full:
      reading.failures = [:]
      let cut = document.commentIDs.filter { document[$0].isTruncated }
      return [.useCompanion(argument, Array(cut))]
    case .url:
      guard LinkAddress.isWeb(argument) else {
        tell(":url needs an address that starts with http:// or https://")
        return []
      }
      return [.useAddress(argument)]
    case .more: return more(argument)
    case .theme: return [.theme(argument)]
    case .export: return [.export(path: argument)]
    case .search: return startSearch(argument)
    case .layout:
      choose(layout: argument)
      return []
    case .goto:
      guard let number = Int(argument) else {
        tell(":goto needs a comment number")
        return []
      }
      goToComment(number: number)
      settle()
      return []
    }
  }
}
