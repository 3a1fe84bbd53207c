import DocumentMerging
import DocumentModel
import Fetching
import SystemServices

/// A document read again, with all parts that had been loaded, compared with what it was.
package struct DiscussionRefresh: Sendable {
  /// What is new, changed and gone.
  package let changes: DocumentRefresh
  /// The ways that were followed.
  package let followed: Set<Continuation.Link>
  /// Why parts are missing, `nil` if none is; they can be loaded later.
  package let failure: String?

  /// Loads into `fresh` all parts of `old` that had been `followed`, and compares the two.
  ///
  /// `progress` is called with the number of parts so far. Blocks. Throws `cancelled`, and returns
  /// `nil` if both together are too large for one document.
  package init?(
    _ old: Document,
    by fresh: Document,
    from source: any PartSource,
    ownWays: Set<Continuation.Link>,
    followed: Set<Continuation.Link>,
    cancellation: Cancellation,
    progress: (Int) -> Void
  ) throws(FetchError) {
    var pager = DiscussionPager(fresh, from: source, followed: ownWays, cancellation: cancellation)
    let outcome = pager.reload(followed, progress: progress)
    guard !cancellation.isCancelled else { throw .cancelled }
    let unread = followed.subtracting(ownWays)
    let hasGaps = pager.document.continuations.contains { unread.contains($0.link.normalized) }
    guard let changes = DocumentRefresh(old, pager.document, hasGaps: hasGaps) else { return nil }
    self.changes = changes
    self.followed = outcome.followed
    failure = outcome.failure
  }
}
