import DocumentModel
import ReaderUI

/// Something that may know the full texts of comments their site cut: a fuller copy, the live site.
///
/// Called on a thread of its own, for it may have to read files or wait for the web.
protocol CommentSource: Sendable {
  /// What messages call it.
  var name: String { get }

  /// The full texts of those of `ids` it knows; the others are left out.
  func completions(
    for ids: [CommentID],
    in document: Document
  ) throws(CommentSourceError) -> [CommentID: Completion]
}

/// Why a source can complete no comment at all.
enum CommentSourceError: Error, Hashable, CustomStringConvertible {
  /// It could not be read; says what, where, and what to do about it.
  case unreadable(String)
  /// There is no comment in the file or page of this name.
  case noComments(String)

  /// What is wrong, on one line.
  var description: String {
    switch self {
    case .unreadable(let reason): reason
    case .noComments(let name):
      "\(name): no comments in it; name a copy of this page that holds them whole"
    }
  }
}
