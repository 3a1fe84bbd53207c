import DocumentModel

/// Which comments of a thread are folded, hidden, or shown whole though they are long.
struct Folding: Equatable, Sendable {
  /// Comments shown as one line, with all their replies.
  var folds = CommentSet()
  /// Comments left out, with all their replies.
  var hidden = CommentSet()
  /// Long comments shown whole.
  var expanded: Set<CommentID> = []

  /// The comment that stands for `id` on the screen: itself, or the fold it is in; `nil` if hidden.
  func representative(of id: CommentID, in reading: Reading) -> CommentID? {
    guard hidden.outermost(about: id, in: reading) == nil else { return nil }
    return folds.outermost(about: id, in: reading) ?? id
  }

  /// Unfolds and unhides what `id` is in, so that it is shown.
  mutating func reveal(_ id: CommentID, in document: Document) {
    hidden.remove(id)
    for ancestor in document.ancestors(of: id) {
      folds.remove(ancestor)
      hidden.remove(ancestor)
    }
  }

  /// The same for a document in which the comments stand where `map` says.
  func moved(by map: CommentMap) -> Folding {
    var moved = Folding()
    moved.folds = map(folds)
    moved.hidden = map(hidden)
    moved.expanded = map(expanded)
    return moved
  }
}
