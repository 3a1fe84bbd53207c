extension CommentState {
  /// Whether there is one comment, even if its text is gone or waits.
  ///
  /// A place held for comments is none, and text without a header may be several. What is none is
  /// neither counted nor numbered.
  @inlinable
  public var isComment: Bool { self != .placeholder && self != .headerless }
}

extension Document {
  /// How many comments there are; places for more and text without a header are not counted.
  ///
  /// O(comments).
  public var commentCount: Int { comments.count { $0.state.isComment } }

  /// The text without a header, which stands before all comments; most often none.
  ///
  /// O(its pieces).
  public var headerless: some RandomAccessCollection<CommentID> {
    commentIDs.prefix { self[$0].state == .headerless }
  }
}
