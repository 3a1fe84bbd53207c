import DocumentModel

/// The visit to a document that goes on: what was seen, and when the one before was.
public struct Visit: Equatable, Sendable {
  /// Comments whose text was on the screen, in this visit or an earlier one, and those of threads
  /// that were marked read.
  public internal(set) var seen = CommentSet()
  /// Whether what is done in it is kept for the next.
  public var isRemembered = false
  /// When the visit before was, as it stands behind «since»; `nil` for the first.
  public internal(set) var since: String?

  /// The first visit.
  init() {}

  /// Those of `new` that were not seen; none on the first visit, which only reloads bring news to.
  func unseen(of new: CommentSet) -> CommentSet {
    since == nil ? CommentSet() : new.subtracting(seen)
  }

  /// The same where the comments have moved.
  mutating func move(by map: CommentMap) { seen = map(seen) }
}
