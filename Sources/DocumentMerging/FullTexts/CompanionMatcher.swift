import DocumentModel

/// Finds, for comments their site cut short, the whole text in a fuller copy of the discussion.
///
/// A copy must begin with the words shown, go on after them, and be complete itself. Beyond that:
/// 1. Comments with the same id are the same if author, day or eight words confirm it.
/// 2. Otherwise authors must not differ and dates must agree (`DateAgreement`). The less is known,
///    the more words must be shared: 4 for the same author and minute, 40 if neither is known.
/// 3. If ids mean the same in both documents, comments with different ids are different comments.
/// 4. Words may differ slightly (`WordAlignment`) only where id or date agree.
/// 5. Copies that go on differently complete nothing, and neither does one copy that fits several
///    comments equally well: a wrong text is worse than none.
package struct CompanionMatcher: Sendable {
  private let found: [CommentID: CommentID]

  /// Matches every cut comment of `document` with the comments of `companion`.
  ///
  /// `knowsBounds`: the companion comes from a source that stores each comment separately, so none
  /// can run on into the next. O(comments + text of the cut comments and their copies), also for
  /// hostile documents.
  package init(document: Document, companion: Document, knowsBounds: Bool = false) {
    found = document.text.withBytes { bytes in
      companion.text.withBytes { companionBytes in
        var search = CompanionSearch(
          of: document,
          bytes: bytes,
          in: companion,
          companionBytes: companionBytes
        )
        if knowsBounds { search.trustBounds() }
        return search.run()
      }
    }
  }

  /// The comments of the companion that hold the full texts of `ids`.
  ///
  /// Comments that are complete, or that nothing completes with certainty, are left out.
  package func matches(for ids: [CommentID]) -> [CommentID: CommentID] {
    var matches: [CommentID: CommentID] = [:]
    for id in ids { matches[id] = found[id] }
    return matches
  }
}
