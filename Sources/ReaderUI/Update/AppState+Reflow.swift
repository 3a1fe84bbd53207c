import DocumentModel
import Terminal

/// Keeping the place while the panes change their sizes.
extension AppState {
  /// Where both panes stand.
  var standpoint: Standpoint {
    Standpoint(
      focus: focus,
      articleAnchor: articleAnchor,
      threadAnchor: thread.anchor,
      focused: thread.focused,
      layoutMode: layoutMode
    )
  }

  /// Goes back to where both panes stood.
  mutating func restore(_ standpoint: Standpoint) {
    focus = standpoint.focus
    articleAnchor = standpoint.articleAnchor
    thread.anchor = standpoint.threadAnchor
    thread.focused = standpoint.focused
    layoutMode = standpoint.layoutMode
    settle()
  }

  private var restingPlace: RestingPlace {
    RestingPlace(
      size: size,
      standpoint: standpoint,
      article: articleColumn.textAnchor(of: articleAnchor),
      thread: threadColumn.textAnchor(of: thread.anchor)
    )
  }

  /// Gives the window another size; each size shows what the panes showed before the first change,
  /// so that the way back leads to where it began.
  mutating func resize(to size: Size) {
    guard size != self.size else { return }
    let resting = self.resting ?? restingPlace
    self.resting = resting
    self.size = size
    measureArticle()
    restore(resting.standpoint)
    if size != resting.size { take(resting) }
  }

  /// Changes how the panes share the window; what they begin with stays.
  mutating func reflow(_ change: (inout AppState) -> Void) {
    let before = restingPlace
    change(&self)
    keepFocusShown()
    take(before)
  }

  private mutating func take(_ place: RestingPlace) {
    articleAnchor = articleColumn.anchor(of: place.article)
    thread.anchor = threadColumn.anchor(of: place.thread)
    thread.focused = place.standpoint.focused
    settle()
    keepFocusedInSight()
  }

  /// Scrolls to the focused comment if nothing of it is on the screen.
  mutating func keepFocusedInSight() {
    guard let focused = thread.focused else { return }
    let shown = threadColumn.visible(from: thread.anchor, height: height(of: .thread))
    if !shown.contains(where: { $0.item == focused.index }) { keepFocusedOnScreen() }
  }
}
