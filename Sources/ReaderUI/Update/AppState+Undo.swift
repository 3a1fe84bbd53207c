import DocumentModel

/// Changes of the view, and taking them back.
extension AppState {
  /// Keeps the view as it is, for `undo`.
  mutating func rememberView() { navigation.remember(view) }

  /// Takes back so many changes, the last one first.
  mutating func undo(_ count: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<min(count, Navigation.undoLimit) { effects += undo() }
    return effects
  }

  private mutating func undo() -> [Effect] {
    if let revision = navigation.undoneRevision {
      takeBack(revision)
      return [.undoReload]
    }
    undoView()
    return []
  }

  /// Puts the document before the last reload in place again.
  private mutating func takeBack(_ revision: Revision) {
    exchange(for: revision.reading, revision.map)
    reading.news = revision.reading.news
    reading.givenPlaces = revision.reading.givenPlaces
    navigation.revision = nil
    tell("the reload is undone; \(key("reload")) reloads again")
  }

  /// Goes back to the view before the last change of folds, layout or full texts.
  ///
  /// The article stays where it is, and so does the focus, if its pane is still shown.
  private mutating func undoView() {
    if let last = navigation.undo.last, last.list == nil, last.thread.order != thread.order {
      arrange(by: last.thread.order)
    }
    guard let last = navigation.popUndo() else { return tell("nothing to undo") }
    if let stop = last.list {
      let selected = list?.selectedEntry?.key
      list?.restore(stop)
      list?.select(key: selected)
      listChanged()
      return tellUndone()
    }
    let shift = thread.viewport.shift
    thread = last.thread
    thread.viewport.shift = shift
    if reading.opened != last.opened {
      reading.opened = last.opened
      search.restart(in: reading)
    }
    window.mode = last.window.mode
    window.share = last.window.share
    window.keepFocusShown()
    tellUndone()
  }

  private mutating func tellUndone() {
    let rest = navigation.undo.count
    tell("undone" + (rest > 0 ? "; \(rest) more" : ""))
  }

  /// Goes back to `view`: where both panes stood, what was folded and how they shared the window.
  mutating func restore(_ view: ViewState) {
    if let stop = view.list { list?.restore(stop) }
    window.focus = view.window.focus
    window.mode = view.window.mode
    article = view.article
    thread = view.thread
    settle()
  }
}
