import Terminal

/// Keeping the text on the screen while the panes change their sizes.
extension AppState {
  /// The view with the texts that both panes begin with.
  private var pinnedView: ViewState {
    var view = view
    view.article.viewport.pin(in: articleColumn)
    view.thread.viewport.pin(in: threadColumn)
    return view
  }

  /// Gives the window another size; each size shows what the panes showed before the first change,
  /// so that the way back leads to where it began.
  mutating func resize(to size: Size) {
    guard size != self.size else { return }
    var resting = self.resting ?? pinnedView
    self.resting = resting
    // A search may have opened folds since.
    resting.thread.folding = thread.folding
    window.size = size
    measure()
    restore(resting)
    if size == resting.window.size {
      article.viewport.dropPin()
      thread.viewport.dropPin()
    } else {
      unpin()
    }
  }

  /// Changes how the panes share the window; the texts they begin with stay.
  mutating func reflow(_ change: (inout Window) -> Void) {
    article.viewport.pin(in: articleColumn)
    thread.viewport.pin(in: threadColumn)
    change(&window)
    window.keepFocusShown()
    unpin()
  }

  /// Puts the texts that were remembered onto the first rows again.
  private mutating func unpin() {
    article.viewport.unpin(in: articleColumn)
    thread.viewport.unpin(in: threadColumn)
    settle()
    thread.keepFocusedInSight(in: threadColumn)
  }
}
