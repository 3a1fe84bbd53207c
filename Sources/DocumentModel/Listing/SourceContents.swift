/// What a source turned out to hold.
public enum SourceContents: Sendable {
  /// An article, its discussion, or both.
  case document(Document)
  /// A list of such.
  case listing(Listing)

  /// The list, `nil` if it is none.
  public var listing: Listing? {
    if case .listing(let listing) = self { listing } else { nil }
  }

  /// The document; a list as one whose article lists its entries.
  public var document: Document {
    switch self {
    case .document(let document): document
    case .listing(let listing): Document(listing)
    }
  }
}
