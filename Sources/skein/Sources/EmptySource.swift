import DocumentModel

/// A source in which there is nothing to read.
enum EmptySource {
  /// What to say about `document`, read from the source called `location`; `nil` if it is not empty.
  static func note(on document: Document, from location: String) -> String? {
    let isEmpty =
      document.article.title.isEmpty && document.blocks.isEmpty && document.comments.isEmpty
      && document.missingComments == nil
    return isEmpty ? "\(location): empty, there is nothing to read" : nil
  }
}
