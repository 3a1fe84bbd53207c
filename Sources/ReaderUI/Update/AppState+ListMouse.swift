import Terminal

/// The mouse in a list of entries.
extension AppState {
  /// A click selects an entry, and opens the one selected; the wheel scrolls.
  mutating func mouseInList(_ event: MouseEvent) -> [Effect] {
    guard let column = listColumn else { return [] }
    switch event.kind {
    case .wheelUp: _ = list?.scroll(by: -3, over: column)
    case .wheelDown: _ = list?.scroll(by: 3, over: column)
    case .press(1): return clickInList(event.position, column)
    case .press, .drag, .release: break
    }
    return []
  }

  private mutating func clickInList(_ position: Position, _ column: ListingColumn) -> [Effect] {
    if mode.prompt != nil || mode.question != nil {
      if mode.prompt?.kind == .entries { cancelFilter() }
      mode = .reading
    }
    let rect = listRects.entries
    guard let list, rect.contains(position) else { return [] }
    let shown = column.visible(from: list.viewport.anchor)
    let row = position.row - rect.origin.row
    guard shown.indices.contains(row) else { return [] }
    switch shown[row].content {
    case .beforeEnd: return []
    case .end: return update(.more(.load))
    case .title, .facts:
      let isSelected = shown[row].item == list.selected
      _ = self.list?.select(shown[row].item, in: column)
      return isSelected ? update(.entry(.open)) : []
    }
  }
}
