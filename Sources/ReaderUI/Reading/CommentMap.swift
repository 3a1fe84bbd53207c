import DocumentModel

/// Where each comment of a document stands in the one that takes its place.
struct CommentMap: Equatable {
  /// The index in the document now, by the index before; -1 for a comment that is gone.
  private let indices: [Int32]

  /// Comments that are `newIDs` now, by their index before.
  init(_ newIDs: [CommentID]) { indices = newIDs.map { Int32($0.index) } }

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
      indices = old.comments.indices.map { Int32($0) }
      return
    }
    let byLine = Dictionary(
      new.comments.enumerated().map { ($1.lines.lowerBound, Int32($0)) },
      uniquingKeysWith: { first, _ in first }
    )
    indices = old.comments.map { byLine[$0.lines.lowerBound] ?? -1 }
  }

  private init(indices: [Int32]) { self.indices = indices }

  /// The way back, from the `count` comments there are now.
  func inverted(count: Int) -> CommentMap {
    var back = [Int32](repeating: -1, count: count)
    for (before, now) in indices.enumerated() where now >= 0 && back[Int(now)] < 0 {
      back[Int(now)] = Int32(before)
    }
    return CommentMap(indices: back)
  }

  /// The same way from where `next` has moved what it starts from, among `count` comments.
  func behind(_ next: CommentMap, count: Int) -> CommentMap {
    var moved = [Int32](repeating: -1, count: count)
    for (before, now) in next.indices.enumerated() where now >= 0 && before < indices.count {
      moved[Int(now)] = indices[before]
    }
    return CommentMap(indices: moved)
  }

  /// Where `id` stands now, `nil` if it is gone or never was.
  func callAsFunction(_ id: CommentID) -> CommentID? {
    guard indices.indices.contains(id.index), indices[id.index] >= 0 else { return nil }
    return CommentID(Int(indices[id.index]))
  }

  /// The comments of a document of `count` that were not there before; O(comments).
  func arrivals(count: Int) -> CommentSet {
    var arrivals = CommentSet(all: count)
    for index in indices where index >= 0 { arrivals.remove(CommentID(Int(index))) }
    return arrivals
  }

  /// Where those of `set` stand now; O(comments / 64 + set).
  func callAsFunction(_ set: CommentSet) -> CommentSet {
    var moved = CommentSet()
    var index = 0
    while let found = set.first(in: index..<indices.count) {
      if indices[found] >= 0 { moved.insert(CommentID(Int(indices[found]))) }
      index = found + 1
    }
    return moved
  }

  /// What `figures` has for each comment, for the `count` comments there are now; `none` for others.
  func moved(_ figures: [Int32], count: Int, none: Int32) -> [Int32] {
    var moved = [Int32](repeating: none, count: count)
    for (before, now) in indices.enumerated() where now >= 0 && before < figures.count {
      moved[Int(now)] = figures[before]
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
  /// Those of its comments that a site has just sent; they are not gone.
  let held: [CommentID]
  /// Where each comment of the document before stands in it.
  let map: CommentMap

  /// A document in which the comments of the one before are `newIDs`, by their index there; `held`
  /// are those of its comments that a site has just sent.
  public init(_ reading: Reading, newIDs: [CommentID], held: [CommentID] = []) {
    self.reading = reading
    self.held = held
    map = CommentMap(newIDs)
  }
}
