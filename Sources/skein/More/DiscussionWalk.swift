import DocumentModel
import DocumentMerging
import Fetching
import ReaderUI

/// Follows a discussion from part to part and puts together what comes.
///
/// Up to four parts are asked for at once where the document knows the ways to all of them; where
/// each part tells the next, one after the other. Runs on a thread of its own.
struct DiscussionWalk: Sendable {
  /// How many requests in a row may bring nothing new before the walk ends.
  private static let patience = 8

  /// What a walk came to.
  struct Outcome: Sendable {
    /// How many comments came in.
    var comments = 0
    /// How many blocks the article gained.
    var blocks = 0
    /// The ways that have been followed, before it too.
    var followed: Set<Continuation.Link> = []
    /// Why it ended early, `nil` if it did not.
    var failure: String?
  }

  /// Where the parts come from.
  let source: any DiscussionSource
  /// What has been put together so far.
  private(set) var document: Document
  /// Where the comments of the document the walk began with stand, or did at the last `report`.
  private var places: [CommentID]
  private var closed: Set<Continuation.Link> = []
  private var outcome = Outcome()

  /// A walk that begins at `document`; ways among `followed` are not offered again.
  init(_ document: Document, from source: any DiscussionSource, followed: Set<Continuation.Link>) {
    self.source = source
    self.document = document
    outcome.followed = followed
    places = Array(document.commentIDs)
  }

  /// Follows what `request` asks for; calls `report` whenever something came, with the document,
  /// where the comments it had at the last call stand in it, and what came so far.
  mutating func run(
    _ request: MoreRequest,
    _ cancellation: FetchCancellation,
    report: (Document, [CommentID], Outcome) -> Void
  ) -> Outcome {
    var left = if case .parts(let count) = request.amount { count } else { Int.max }
    let limit = request.amount == .all ? Fetcher.parallelRequests : 1
    var next = request.amount == .all ? nil : request.first
    var idle = 0
    while left > 0, idle < Self.patience, outcome.failure == nil, !cancellation.isCancelled {
      let ways = next.map { [$0] } ?? ways(to: request.subject, atMost: limit)
      next = nil
      guard !ways.isEmpty else { break }
      let before = outcome
      follow(ways, cancellation)
      guard !cancellation.isCancelled else { break }
      left -= ways.count
      let isIdle = outcome.comments == before.comments && outcome.blocks == before.blocks
      idle = isIdle ? idle + ways.count : 0
      report(document, places, outcome)
      places = Array(document.commentIDs)
    }
    return outcome
  }

  /// Follows all ways among `wanted` that the document has, as far as they lead.
  mutating func follow(
    allOf wanted: Set<Continuation.Link>,
    _ cancellation: FetchCancellation,
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
      follow(Array(ways), cancellation)
    }
    return outcome
  }

  /// The ways that are next.
  private func ways(to subject: Continuation.Subject, atMost limit: Int) -> [Continuation] {
    if limit == 1, let next = document.next(of: subject), !closed.contains(next.link) {
      return [next]
    }
    let open = document.continuations.filter { $0.subject == subject && !closed.contains($0.link) }
    return Array(open.prefix(limit))
  }

  /// Fetches what `ways` lead to, all at once, and puts it in.
  private mutating func follow(_ ways: [Continuation], _ cancellation: FetchCancellation) {
    let parts = BackgroundThread.map(ways, atMost: Fetcher.parallelRequests) {
      [source, document] way in
      Result { () throws(DiscussionSourceError) in
        try source.part(way, of: document, cancellation)
      }
    }
    var moved = Array(document.commentIDs)
    for (way, part) in zip(ways, parts) {
      switch part {
      case .success(let part):
        var way = way
        way.comment = way.comment.map { moved[$0.index] }
        put(part, at: way, &moved)
      case .failure(.closed(let reason)):
        closed.insert(way.link)
        if ways.count == 1 { outcome.failure = reason }
      case .failure(let error):
        outcome.failure = error.description
      }
    }
  }

  private mutating func put(_ part: Document, at way: Continuation, _ moved: inout [CommentID]) {
    outcome.followed.insert(way.link.normalized)
    guard let merge = DocumentMerge(document, with: part, at: way, followed: outcome.followed)
    else {
      outcome.failure = "the discussion is too large to be shown as one"
      return
    }
    document = merge.document
    outcome.comments += merge.addedCount
    outcome.blocks += merge.addedBlockCount
    moved = moved.map { merge.places[$0.index] }
    places = places.map { merge.places[$0.index] }
  }
}
