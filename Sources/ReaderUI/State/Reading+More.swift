import DocumentModel

/// What is said of that which the document does not hold.
extension Reading {
  /// The way to more at `id` itself, `nil` if there is none.
  func continuation(at id: CommentID) -> Continuation? {
    continuationPlaces[id].map { document.continuations[$0] }
  }

  /// What stands in place of a comment that is not there but can be had, `nil` for any other.
  func stubSentence(_ id: CommentID) -> String? {
    guard document[id].state == .stub, let way = continuation(at: id) else { return nil }
    let noun = document[id].parent == nil ? "comment" : "reply"
    return "… \(Self.counted(way.count, noun)) · e loads \(way.count == 1 ? "it" : "them")"
  }

  /// What stands below a comment of which further answers can be had, `nil` for any other.
  func repliesSentence(_ id: CommentID) -> String? {
    guard document[id].state != .stub, let way = continuation(at: id) else { return nil }
    return "… \(Self.counted(way.count, "reply")) · L loads \(way.count == 1 ? "it" : "them")"
  }

  /// What stands below all comments if the discussion goes on, `nil` if it does not.
  var threadEnd: String? {
    let next = document.next(of: .discussion)
    guard let next, next.comment == nil else { return nil }
    let part = next.count.flatMap { count in
      missingCount.flatMap { count < $0 ? count : nil }
    }
    let wanted = part.map { "\($0)" } ?? "them"
    return "… \(Self.counted(missingCount ?? next.count, "comment")) · L loads \(wanted)"
  }

  /// What stands below the article if it goes on, `nil` if it does not.
  var articleEnd: String? {
    document.next(of: .article) == nil ? nil : "… the article goes on · L loads the next page"
  }

  /// How many comments the page speaks of and does not hold, `nil` if that is not known.
  private var missingCount: Int? {
    document.elsewhere?.declared.flatMap { $0 > heldCount ? $0 - heldCount : nil }
  }

  private static func counted(_ count: Int?, _ noun: String) -> String {
    let plural = noun == "reply" ? "replies" : noun + "s"
    guard let count else { return "more \(plural)" }
    return "\(count) more \(count == 1 ? noun : plural)"
  }
}
