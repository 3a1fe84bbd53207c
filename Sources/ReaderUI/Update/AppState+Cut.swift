import DocumentModel

extension AppState {
  mutating func cut(_ action: CutAction) -> [Effect] {
    switch action {
    case .toggle:
      guard let focused = thread.focused else {
        tell(noCommentShown)
        return []
      }
      if thread.folding.filtered?.isContext(focused) == true
        || thread.folding.muted.contains(focused)
      {
        changeFolds { state in
          if state.thread.folding.expanded.remove(focused) == nil {
            state.thread.folding.unfold(focused)
            state.thread.folding.expanded.insert(focused)
          }
        }
        return []
      }
      let wasFolded = !thread.folding.showsText(of: focused)
      if wasFolded { setFold(of: focused, false) }
      let isWhole = reading.completions[focused]?.isOpen == true
      return wasFolded && isWhole ? [] : toggleCut(focused)
    case .toggleAll:
      return toggleAllCut()
    }
  }

  private mutating func toggleCut(_ id: CommentID) -> [Effect] {
    if let completion = reading.completions[id] {
      changeFolds { $0.reading.completions[id]?.isOpen = !completion.isOpen }
      search.restart(in: reading)
      return []
    }
    if document[id].isTruncated { return [.complete([id])] }
    if document[id].state == .placeholder, reading.continuation(at: id) != nil {
      return more(.load, count: nil)
    }
    guard threadColumn.isShortened(id) || thread.folding.expanded.contains(id) else {
      let isMissing = document[id].state == .shown && document[id].blocks.isEmpty
      tell(
        isMissing
          ? "its text is not in this file; :full FILE takes it from a fuller copy"
          : "this \(reading.noun(for: id)) is complete"
      )
      return []
    }
    changeFolds { state in
      if state.thread.folding.expanded.remove(id) == nil {
        state.thread.folding.expanded.insert(id)
      }
    }
    return []
  }

  private mutating func toggleAllCut() -> [Effect] {
    let cut = document.commentIDs.filter { document[$0].isTruncated }
    guard !cut.isEmpty else {
      tell(
        reading.isPartial
          ? "no comments are cut so far; the page is still being read" : "no comments are cut"
      )
      return []
    }
    let unknown = cut.filter { reading.completions[$0] == nil && reading.failures[$0] == nil }
    guard unknown.isEmpty else { return [.complete(Array(unknown))] }
    let known = cut.filter { reading.completions[$0] != nil }
    guard !known.isEmpty else {
      // Nothing was found before; what could be asked may know by now.
      reading.failures = [:]
      return [.complete(Array(cut))]
    }
    let isOpening = known.contains { reading.completions[$0]?.isOpen == false }
    changeFolds { state in
      for id in known { state.reading.completions[id]?.isOpen = isOpening }
    }
    search.restart(in: reading)
    let count = known.count.counted("comment")
    tell(
      isOpening
        ? "\(count) completed" : "\(count) as the site cut \(known.count == 1 ? "it" : "them")"
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
    for id in asked { reading.failures[id] = found[id] == nil ? failure ?? "not found" : nil }
    guard !found.isEmpty else {
      return tell(failure ?? "full text not found", isWarning: true)
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
    search.restart(in: reading)
    settle()
  }
}
