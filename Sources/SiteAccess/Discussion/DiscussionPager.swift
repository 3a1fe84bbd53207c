import DocumentMerging
import DocumentModel
import Fetching
import SystemServices

/// Loads a discussion part by part and merges the parts into one document.
///
/// Requests up to four parts at the same time where the document knows the ways to all of them, and
/// one after the other where each part names the next. Its functions block.
package struct DiscussionPager: Sendable {
  /// How many requests in a row may bring nothing new before the pager ends.
  private static let patience = 8

  /// How much is loaded.
  package enum Amount: Hashable, Sendable {
    /// So many parts, one after the other.
    case parts(Int)
    /// All there is.
    case all
  }

  /// What was loaded.
  package struct Outcome: Sendable {
    /// How many comments were added.
    package var comments = 0
    /// How many blocks were added to the article.
    package var blocks = 0
    /// The ways that have been followed, in earlier runs as well.
    package var followed: Set<Continuation.Link> = []
    /// Why it ended early, `nil` if it did not.
    package var failure: String?

    /// Nothing yet.
    package init(failure: String? = nil) { self.failure = failure }
  }

  /// What is there after some requests.
  package struct Step: Sendable {
    /// All that has been merged so far.
    package let document: Document
    /// Where the comments that were there after the last step stand in it.
    package let places: [CommentID]
    /// Those of its comments that the requests brought, also those that were there before.
    package let held: [CommentID]
    /// What was loaded so far.
    package let outcome: Outcome
  }

  private let source: any PartSource
  private let cancellation: Cancellation
  /// What has been merged so far.
  package private(set) var document: Document
  /// Where the comments of the document stand now that was there at the last report.
  private var places: [CommentID]
  private var held: [CommentID] = []
  private var closed: Set<Continuation.Link> = []
  private var reasonOfClosing: String?
  private var outcome = Outcome()

  /// A pager that begins at `document`; ways among `followed` are not followed again.
  package init(
    _ document: Document,
    from source: any PartSource,
    followed: Set<Continuation.Link>,
    cancellation: Cancellation
  ) {
    self.source = source
    self.cancellation = cancellation
    self.document = document
    outcome.followed = followed
    places = Array(document.commentIDs)
  }

  /// Loads more of `subject`, `first` before anything else.
  ///
  /// Calls `report` after each step.
  package mutating func load(
    _ amount: Amount,
    of subject: Continuation.Subject,
    first: Continuation?,
    report: (Step) -> Void
  ) -> Outcome {
    var left = if case .parts(let count) = amount { count } else { Int.max }
    let limit = amount == .all ? Fetcher.parallelRequests : 1
    var next = amount == .all ? nil : first
    var idle = 0
    while left > 0, idle < Self.patience, outcome.failure == nil, !cancellation.isCancelled {
      let ways = next.map { [$0] } ?? openWays(to: subject, atMost: limit)
      next = nil
      guard !ways.isEmpty else { break }
      let before = outcome
      follow(ways)
      guard !cancellation.isCancelled else { break }
      left -= ways.count
      let isIdle = outcome.comments == before.comments && outcome.blocks == before.blocks
      idle = isIdle ? idle + ways.count : 0
      report(Step(document: document, places: places, held: held, outcome: outcome))
      (places, held) = (Array(document.commentIDs), [])
    }
    if outcome.comments == 0, outcome.blocks == 0 { tellWhatIsClosed() }
    return outcome
  }

  /// Loads all parts that ways among `wanted` lead to; calls `progress` with their number so far.
  package mutating func reload(
    _ wanted: Set<Continuation.Link>,
    progress: (Int) -> Void
  ) -> Outcome {
    var count = 0
    while outcome.failure == nil, !cancellation.isCancelled {
      let ways = document.continuations.lazy.filter { [closed] in
        wanted.contains($0.link.normalized) && !closed.contains($0.link)
      }.prefix(Fetcher.parallelRequests)
      guard !ways.isEmpty else { break }
      progress(count)
      count += ways.count
      follow(Array(ways))
    }
    tellWhatIsClosed()
    return outcome
  }

  /// Says why a way led nowhere, unless something went wrong besides.
  private mutating func tellWhatIsClosed() {
    outcome.failure = outcome.failure ?? reasonOfClosing
  }

  /// The ways to follow next: one for the whole discussion before those of single comments.
  private func openWays(to subject: Continuation.Subject, atMost limit: Int) -> [Continuation] {
    let open = document.continuations.filter { $0.subject == subject && !closed.contains($0.link) }
    let next = open.first { $0.comment == nil }
    if limit == 1, let next { return [next] }
    return Array(open.prefix(limit))
  }

  /// Fetches what `ways` lead to, all at the same time, and merges it.
  ///
  /// Pages behind one that failed are left to be loaded after it: comments come in the order of the
  /// pages.
  private mutating func follow(_ ways: [Continuation]) {
    let parts = BackgroundThread.map(ways, atMost: Fetcher.parallelRequests) {
      [source, document, cancellation] way in
      Result { () throws(SiteError) in
        try source.part(way, of: document, cancellation: cancellation)
      }
    }
    var moved = Array(document.commentIDs)
    for (way, part) in zip(ways, parts) where outcome.failure == nil || way.comment != nil {
      switch part {
      case .success(let part):
        var way = way
        way.comment = way.comment.map { moved[$0.index] }
        merge(part, at: way, &moved)
      case .failure(.notOffered(let reason)):
        closed.insert(way.link)
        reasonOfClosing = reason
        if ways.count == 1 { outcome.failure = reason }
      case .failure(let error):
        outcome.failure = error.description
      }
    }
  }

  /// Merges a part; `moved` and `places` follow the comments to where they stand then.
  private mutating func merge(_ part: Document, at way: Continuation, _ moved: inout [CommentID]) {
    outcome.followed.insert(way.link.normalized)
    guard let merge = DocumentMerge(document, with: part, at: way, followed: outcome.followed)
    else {
      outcome.failure = "the discussion is too large for one document"
      return
    }
    document = merge.document
    outcome.comments += merge.addedCount
    outcome.blocks += merge.addedBlockCount
    moved = moved.map { merge.places[$0.index] }
    places = places.map { merge.places[$0.index] }
    held = held.map { merge.places[$0.index] } + merge.held
  }
}
