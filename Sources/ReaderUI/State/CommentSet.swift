import DocumentModel

/// A set of comments, a bit each: folded ones, hidden ones.
public struct CommentSet: Hashable, Sendable {
  private var words: [UInt64]
  /// How many comments are in it.
  public private(set) var count = 0

  /// No comments, of a document that has `capacity`.
  public init(capacity: Int) {
    words = Array(repeating: 0, count: (capacity + 63) / 64)
  }

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }

  /// Whether `id` is in it; O(1).
  public func contains(_ id: CommentID) -> Bool {
    guard id.index >> 6 < words.count else { return false }
    return words[id.index >> 6] & (1 << UInt64(id.index & 63)) != 0
  }

  /// Adds `id`; O(1).
  public mutating func insert(_ id: CommentID) {
    guard !contains(id), id.index >> 6 < words.count else { return }
    words[id.index >> 6] |= 1 << UInt64(id.index & 63)
    count += 1
  }

  /// Takes `id` out; O(1).
  public mutating func remove(_ id: CommentID) {
    guard contains(id) else { return }
    words[id.index >> 6] &= ~(1 << UInt64(id.index & 63))
    count -= 1
  }

  /// Takes all out.
  public mutating func removeAll() {
    words = Array(repeating: 0, count: words.count)
    count = 0
  }
}
