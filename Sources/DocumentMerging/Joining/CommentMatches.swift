import DocumentModel

/// Which comments of two versions of one discussion are the same.
///
/// Comments match by their source's own id; where one version has no ids, by author, date and first
/// words, equal ones in their order. O(comments).
package struct CommentMatches {
  /// For each comment of the newer version its index in the older, -1 if it is not there.
  package private(set) var olderOf: [Int32]
  /// For each comment of the older version its index in the newer, -1 if it is not there.
  package private(set) var newerOf: [Int32]

  private let older: [CommentTraits]
  private let newer: [CommentTraits]

  /// Matches two parts of a discussion that were read at the same time.
  init(_ older: Document, _ newer: Document) {
    self.init(CommentTraits.all(of: older), CommentTraits.all(of: newer))
  }

  private init(_ older: [CommentTraits], _ newer: [CommentTraits]) {
    self.older = older
    self.newer = newer
    olderOf = [Int32](repeating: -1, count: newer.count)
    newerOf = [Int32](repeating: -1, count: older.count)
    match(\.id, \.id)
    matchKeys(\.dated)
  }

  /// Matches the same discussion read at two times.
  static func refresh(_ older: Document, _ newer: Document) -> CommentMatches {
    refresh(CommentTraits.all(of: older), CommentTraits.all(of: newer))
  }

  /// Matches the same discussion read at two times, its comments told by their traits.
  ///
  /// Relative dates («3 hours ago») and words may have changed; all text without a header matches.
  package static func refresh(
    _ older: [CommentTraits],
    _ newer: [CommentTraits]
  ) -> CommentMatches {
    var matches = CommentMatches(older, newer)
    matches.matchKeys(\.undated)
    matches.matchKeys { $0.isHeaderless ? 1 : nil }
    matches.matchKeys(\.moment)
    return matches
  }

  /// Matches comments by key if at least one of the two has no id.
  private mutating func matchKeys(_ key: (CommentTraits) -> UInt64?) {
    match({ $0.id == nil ? key($0) : nil }, key)
    match({ $0.id == nil ? nil : key($0) }, { $0.id == nil ? key($0) : nil })
  }

  /// Matches comments with equal keys, in their order; `nil` is no key.
  private mutating func match(
    _ olderKey: (CommentTraits) -> UInt64?,
    _ newerKey: (CommentTraits) -> UInt64?
  ) {
    var waiting: [UInt64: [Int32]] = [:]
    for index in older.indices.reversed() where newerOf[index] < 0 {
      guard let key = olderKey(older[index]) else { continue }
      waiting[key, default: []].append(Int32(index))
    }
    guard !waiting.isEmpty else { return }
    for index in newer.indices where olderOf[index] < 0 {
      guard let key = newerKey(newer[index]), let found = waiting[key]?.popLast() else { continue }
      olderOf[index] = found
      newerOf[Int(found)] = Int32(index)
    }
  }
}

extension Document {
  /// The source's own id of a comment, `nil` if it has none.
  func id(of comment: Comment) -> String? {
    comment.sourceID.isEmpty ? nil : text[comment.sourceID]
  }
}
