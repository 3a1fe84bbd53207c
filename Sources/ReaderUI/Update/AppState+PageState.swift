import DocumentModel

/// Leaving a page that is not kept in memory, and coming back to it.
extension AppState {
  /// How the page is being read, to be restored when it is opened again.
  public var pageState: PageState {
    PageState(
      view: view,
      marks: navigation.marks,
      read: list?.read ?? [],
      comments: document.comments.count
    )
  }

  /// Goes back to where a page was left, as far as it is still the same.
  public mutating func restore(_ left: PageState) {
    list?.read = left.read
    guard document.comments.count == left.comments else { return }
    navigation.marks = left.marks
    let size = size
    restore(left.view)
    if list != nil { listChanged() }
    if size == left.view.window.size { window.share = left.view.window.share }
    settle()
  }
}
