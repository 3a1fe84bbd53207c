import DocumentModel
import Terminal

/// Typing a line.
extension AppState {
  mutating func edit(_ action: EditAction) -> [Effect] {
    switch action {
    case .accept: return acceptPrompt()
    case .cancel: return cancelPrompt()
    case .complete(let step): return completePrompt(step)
    case .move(let distance): mode.prompt?.moveCursor(by: distance)
    case .start: mode.prompt?.moveCursor(by: -Prompt.anywhere)
    case .end: mode.prompt?.moveCursor(by: Prompt.anywhere)
    case .erase, .delete, .eraseWord, .eraseToStart, .eraseToEnd, .recall, .toggleLiteral:
      return change(action)
    }
    return []
  }

  private mutating func change(_ action: EditAction) -> [Effect] {
    switch action {
    case .erase:
      guard mode.prompt?.text.isEmpty == false else { return cancelPrompt() }
      mode.prompt?.erase(-1)
    case .delete: mode.prompt?.erase(1)
    case .eraseWord: mode.prompt?.eraseWord()
    case .eraseToStart: mode.prompt?.erase(-Prompt.anywhere)
    case .eraseToEnd: mode.prompt?.erase(Prompt.anywhere)
    case .recall(let step): mode.prompt?.recall(step, from: history)
    case .toggleLiteral:
      guard mode.prompt?.kind == .search else { return [] }
      mode.prompt?.isLiteral.toggle()
    default: break
    }
    return promptChanged()
  }

  /// Follows what is typed: a search moves along, a filter filters.
  mutating func promptChanged() -> [Effect] {
    mode.prompt?.dropCompletions()
    switch mode.prompt?.kind {
    case .filter:
      let text = mode.prompt?.text ?? ""
      mode.overlay?.filter = text
      return []
    case .entries:
      filterAsTyped()
      return []
    case .comments:
      filterThreadAsTyped()
      return []
    case .search: return searchAsTyped()
    case .command:
      listCompletions()
      return []
    default: return []
    }
  }

  private mutating func cancelPrompt() -> [Effect] {
    let kind = mode.prompt?.kind
    mode.prompt = nil
    if kind == .filter { mode.overlay?.filter = "" }
    if kind == .entries { cancelFilter() }
    if kind == .comments { returnFromFilter() }
    if kind == .search { returnToOrigin() }
    return []
  }

  private mutating func acceptPrompt() -> [Effect] {
    guard let prompt = mode.prompt else { return [] }
    mode.prompt = nil
    history.add(prompt)
    switch prompt.kind {
    case .search: return acceptSearch(prompt)
    case .command:
      if !prompt.text.isEmpty { mode.overlay = nil }
      return run(prompt.text)
    case .export:
      return prompt.text.isEmpty ? [] : [.export(path: prompt.text, overwrites: false)]
    case .shell: return [.shell(prompt.text)]
    case .pipe: return prompt.text.isEmpty ? [] : [.pipe(prompt.text)]
    case .filter: return []
    case .entries:
      acceptFilter(prompt.text)
      return []
    case .comments:
      returnFromFilter()
      setThreadFilter(prompt.text)
      return []
    }
  }
}
