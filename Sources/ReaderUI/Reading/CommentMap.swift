import DocumentModel

/// Where each comment of a document stands in the one that takes its place.
struct CommentMap {
  /// By the index in the document before, -1 if it is gone.
  private let places: [Int32]

  /// Places that are known, by the index in the document before.
  init(_ places: [CommentID]) { self.places = places.map { Int32($0.index) } }

  /// A fuller reading of a source in place of an earlier one: comments are told by the source line
  /// they start on, or by their number if no line has moved.
  ///
  /// O(comments).
  init(from old: Document, to new: Document) {
    let moved = old.comments.indices.contains { index in
      !new.comments.indices.contains(index)
        || new.comments[index].lines.lowerBound != old.comments[index].lines.lowerBound
    }
    guard moved else {
      places = old.comments.indices.map { Int32($0) }
      return
    }
    let byLine = Dictionary(
      new.comments.enumerated().map { ($1.lines.lowerBound, Int32($0)) },
      uniquingKeysWith: { first, _ in first }
    )
    places = old.comments.map { byLine[$0.lines.lowerBound] ?? -1 }
  }

  /// Where `id` stands now, `nil` if it is gone or never was.
  func callAsFunction(_ id: CommentID) -> CommentID? {
    guard places.indices.contains(id.index), places[id.index] >= 0 else { return nil }
    return CommentID(Int(places[id.index]))
  }

  /// Where those of `set` stand now, in a document of `count` comments; O(comments / 64 + set).
  func callAsFunction(_ set: CommentSet, count: Int) -> CommentSet {
    var moved = CommentSet(capacity: count)
    var index = 0
    while let found = set.first(in: index..<places.count) {
      if places[found] >= 0 { moved.insert(CommentID(Int(places[found]))) }
      index = found + 1
    }
    return moved
  }

  /// Where those of `set` stand now.
  func callAsFunction(_ set: Set<CommentID>) -> Set<CommentID> {
    Set(set.compactMap { self($0) })
  }
}

/// What takes the place of the document being read: a fuller one, or a later one.
public struct Replacement: Sendable {
  /// The document.
  public let reading: Reading
  /// Where each comment of the document before stands in it.
  let places: CommentMap

  /// A document in which the comments of the one before stand at `places`, by their index there.
  public init(_ reading: Reading, places: [CommentID]) {
    self.reading = reading
    self.places = CommentMap(places)
  }
}
