extension Document {
  /// The comment with this id.
  public subscript(id: CommentID) -> Comment { comments[id.index] }

  /// The ids of all comments, in page order.
  public var commentIDs: some RandomAccessCollection<CommentID> {
    comments.indices.lazy.map(CommentID.init)
  }

  /// The first comment after the subtree of `id`, `nil` at the end.
  ///
  /// O(1).
  public func successor(ofSubtree id: CommentID) -> CommentID? {
    valid(id.index + self[id].subtreeSize)
  }

  /// The first reply to `id`, `nil` if there is none.
  ///
  /// O(1).
  public func firstReply(to id: CommentID) -> CommentID? {
    self[id].subtreeSize > 1 ? CommentID(id.index + 1) : nil
  }

  /// Whether `id` has more than one direct reply.
  ///
  /// O(1).
  public func branches(_ id: CommentID) -> Bool {
    guard let first = firstReply(to: id) else { return false }
    return first.index + self[first].subtreeSize < id.index + self[id].subtreeSize
  }

  /// The next comment with the same parent.
  ///
  /// O(1).
  public func nextSibling(of id: CommentID) -> CommentID? {
    guard let next = successor(ofSubtree: id), self[next].parent == self[id].parent else {
      return nil
    }
    return next
  }

  /// The comment before `id` with the same parent.
  ///
  /// O(depth of the comment before `id`).
  public func previousSibling(of id: CommentID) -> CommentID? {
    guard id.index > 0 else { return nil }
    var candidate = CommentID(id.index - 1)
    let parent = self[id].parent
    guard candidate != parent else { return nil }
    while self[candidate].parent != parent {
      guard let above = self[candidate].parent else { return nil }
      candidate = above
    }
    return candidate
  }

  /// The root of the thread that `id` is in.
  ///
  /// O(depth).
  public func root(of id: CommentID) -> CommentID {
    var root = id
    while let parent = self[root].parent { root = parent }
    return root
  }

  /// The ancestors of `id`, its parent first.
  ///
  /// O(depth).
  public func ancestors(of id: CommentID) -> [CommentID] {
    var found: [CommentID] = []
    var current = self[id].parent
    while let ancestor = current {
      found.append(ancestor)
      current = self[ancestor].parent
    }
    return found
  }

  /// Whether `id` is `ancestor` or one of its descendants.
  ///
  /// O(1).
  public func isIn(_ id: CommentID, subtreeOf ancestor: CommentID) -> Bool {
    id >= ancestor && id.index < ancestor.index + self[ancestor].subtreeSize
  }

  /// The direct replies to `id`, in page order; the roots for `nil`.
  ///
  /// O(1) for each.
  public func replies(to id: CommentID?) -> some Sequence<CommentID> {
    let first = id.map { firstReply(to: $0) } ?? valid(0)
    return sequence(first: first) { $0.flatMap { self.nextSibling(of: $0) } }
      .lazy.prefix { $0 != nil }.compactMap { $0 }
  }

  private func valid(_ index: Int) -> CommentID? {
    index < comments.count ? CommentID(index) : nil
  }
}
