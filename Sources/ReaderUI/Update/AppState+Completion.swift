/// Completing what is typed after `:`.
extension AppState {
  /// Puts the next completion into the line, `step` on from the last.
  mutating func completePrompt(_ step: Int) -> [Effect] {
    guard var line = mode.prompt, let start = line.completed else { return [] }
    if line.completion == nil {
      if let file = Self.fileName(in: start, line.kind) { return [.listFiles(file)] }
      line.completions = completions(of: start)
    }
    complete(line, by: step)
    return []
  }

  /// Lists what the command line could become, from its first letter on.
  mutating func listCompletions() {
    guard let line = mode.prompt, line.kind == .command, !line.text.isEmpty else { return }
    let found = completions(of: line.text)
    mode.prompt?.completions = found
  }

  /// Completes the file name that is typed by `paths`, which begin as it does.
  public mutating func completePrompt(withFiles paths: [String]) {
    guard var line = mode.prompt, let start = line.completed,
      let name = Self.fileName(in: start, line.kind)
    else { return }
    line.completions = paths.map { PromptCompletion(start.dropLast(name.count) + $0, name: $0) }
    line.completion = nil
    complete(line, by: 1)
  }

  private mutating func complete(_ line: Prompt, by step: Int) {
    guard !line.completions.isEmpty else { return tell("nothing here begins with what is typed") }
    var line = line
    let count = line.completions.count
    let next = line.completion.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    line.completion = next
    line.replace(with: line.completions[next].text)
    // A folder that is the only choice is entered by the next Tab.
    if count == 1, line.text.hasSuffix("/") { line.dropCompletions() }
    mode.prompt = line
  }

  /// The name of a file that ends the line, `nil` if the line asks for none.
  private static func fileName(in text: String, _ kind: Prompt.Kind) -> String? {
    if kind == .export { return text }
    guard kind == .command, let blank = text.firstIndex(of: " "),
      let command = ArgumentCommand(commandLine: text[..<blank]), command.takesFile
    else { return nil }
    return String(text[text.index(after: blank)...])
  }

  /// The orders that there are for what is read.
  private var orderNames: [String] {
    list == nil ? ThreadOrder.allCases.map(\.rawValue) : EntryOrder.allCases.map(\.rawValue)
  }

  private func completions(of text: String) -> [PromptCompletion] {
    let choices: [(String, [String])] = [
      ("theme ", themeNames), ("layout ", LayoutMode.allCases.map(\.rawValue)),
      ("dates ", ReaderOptions.DateStyle.allCases.map(\.rawValue)), ("more ", ["all"]),
      ("quit ", ["now"]), ("sort ", orderNames),
    ]
    for (command, names) in choices where text.hasPrefix(command) {
      return names.map { PromptCompletion(command + $0, name: $0) }
        .filter { $0.text.hasPrefix(text) }
    }
    let isHere: Scope = list == nil ? .panes : .listing
    let here = Command.ofPages.filter { !$0.scope.isDisjoint(with: isHere) }
    let commands = here.filter { $0.name.hasPrefix(text) }.map { command in
      let keys = keymap.keys(of: command, in: context).map(\.description)
      let bound = keys.isEmpty ? "" : "  \(keys.joined(separator: " "))"
      return PromptCompletion(command.name, help: command.help + bound)
    }
    let withArguments = ArgumentCommand.allCases.filter { $0.rawValue.hasPrefix(text) }
      .map { command in
        PromptCompletion(
          command.rawValue + " ",
          name: "\(command.rawValue) \(command.argument)",
          help: command.help
        )
      }
    let names = Set(withArguments.map { String($0.text.dropLast()) })
    return (commands.filter { !names.contains($0.text) } + withArguments)
      .sorted { $0.name < $1.name }
  }
}

extension Prompt {
  /// The text to complete, `nil` where nothing completes.
  fileprivate var completed: String? { kind == .command || kind == .export ? text : nil }
}
