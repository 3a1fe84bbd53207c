import DocumentModel

extension CommentSet {
  /// The outermost of them that is `id` or stands above it, `nil` if there is none.
  ///
  /// Looks up from `id` and down from its thread's root in turn, on the way down past whole
  /// subtrees, so that neither a deep chain nor a broad thread takes long: O(the shorter way).
  func outermost(about id: CommentID, in reading: Reading) -> CommentID? {
    guard !isEmpty else { return nil }
    let document = reading.document
    var start = reading.root(of: id).index
    var above = id
    var found: CommentID?
    while let next = first(in: start..<id.index + 1) {
      start = next + document[CommentID(next)].subtreeSize
      if start > id.index { return CommentID(next) }
      if contains(above) { found = above }
      guard let parent = document[above].parent else { return found }
      above = parent
    }
    return nil
  }
}
