import DocumentModel
import Fetching

/// Something that knows more of a discussion than a document holds.
///
/// Called on a thread of its own, for it may have to wait for the web.
protocol DiscussionSource: Sendable {
  /// What `continuation`, one of `document`, leads to.
  ///
  /// A document of its own: comments with the ids of comments that are there already are those;
  /// its roots stand where `continuation` says; its own continuations go on from there.
  func part(
    _ continuation: Continuation,
    of document: Document,
    _ cancellation: FetchCancellation
  ) throws(DiscussionSourceError) -> Document
}

/// Why nothing more of a discussion, or of one of its comments, can be had.
enum DiscussionSourceError: Error, Hashable, CustomStringConvertible {
  /// It cannot be had in this way, now or later in this run; says why.
  case closed(String)
  /// It failed this time.
  case failed(FetchError)

  /// What is wrong, on one line.
  var description: String {
    switch self {
    case .closed(let reason): reason
    case .failed(let error): error.description
    }
  }
}
