import DocumentModel

/// Finds, for comments their site cut short, the whole text in a fuller copy of the discussion.
///
/// A copy of the same comment must begin with the words shown, go on after them, and be whole
/// itself. Beyond that,
/// 1. comments with the same id are the same, if author, day or eight words speak for it too;
/// 2. otherwise authors must not differ, dates must agree (`DateAgreement`), and the more the two
///    leave open, the more words must be shared: 4 for the same author and minute, 40 if neither
///    is known;
/// 3. where ids have proved to mean the same in both documents, other ids are other comments;
/// 4. words may differ a little (`WordAlignment`) only where id or date agree;
/// 5. copies that go on differently complete nothing, nor does one copy that several comments
///    claim with equal right: a wrong text is worse than none.
public struct CompanionMatcher: Sendable {
  private let found: [CommentID: CommentID]

  /// Matches every cut comment of `document` with the comments of `companion`.
  ///
  /// `knowsBounds` says that the companion comes from where each comment is kept by itself, so that
  /// none can run on into the next. O(comments + text of the cut ones and their copies), also for
  /// documents made to be slow.
  public init(document: Document, companion: Document, knowsBounds: Bool = false) {
    found = document.text.withBytes { bytes in
      companion.text.withBytes { companionBytes in
        var search = CompanionSearch(document, bytes, companion, companionBytes)
        if knowsBounds { search.trustBounds() }
        return search.run()
      }
    }
  }

  /// The comments of the companion that hold the missing text of `ids`, by comment.
  ///
  /// Comments that are whole, or that nothing surely completes, are left out.
  public func matches(for ids: [CommentID]) -> [CommentID: CommentID] {
    var matches: [CommentID: CommentID] = [:]
    for id in ids { matches[id] = found[id] }
    return matches
  }
}
