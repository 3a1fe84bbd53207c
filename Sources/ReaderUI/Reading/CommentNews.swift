import DocumentModel

/// What a reload has brought: which comments are new, which changed, which are gone but kept.
public struct CommentNews: Hashable, Sendable {
  /// Those that were not there before.
  public var new = CommentSet()
  /// Those whose text is another.
  public var changed = CommentSet()
  /// Those the page no longer has.
  public var gone = CommentSet()

  /// No news.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { new.isEmpty && changed.isEmpty && gone.isEmpty }

  /// The same news in a document in which the comments are `newIDs`, by their index before.
  public func moved(to newIDs: [CommentID]) -> CommentNews { moved(by: CommentMap(newIDs)) }

  /// The same news where the comments have moved.
  func moved(by map: CommentMap) -> CommentNews {
    var moved = CommentNews()
    moved.new = map(new)
    moved.changed = map(changed)
    moved.gone = map(gone)
    return moved
  }
}
