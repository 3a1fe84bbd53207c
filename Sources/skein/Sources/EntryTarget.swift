import DocumentModel
import ReaderUI

/// Where an entry leads of a list that the program has put together.
enum EntryTarget: Sendable {
  /// To a file or address, at the comment with this number, from 1.
  case source(String, comment: Int?)
  /// To a discussion that its source holds among others, at the comment with this number, from 1.
  case part(PartLocation, title: String, comment: Int?)
  /// To a version of a document, and what is new in it.
  case version(ComparedVersion)
}

/// A version of a document that is kept, compared with another one.
struct ComparedVersion: Sendable {
  /// When it was fetched, or the file was last changed, in words.
  let moment: String
  /// Whether all others are compared with it.
  var isMarked = false
  /// The later of the two, with comments that are gone since.
  let document: Document
  /// Which comments are new, changed and gone.
  var news = CommentNews()
  /// How many are, on one line.
  let summary: String
  /// When the earlier one was fetched, in words that follow «since»; empty if there is no other.
  var since = ""
  /// Makes the list of all versions in which they are compared with this one; if they are already, each
  /// with the one before it.
  let marking: @Sendable () -> OpenDocument
}
