import DocumentModel

/// The full text of a comment that its site cut.
package struct FullText: Sendable {
  /// The document that holds it.
  package let document: Document
  /// The blocks of the comment there.
  package let blocks: Range<Int32>
  /// The name of the source, for messages.
  package let origin: String
}

/// The full texts that a source has.
package struct FoundTexts: Sendable {
  /// The texts, by comment.
  package var texts: [CommentID: FullText] = [:]
  /// Why some are missing, `nil` if the source does not know those.
  package var failure: String?
}

/// Something that may have the full texts of cut comments: a fuller copy of the page, or its site.
///
/// Its functions block until files are read and sites have answered.
package protocol FullTextSource: Sendable {
  /// What messages call it.
  var name: String { get }

  /// The full texts of those of `ids` it knows; the others are left out.
  ///
  /// Reports progress to `job`, and returns early if that is cancelled.
  func fullTexts(
    of ids: [CommentID],
    in document: Document,
    job: SiteJob
  ) throws(FullTextError) -> FoundTexts
}

/// Why a source has no full text at all.
package enum FullTextError: Error, Hashable, CustomStringConvertible {
  /// It could not be read; holds what, where, and what to do about it.
  case unreadable(String)
  /// The file or page of this name has no comments.
  case noComments(String)
  /// The page of this name names no interface that its site could be asked by.
  case noInterface(String)

  /// What is wrong and what to do about it, on one line.
  package var description: String {
    switch self {
    case .unreadable(let reason): reason
    case .noComments(let name): "\(name): has no comments; name a fuller copy of this page"
    case .noInterface(let name):
      "\(name) does not say how to get full texts; name a fuller copy with :full FILE, or the page's"
        + " address with :url ADDRESS"
    }
  }
}
