import DocumentModel

/// Which texts of a document a search is about.
public enum SearchField: String, Sendable {
  /// The title, and the subjects of comments that are about something else: the headings they begin with.
  ///
  /// Of a list, its entries.
  case subject

  /// The field that `text` begins with and a colon, and what is to be found there; `nil` if it names
  /// none.
  static func split(_ text: String) -> (field: SearchField, pattern: String)? {
    guard let colon = text.firstIndex(of: ":"),
      let field = SearchField(rawValue: String(text[..<colon]))
    else { return nil }
    return (field, String(text[text.index(after: colon)...].drop { $0 == " " }))
  }

  /// Whether a text of `document` belongs to the field.
  func holds(_ place: SearchPlace, of document: Document) -> Bool {
    switch place.kind {
    case .title: true
    case .commentBlock(let id, let block):
      block == Int(document[id].blocks.lowerBound) && document.blocks[block].kind == .heading
    case .articleBlock(let block):
      document.comments.isEmpty && document.blocks[block].kind == .listItem
    case .byline, .author: false
    }
  }
}
