import DocumentModel

/// How much of a discussion was read again: what it does not hold may be on what was not read.
struct RefreshReach {
  /// Whether all of it was read.
  private let isWhole: Bool
  /// Whether threads that started before the last one found would have been found as well.
  private let holdsThreads: Bool
  /// The last comment of the old document that was found.
  private let lastFound: Int
  /// The comments below which only a part of the replies was read.
  private let open: Set<Int>

  /// How much of `old` was read again in `fresh`; O(comments).
  ///
  /// `hasGaps`: `fresh` lacks parts that `old` has, perhaps between others.
  init(_ old: Document, _ fresh: Document, _ matches: CommentMatches, hasGaps: Bool) {
    isWhole = !hasGaps && !fresh.continuations.contains { $0.subject == .discussion }
    lastFound = matches.newerOf.lastIndex { $0 >= 0 } ?? -1
    open = Self.placesWithMore(of: fresh)
    let threads = old.comments.indices.filter {
      old.comments[$0].parent == nil && matches.newerOf[$0] >= 0
    }.map { matches.newerOf[$0] }
    // A site that sorts by votes may have moved a thread to a page that was not read.
    let isInOrder = zip(threads, threads.dropFirst()).allSatisfy { $0 < $1 }
    holdsThreads = !hasGaps && isInOrder
  }

  /// Whether the comment `index` of the old document would have been found if it were still there,
  /// below `parent`, a comment of the new one; `nil`: it starts a thread, or what it answers was
  /// not found either.
  func covers(_ index: Int, below parent: Int?) -> Bool {
    if isWhole { return true }
    guard index < lastFound else { return false }
    return parent.map { !open.contains($0) } ?? holdsThreads
  }

  private static func placesWithMore(of fresh: Document) -> Set<Int> {
    var places: Set<Int> = []
    for continuation in fresh.continuations where continuation.subject == .discussion {
      guard let comment = continuation.comment else { continue }
      places.insert(comment.index)
      if let parent = fresh[comment].parent { places.insert(parent.index) }
    }
    return places
  }
}
