import DocumentModel

/// A comment above the thread pane that what is at its top belongs to.
struct CommentAbove: Equatable {
  /// The comment.
  let id: CommentID
  /// Whether its own text is at the top, else that of its first reply there.
  let isReadInto: Bool
}

extension AppState {
  /// The comment that the row above the thread speaks of, `nil` if nothing above is needed to
  /// understand what is at the top.
  var commentAbove: CommentAbove? {
    let anchor = thread.anchor
    guard thread.focused != nil, document.comments.indices.contains(anchor.item) else { return nil }
    let column = threadColumn
    let isAtEnd =
      anchor.line > 0 && anchor.line > column.lastTextLine(of: anchor.item, upTo: anchor.line)
    if anchor.line > 0, !isAtEnd {
      return CommentAbove(id: CommentID(anchor.item), isReadInto: true)
    }
    let top = isAtEnd ? column.item(after: anchor.item) : anchor.item
    return top.flatMap { document[CommentID($0)].parent }.map {
      CommentAbove(id: $0, isReadInto: false)
    }
  }
}
