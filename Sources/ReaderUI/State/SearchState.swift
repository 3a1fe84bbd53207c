import DocumentModel
import TextSearch

/// A search going on.
public struct SearchState: Sendable {
  /// What was typed.
  public let text: String
  /// Whether it is taken as it stands.
  public let isLiteral: Bool
  /// The hits found so far.
  public internal(set) var found: DocumentSearch
  /// The hit moved to, an index into the hits.
  public internal(set) var current: Int?
  /// Whether hits are marked on the screen.
  public internal(set) var highlights = true
  /// Folds opened to show hits, to be closed again at the end.
  var opened: Set<CommentID> = []
  /// Hidden comments brought back to show hits, to be hidden again at the end.
  var unhidden: Set<CommentID> = []
  /// Where the reader was put to see `current`.
  var shownAt: Place?
  /// The hit to go to as soon as it is found.
  var wanted: Wanted?

  /// A hit not found yet.
  enum Wanted: Hashable, Sendable {
    /// The first from this place on.
    case from(SearchPlace)
    /// The last before this place.
    case before(SearchPlace)
  }

  /// A search for `pattern`, typed as `text`.
  init(
    text: String,
    isLiteral: Bool,
    pattern: SearchPattern,
    reading: Reading
  ) {
    self.text = text
    self.isLiteral = isLiteral
    found = DocumentSearch(
      pattern,
      in: reading.document,
      completed: reading.completedTexts,
      scalars: reading.scalars
    )
  }
}

extension Reading {
  /// Full texts that are shown in place of cut ones.
  var completedTexts: [CompletedText] {
    completions.filter(\.value.isOpen).sorted { $0.key < $1.key }.map { id, completion in
      CompletedText(comment: id, document: completion.document, blocks: completion.blocks)
    }
  }
}
