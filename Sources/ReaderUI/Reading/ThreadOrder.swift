import DocumentModel

/// The orders in which comments that answer the same can stand.
public enum ThreadOrder: String, Hashable, Sendable, CaseIterable {
  /// As the source has them.
  case given
  /// The newest first, those without a date last.
  case newest
  /// The oldest first, those without a date last.
  case oldest
  /// Those with the most comments below them first.
  case answers
  /// Those with the latest comment below them, or their own, first.
  case latest
  /// Those with the most points first.
  case points

  /// How the thread is sorted, in words.
  var sentence: String {
    switch self {
    case .given: "in the order of the source"
    case .newest: "newest first"
    case .oldest: "oldest first"
    case .answers: "most answered first"
    case .latest: "latest answer first"
    case .points: "most points first"
    }
  }

  /// Whether the comments of `document` differ in what they are sorted by; O(comments).
  func applies(to document: Document) -> Bool {
    switch self {
    case .given: true
    case .newest, .oldest, .latest: document.comments.contains { $0.date != nil }
    case .answers: document.comments.contains { $0.subtreeSize > 1 }
    case .points: document.comments.contains { $0.score ?? 0 != 0 }
    }
  }

  /// The comments of `document` in this order, a comment before its replies.
  ///
  /// `given` is where the source has each; `raised` stand before the others that answer the same. Text without a header stays first, places for more comments
  /// last. O(comments log comments).
  func arrangement(
    of document: Document,
    given: [Int32],
    raised: CommentSet = CommentSet()
  ) -> [CommentID] {
    let keys = keys(of: document)
    let replies = Replies(of: document) { left, right in
      let isLeftRaised = raised.contains(CommentID(Int(left)))
      guard isLeftRaised == raised.contains(CommentID(Int(right))) else { return isLeftRaised }
      return (keys[Int(right)], given[Int(left)]) < (keys[Int(left)], given[Int(right)])
    }
    var order: [CommentID] = []
    order.reserveCapacity(document.comments.count)
    var waiting = Array(replies.of(nil).reversed())
    while let next = waiting.popLast() {
      order.append(CommentID(Int(next)))
      waiting += replies.of(Int(next)).reversed()
    }
    return order
  }

  /// What comments are sorted by, the highest first.
  private func keys(of document: Document) -> [Int64] {
    var keys = document.comments.map { comment -> Int64 in
      switch comment.state {
      case .headerless: .max
      case .placeholder: .min
      default: key(of: comment)
      }
    }
    guard self == .latest else { return keys }
    for index in keys.indices.reversed() {
      guard let parent = document.comments[index].parent else { continue }
      keys[parent.index] = max(keys[parent.index], keys[index])
    }
    return keys
  }

  private func key(of comment: Comment) -> Int64 {
    switch self {
    case .given: 0
    case .newest, .latest: comment.date?.seconds ?? .min + 1
    case .oldest: comment.date.map { -$0.seconds } ?? .min + 1
    case .answers: Int64(comment.subtreeSize)
    case .points: comment.score.map(Int64.init) ?? .min + 1
    }
  }
}

/// The replies to each comment, sorted.
private struct Replies {
  /// The replies to nothing, then those to each comment.
  private var replies: [Int32]
  /// Where those to nothing begin, then those to each comment, and in the end all do.
  private let starts: [Int]

  init(of document: Document, by isBefore: (Int32, Int32) -> Bool) {
    let comments = document.comments
    var starts = [Int](repeating: 0, count: comments.count + 2)
    for comment in comments { starts[Self.slot(of: comment.parent?.index) + 1] += 1 }
    for slot in 1..<starts.count { starts[slot] += starts[slot - 1] }
    var next = starts
    var replies = [Int32](repeating: 0, count: comments.count)
    for (index, comment) in comments.enumerated() {
      let slot = Self.slot(of: comment.parent?.index)
      replies[next[slot]] = Int32(index)
      next[slot] += 1
    }
    for slot in 0...comments.count where starts[slot + 1] - starts[slot] > 1 {
      replies[starts[slot]..<starts[slot + 1]].sort(by: isBefore)
    }
    self.replies = replies
    self.starts = starts
  }

  /// The replies to the comment at `index`, to nothing for `nil`.
  func of(_ index: Int?) -> ArraySlice<Int32> {
    let slot = Self.slot(of: index)
    return replies[starts[slot]..<starts[slot + 1]]
  }

  private static func slot(of index: Int?) -> Int { index.map { $0 + 1 } ?? 0 }
}
