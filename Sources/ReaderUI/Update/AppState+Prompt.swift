import DocumentModel
import Terminal

extension AppState {
  mutating func pressInPrompt(_ key: Key) -> [Effect] {
    switch key.description {
    case "Enter": return acceptPrompt()
    case "Esc", "^C", "^G": return cancelPrompt()
    case "Backspace", "^H":
      guard prompt?.text.isEmpty == false else { return cancelPrompt() }
      prompt?.erase(-1)
    case "Delete", "^D": prompt?.erase(1)
    case "^W": prompt?.eraseWord()
    case "^U": prompt?.erase(-Int(Int16.max))
    case "^K": prompt?.erase(Int(Int16.max))
    case "Left", "^B":
      prompt?.moveCursor(by: -1)
      return []
    case "Right", "^F":
      prompt?.moveCursor(by: 1)
      return []
    case "Home", "^A":
      prompt?.moveCursor(by: -Int(Int16.max))
      return []
    case "End", "^E":
      prompt?.moveCursor(by: Int(Int16.max))
      return []
    case "Up", "^P": recall(1)
    case "Down", "^N": recall(-1)
    case "Tab": return completePrompt(1)
    case "S-Tab": return completePrompt(-1)
    case "^R" where prompt?.kind == .search: prompt?.isLiteral.toggle()
    case "^Z": return [.suspend]
    default:
      guard case .character(let scalar) = key.code, key.modifiers.isEmpty else { return [] }
      prompt?.insert(String(scalar))
    }
    return promptChanged()
  }

  /// Follows what is typed: a search moves along, a filter filters.
  mutating func promptChanged() -> [Effect] {
    prompt?.completions = []
    prompt?.completion = nil
    switch prompt?.kind {
    case .filter:
      overlay?.filter = prompt?.text ?? ""
      overlay?.selected = 0
      overlay?.top = 0
      return []
    case .search: return searchAsTyped()
    default: return []
    }
  }

  private mutating func cancelPrompt() -> [Effect] {
    let kind = prompt?.kind
    prompt = nil
    if kind == .filter { overlay?.filter = "" }
    if kind == .search { returnToOrigin() }
    return []
  }

  private mutating func acceptPrompt() -> [Effect] {
    guard let prompt else { return [] }
    self.prompt = nil
    if !prompt.text.isEmpty, prompt.kind != .filter {
      history[prompt.kind, default: []].removeAll { $0 == prompt.text }
      history[prompt.kind, default: []].append(prompt.text)
    }
    switch prompt.kind {
    case .search: return acceptSearch(prompt)
    case .command: return run(prompt.text)
    case .export: return prompt.text.isEmpty ? [] : [.export(path: prompt.text)]
    case .filter: return []
    }
  }

  private mutating func recall(_ step: Int) {
    guard var line = prompt, let lines = history[line.kind], !lines.isEmpty else { return }
    let index = (line.historyIndex ?? -1) + step
    guard lines.indices.contains(index) else {
      if index < 0 {
        line.replace(with: "")
        line.historyIndex = nil
        prompt = line
      }
      return
    }
    line.replace(with: lines[lines.count - 1 - index])
    line.historyIndex = index
    prompt = line
  }

  // MARK: Commands by name

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
    let exact = Command.table.filter { $0.name == full }
    let candidates = exact.isEmpty ? Command.table.filter { $0.name.hasPrefix(full) } : exact
    guard let command = candidates.first(where: { $0.scope.covers(focus) }) ?? candidates.first
    else {
      if let command = ArgumentCommand(abbreviated: full) {
        tell(":\(command.rawValue) wants \(command.argument)")
      } else {
        let names = Command.table.map(\.name) + ArgumentCommand.allCases.map(\.rawValue)
        let hint = suggestion(for: name, among: names)
        let advice = hint.isEmpty ? "; Tab completes, ? lists all" : hint
        tell("there is no command \(name)\(advice)", isWarning: true)
      }
      return []
    }
    if candidates.count > 1, Set(candidates.map(\.name)).count > 1 {
      tell("\(name) could be " + candidates.prefix(6).map(\.name).joined(separator: ", "))
      return []
    }
    return update(command.action, count: Int(argument).map { min(max(1, $0), Self.highestCount) })
  }

  private mutating func run(_ command: ArgumentCommand, _ argument: String) -> [Effect] {
    switch command {
    case .full:
      reading.failures = [:]
      let cut = document.commentIDs.filter { document[$0].isTruncated }
      return [.useCompanion(argument, Array(cut))]
    case .url:
      guard argument.hasPrefix("http://") || argument.hasPrefix("https://") else {
        tell(":url wants an address that begins with http:// or https://")
        return []
      }
      reading.givenAddress = argument
      reading.failures = [:]
      tell("the page's address is \(argument)")
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
        tell(":goto wants the number of a comment")
        return []
      }
      goToComment(number: number)
      settle()
      return []
    }
  }
}
