import DocumentModel

/// The document before the last reload, for undo.
struct Revision: Equatable, Sendable {
  /// The document as it was, with what was found for it.
  let reading: Reading
  /// Where each comment of the document now stood in it.
  private(set) var map: CommentMap
  /// How many views to go back to were there before the reload.
  var depth: Int

  /// `map`: where the comments of `reading` stand among `count` now; `depth`: how many views there
  /// are to go back to.
  init(_ reading: Reading, _ map: CommentMap, count: Int, depth: Int) {
    self.reading = reading
    self.map = map.inverted(count: count)
    self.depth = depth
  }

  /// Follows the comments of the document now to where they stand among `count`.
  mutating func move(by next: CommentMap, count: Int) { map = map.behind(next, count: count) }
}
