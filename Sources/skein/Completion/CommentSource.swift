import DocumentModel
import Fetching
import ReaderUI

/// Something that may know the full texts of comments their site cut: a fuller copy, the live site.
///
/// Called on a thread of its own, for it may have to read files or wait for the web.
protocol CommentSource: Sendable {
  /// What messages call it.
  var name: String { get }

  /// The full texts of those of `ids` it knows; the others are left out.
  ///
  /// Tells `work` how far it is, and ends early if that is stopped.
  func completions(
    for ids: [CommentID],
    in document: Document,
    _ work: CompletionWork
  ) throws(CommentSourceError) -> [CommentID: Completion]
}

/// A search for full texts that goes on: it can be stopped, and tells how far it is.
struct CompletionWork: Sendable {
  /// Stops it.
  let cancellation = FetchCancellation()
  /// Is told how much is done, 0 to 1.
  var report: @Sendable (Double) -> Void = { _ in }
}

/// Why a source can complete no comment at all.
enum CommentSourceError: Error, Hashable, CustomStringConvertible {
  /// It could not be read; says what, where, and what to do about it.
  case unreadable(String)
  /// There is no comment in the file or page of this name.
  case noComments(String)
  /// The page does not tell how its site could be asked.
  case noWay(String)

  /// What is wrong, on one line.
  var description: String {
    switch self {
    case .unreadable(let reason): reason
    case .noWay(let name):
      "\(name) tells no way to the full text; :full FILE names a fuller copy, :url ADDRESS the page"
    case .noComments(let name):
      "\(name): no comments in it; name a copy of this page that holds them whole"
    }
  }
}
