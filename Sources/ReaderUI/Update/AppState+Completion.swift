/// Completing what is typed after `:`.
extension AppState {
  /// Puts the next completion into the line, `step` on from the last.
  mutating func completePrompt(_ step: Int) -> [Effect] {
    guard var line = mode.prompt, let start = line.completed else { return [] }
    if line.completions.isEmpty {
      if let file = Self.fileName(in: start, line.kind) { return [.listFiles(file)] }
      line.completions = completions(of: start)
      line.completion = nil
    }
    complete(line, by: step)
    return []
  }

  /// Completes the file name that is typed by `paths`, which begin as it does.
  public mutating func completePrompt(withFiles paths: [String]) {
    guard var line = mode.prompt, let start = line.completed,
      let name = Self.fileName(in: start, line.kind)
    else { return }
    line.completions = paths.map { start.dropLast(name.count) + $0 }
    line.completion = nil
    complete(line, by: 1)
  }

  private mutating func complete(_ line: Prompt, by step: Int) {
    guard !line.completions.isEmpty else { return tell("no completions") }
    var line = line
    let count = line.completions.count
    let next = line.completion.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    line.completion = next
    line.replace(with: line.completions[next])
    // A folder that is the only choice is entered by the next Tab.
    if count == 1, line.text.hasSuffix("/") { line.completions = [] }
    mode.prompt = line
  }

  /// The name of a file that ends the line, `nil` if the line asks for none.
  private static func fileName(in text: String, _ kind: Prompt.Kind) -> String? {
    if kind == .export { return text }
    for command in [ArgumentCommand.full, .export] where text.hasPrefix(command.rawValue + " ") {
      return String(text.dropFirst(command.rawValue.count + 1))
    }
    return nil
  }

  private func completions(of text: String) -> [String] {
    let choices: [String: [String]] = [
      "theme ": themeNames, "layout ": LayoutMode.allCases.map(\.rawValue),
    ]
    for (command, names) in choices where text.hasPrefix(command) {
      return names.map { command + $0 }.filter { $0.hasPrefix(text) }
    }
    var seen: Set<String> = []
    let names = Command.ofPanes.map(\.name) + ArgumentCommand.allCases.map { $0.rawValue + " " }
    return names.filter { $0.hasPrefix(text) && seen.insert($0).inserted }.sorted()
  }
}

extension Prompt {
  /// The text to complete, `nil` where nothing completes.
  fileprivate var completed: String? { kind == .command || kind == .export ? text : nil }
}
