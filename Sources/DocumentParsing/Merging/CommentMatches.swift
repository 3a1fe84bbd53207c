import DocumentModel

/// Which comments of two readings of a discussion are the same.
///
/// A comment is told by its source's own id; where one reading has none, by author, date and first
/// words, the first such one being the first, the second the second. O(comments).
struct CommentMatches {
  /// The comment of the older reading, by that of the newer, -1 if it is in the newer alone.
  private(set) var olderOf: [Int32]
  /// The comment of the newer reading, by that of the older, -1 if it is in the older alone.
  private(set) var newerOf: [Int32]

  private let older: Document
  private let newer: Document

  /// What tells a comment without an id.
  private struct Signs: Hashable {
    var author = ""
    var date = ""
    var words = ""
    var isHeaderless = false
  }

  /// Two parts of a discussion, read one right after the other.
  init(_ older: Document, _ newer: Document) {
    self.older = older
    self.newer = newer
    olderOf = [Int32](repeating: -1, count: newer.comments.count)
    newerOf = [Int32](repeating: -1, count: older.comments.count)
    match(
      { comment, document in document.id(of: comment) },
      { comment, document in document.id(of: comment) }
    )
    matchSigns { Self.signs(of: $0, in: $1, date: $1.text[$0.dateText]) }
  }

  /// The same discussion read at two times.
  ///
  /// «3 hours ago» has become another date by then, and the words may be others; text without a
  /// header is what it is by now.
  static func revisions(_ older: Document, _ newer: Document) -> CommentMatches {
    var matches = CommentMatches(older, newer)
    matches.matchSigns { Self.signs(of: $0, in: $1, date: "") }
    matches.matchSigns { comment, _ in
      comment.state == .headerless ? Signs(isHeaderless: true) : nil
    }
    matches.matchSigns { comment, document in
      guard let date = comment.date, date.precision >= .minute, comment.authorship == .stated else {
        return nil
      }
      return Signs(author: document.author(of: comment), date: "\(date)")
    }
    return matches
  }

  /// What tells a comment; `nil` if it has neither author nor date nor text.
  private static func signs(of comment: Comment, in document: Document, date: String) -> Signs? {
    var signs = Signs()
    signs.isHeaderless = comment.state == .headerless
    if comment.authorship == .stated { signs.author = document.author(of: comment) }
    signs.date = comment.date.map { "\($0)" } ?? date
    if let first = comment.blocks.first {
      let text = document.blocks[Int(first)].text
      signs.words = document.text[TextRange(start: text.start, count: min(text.count, 64))]
    }
    return signs == Signs() ? nil : signs
  }

  /// Pairs those of which at least one has no id.
  private mutating func matchSigns(_ signs: (Comment, Document) -> Signs?) {
    for hasID in [false, true] {
      match(
        { comment, document in
          comment.sourceID.isEmpty == hasID
            ? nil : signs(comment, document)
        },
        { comment, document in
          let isLeft = !hasID || comment.sourceID.isEmpty
          return isLeft ? signs(comment, document) : nil
        }
      )
    }
  }

  /// Pairs those with equal keys, in their order; `nil` is no key.
  private mutating func match<Key: Hashable>(
    _ olderKey: (Comment, Document) -> Key?,
    _ newerKey: (Comment, Document) -> Key?
  ) {
    var waiting: [Key: [Int32]] = [:]
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

  /// Who wrote a comment, empty if unknown.
  func author(of comment: Comment) -> String {
    comment.author.map { text[authors[$0.index].name] } ?? ""
  }
}
