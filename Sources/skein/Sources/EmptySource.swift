import DocumentModel

/// A source in which there is nothing to read.
enum EmptySource {
  /// What to say about the contents of the source called `location`; `nil` if they are not empty.
  static func note(on contents: SourceContents, from location: String) -> String? {
    switch contents {
    case .document(let document): note(on: document, from: location)
    case .listing(let listing):
      listing.entries.isEmpty ? "\(location): a list without entries" : nil
    }
  }

  /// What to say about `document`, read from the source called `location`; `nil` if it is not empty.
  static func note(on document: Document, from location: String) -> String? {
    let isEmpty =
      document.article.title.isEmpty && document.blocks.isEmpty && document.comments.isEmpty
      && document.missingComments == nil
    return isEmpty ? "\(location): empty, there is nothing to read" : nil
  }
}
