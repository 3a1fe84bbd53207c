import DocumentModel

/// How the document is looked at: what undo, the end of typing a pattern and a window that gets its
/// old size back return to.
struct ViewState: Equatable, Sendable {
  /// The window, and the pane with the focus.
  var window: Window
  /// The article pane.
  var article: ArticleView
  /// The thread pane.
  var thread: ThreadView
  /// The cut comments shown with their full text.
  var opened: Set<CommentID>
  /// How the list is looked at, `nil` if there is none.
  var list: ListingStop?
  /// The line the thread pane began with after the change that this is the view before.
  var anchorAfter: ScrollAnchor?

  /// The pane with the focus alone.
  var location: Location {
    Location(
      pane: window.focus,
      anchor: window.focus == .article ? article.anchor : thread.anchor,
      focused: thread.focused
    )
  }

  /// The same view of a document of `count` comments, in which they stand where `map` says, and the
  /// blocks of the article where `items` says.
  func moved(by map: CommentMap, count: Int, items: ArticleMap) -> ViewState {
    var moved = self
    moved.article.go(to: items(article.anchor))
    moved.thread = thread.moved(by: map, count: count)
    moved.opened = map(opened)
    moved.anchorAfter = nil
    return moved
  }
}
