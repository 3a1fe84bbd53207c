extension CommentState {
  /// Whether it counts as a comment; placeholders, text without a header and what opens the
  /// discussion do not.
  @inlinable
  public var isComment: Bool { self != .placeholder && self != .headerless && self != .opening }
}

extension Document {
  /// The number of comments, without placeholders and text without a header.
  ///
  /// O(comments).
  public var commentCount: Int { comments.count { $0.state.isComment } }

  /// The pieces of text without a header, which come before all comments; usually none.
  public var headerless: some RandomAccessCollection<CommentID> {
    commentIDs.prefix { self[$0].state == .headerless }
  }
}
