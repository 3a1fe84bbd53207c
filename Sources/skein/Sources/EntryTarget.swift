import DocumentModel
import ReaderUI

/// Where an entry leads of a list that the program has put together.
enum EntryTarget: Sendable {
  /// To a file or address, at the comment with this number, from 1.
  case source(String, comment: Int?)
  /// To a discussion that its source holds among others, at the comment with this number, from 1.
  case part(PartLocation, title: String, comment: Int?)
  /// To a version of a page, and what was new in it.
  case version(Document, CommentNews, since: String)
}
