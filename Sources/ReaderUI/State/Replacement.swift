import DocumentModel

/// What takes the place of the document being read: a fuller one, or a later one.
public struct Replacement: Sendable {
  /// The document.
  public let reading: Reading
  /// Where each comment of the document before stands in it.
  let places: CommentPlaces

  /// A document in which the comments of the one before stand at `places`, by their index there.
  public init(_ reading: Reading, places: [CommentID]) {
    self.reading = reading
    self.places = CommentPlaces(places)
  }
}
