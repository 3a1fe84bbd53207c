import DocumentModel

/// Which comments of a thread are folded, hidden, or shown whole though they are long.
struct Folding: Equatable, Sendable {
  /// Comments shown as one line, with all their replies.
  var folds: CommentSet
  /// Comments left out, with all their replies.
  var hidden: CommentSet
  /// Long comments shown whole.
  var expanded: Set<CommentID> = []

  /// Nothing folded or hidden in a thread of `count` comments.
  init(count: Int) {
    folds = CommentSet(capacity: count)
    hidden = CommentSet(capacity: count)
  }

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

  /// The same for a document of `count` comments, in which they stand where `map` says.
  func moved(by map: CommentMap, count: Int) -> Folding {
    var moved = Folding(count: 0)
    moved.folds = map(folds, count: count)
    moved.hidden = map(hidden, count: count)
    moved.expanded = map(expanded)
    return moved
  }
}
