import DocumentModel

/// What a reload has brought: which comments are new, which changed, which are gone but kept.
public struct CommentNews: Hashable, Sendable {
  /// Those that were not there before.
  public var new: CommentSet
  /// Those whose text is another.
  public var changed: CommentSet
  /// Those the page no longer has.
  public var gone: CommentSet

  /// No news of the comments of a document that has `capacity`.
  public init(capacity: Int) {
    new = CommentSet(capacity: capacity)
    changed = new
    gone = new
  }

  /// Whether there are none.
  public var isEmpty: Bool { new.isEmpty && changed.isEmpty && gone.isEmpty }

  /// The same news where the comments have moved.
  func moved(by map: CommentMap, count: Int) -> CommentNews {
    var moved = CommentNews(capacity: 0)
    moved.new = map(new, count: count)
    moved.changed = map(changed, count: count)
    moved.gone = map(gone, count: count)
    return moved
  }
}
