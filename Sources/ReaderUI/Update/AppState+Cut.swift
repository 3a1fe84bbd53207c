import DocumentModel

extension AppState {
  mutating func cut(_ action: CutAction) -> [Effect] {
    switch action {
    case .toggle:
      guard let focused = thread.focused else {
        tell("there are no comments")
        return []
      }
      return toggleCut(focused)
    case .toggleAll:
      return toggleAllCut()
    }
  }

  private mutating func toggleCut(_ id: CommentID) -> [Effect] {
    if let completion = reading.completions[id] {
      changeFolds { $0.reading.completions[id]?.isOpen = !completion.isOpen }
      return []
    }
    if document[id].isTruncated { return [.complete([id])] }
    let column = threadColumn
    let isShortened = column.lines(of: id.index).contains {
      if case .more = $0 { true } else { false }
    }
    guard isShortened || thread.expanded.contains(id) else {
      tell("this comment is whole")
      return []
    }
    changeFolds { state in
      if state.thread.expanded.remove(id) == nil { state.thread.expanded.insert(id) }
    }
    return []
  }

  private mutating func toggleAllCut() -> [Effect] {
    let cut = document.commentIDs.filter { document[$0].isTruncated }
    let unknown = cut.filter { reading.completions[$0] == nil }
    guard !cut.isEmpty else {
      tell("no comment was cut")
      return []
    }
    guard unknown.isEmpty else { return [.complete(Array(unknown))] }
    let isOpening = cut.contains { reading.completions[$0]?.isOpen == false }
    changeFolds { state in
      for id in cut { state.reading.completions[id]?.isOpen = isOpening }
    }
    tell(
      isOpening ? "\(cut.count) comments completed" : "\(cut.count) comments as the site cut them"
    )
    return []
  }

  /// Takes in the full texts that were found; `asked` is what they were looked for, `failure` why
  /// some are missing, in words.
  public mutating func complete(
    _ found: [CommentID: Completion],
    of asked: [CommentID],
    failure: String?
  ) {
    guard !found.isEmpty else {
      return tell(failure ?? "nothing found that completes this", isWarning: true)
    }
    changeFolds { state in
      state.reading.completions.merge(found) { $1 }
    }
    let missing = asked.count - found.count
    if missing > 0 {
      tell("\(found.count) of \(asked.count) completed; \(failure ?? "the rest was not found")")
    } else if asked.count > 1 {
      tell("\(found.count) comments completed")
    }
    restartSearch()
    settle()
  }
}
