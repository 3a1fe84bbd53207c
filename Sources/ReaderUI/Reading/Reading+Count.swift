import DocumentModel

/// How many comments there are, wherever the reader is told.
///
/// Those count that can be read: no places for more, no unattributed text, and none that was
/// gone at the last reload, though it is still shown.
extension Reading {
  /// How many there are; O(1).
  public var commentCount: Int { counted.count }

  /// How many are below `id`; O(subtree / 64).
  func replyCount(below id: CommentID) -> Int {
    counted.count(in: id.index + 1..<id.index + document[id].subtreeSize)
  }

  /// The number of `id`, from 1; `nil` for what is not counted; O(comments / 64).
  func number(of id: CommentID) -> Int? {
    counted.contains(id) ? counted.count(in: 0..<id.index + 1) : nil
  }

  /// The comment with this number, from 1 to `commentCount`, the nearest for others; `nil` if there
  /// is none; O(comments / 64).
  func comment(number: Int) -> CommentID? { counted.element(at: number - 1) }

  /// Those that count, in page order; O(comments).
  var countedComments: [Comment] {
    document.commentIDs.filter(counted.contains).map { document[$0] }
  }

  /// How many there are in words, with what the page says if it speaks of more; not that there are
  /// none as long as some may come.
  var countSentence: String {
    let declared = document.missingComments?.declared
    if commentCount > 0 {
      guard let declared, declared > commentCount else { return commentCount.counted("comment") }
      return "\(commentCount) of \(declared.counted("comment"))"
    }
    guard !document.headerless.isEmpty else {
      return isPartial
        ? "Loading" : document.next(of: .discussion) == nil ? "No comments" : "Comments not loaded"
    }
    return "\(declared?.counted("comment") ?? "Comments") in one text"
  }

  /// Those of `document` that count once `gone` ones do not; O(comments).
  static func counted(in document: Document, without gone: CommentSet) -> CommentSet {
    var counted = CommentSet(all: document.comments.count)
    for (index, comment) in document.comments.enumerated() where !comment.state.isComment {
      counted.remove(CommentID(index))
    }
    if !gone.isEmpty {
      for id in document.commentIDs where gone.contains(id) { counted.remove(id) }
    }
    return counted
  }
}

extension Int {
  /// So many points: `1 point`, `-1 point`, `12 points`.
  var points: String { self == -1 ? "-1 point" : counted("point") }
}
