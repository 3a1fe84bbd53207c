import DocumentModel

/// Which comments of two documents of one discussion are the same.
///
/// Comments match by their source's own id; where one document has no ids, by author, date and first
/// words, equal ones in their order. O(comments).
struct CommentMatches {
  /// For each comment of the newer document its index in the older, -1 if it is not there.
  private(set) var olderOf: [Int32]
  /// For each comment of the older document its index in the newer, -1 if it is not there.
  private(set) var newerOf: [Int32]

  private let older: Document
  private let newer: Document

  /// What identifies a comment without an id.
  private struct Key: Hashable {
    var author = ""
    var date = ""
    var words = ""
    var isHeaderless = false
  }

  /// Matches two parts of a discussion that were read at the same time.
  init(_ older: Document, _ newer: Document) {
    self.older = older
    self.newer = newer
    olderOf = [Int32](repeating: -1, count: newer.comments.count)
    newerOf = [Int32](repeating: -1, count: older.comments.count)
    match(
      { comment, document in document.id(of: comment) },
      { comment, document in document.id(of: comment) }
    )
    matchKeys { Self.key(of: $0, in: $1, date: $1.text[$0.dateText]) }
  }

  /// Matches the same discussion read at two times.
  ///
  /// Relative dates («3 hours ago») and words may have changed; all text without a header matches.
  static func refresh(_ older: Document, _ newer: Document) -> CommentMatches {
    var matches = CommentMatches(older, newer)
    matches.matchKeys { Self.key(of: $0, in: $1, date: "") }
    matches.matchKeys { comment, _ in
      comment.state == .headerless ? Key(isHeaderless: true) : nil
    }
    matches.matchKeys { comment, document in
      guard let date = comment.date, date.precision >= .minute, comment.authorship == .stated else {
        return nil
      }
      return Key(author: document.name(of: comment) ?? "", date: "\(date)")
    }
    return matches
  }

  /// The key of a comment; `nil` if it has neither author nor date nor text.
  private static func key(of comment: Comment, in document: Document, date: String) -> Key? {
    var key = Key()
    key.isHeaderless = comment.state == .headerless
    if comment.authorship == .stated { key.author = document.name(of: comment) ?? "" }
    key.date = comment.date.map { "\($0)" } ?? date
    if let text = document.blocks(of: comment).first?.text {
      key.words = document.text[TextRange(start: text.start, count: min(text.count, 64))]
    }
    return key == Key() ? nil : key
  }

  /// Matches comments by key if at least one of the two has no id.
  private mutating func matchKeys(_ key: (Comment, Document) -> Key?) {
    for hasID in [false, true] {
      match(
        { comment, document in
          comment.sourceID.isEmpty == hasID
            ? nil : key(comment, document)
        },
        { comment, document in
          let isLeft = !hasID || comment.sourceID.isEmpty
          return isLeft ? key(comment, document) : nil
        }
      )
    }
  }

  /// Matches comments with equal keys, in their order; `nil` is no key.
  private mutating func match<Value: Hashable>(
    _ olderKey: (Comment, Document) -> Value?,
    _ newerKey: (Comment, Document) -> Value?
  ) {
    var waiting: [Value: [Int32]] = [:]
    for index in older.comments.indices.reversed() where newerOf[index] < 0 {
      guard let key = olderKey(older.comments[index], older) else { continue }
      waiting[key, default: []].append(Int32(index))
    }
    guard !waiting.isEmpty else { return }
    for index in newer.comments.indices where olderOf[index] < 0 {
      guard let key = newerKey(newer.comments[index], newer), let found = waiting[key]?.popLast()
      else { continue }
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
