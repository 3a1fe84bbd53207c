import DocumentModel

/// What is said of that which the document does not hold.
extension Reading {
  /// The way to more at `id` itself, `nil` if there is none.
  func continuation(at id: CommentID) -> Continuation? {
    continuationIndices[id].map { document.continuations[$0] }
  }

  /// What stands in place of a comment that is not there but can be had, `nil` for any other.
  func placeholderSentence(_ id: CommentID) -> String? {
    guard document[id].state == .placeholder, let way = continuation(at: id) else { return nil }
    let noun = document[id].parent == nil ? "comment" : "reply"
    return "… \(Self.counted(way.count, noun)) · {expand} loads \(way.count == 1 ? "it" : "them")"
  }

  /// What stands below a comment of which further answers can be had, `nil` for any other.
  func repliesSentence(_ id: CommentID) -> String? {
    guard document[id].state != .placeholder, let way = continuation(at: id) else { return nil }
    return "… \(Self.counted(way.count, "reply")) · {more} loads \(way.count == 1 ? "it" : "them")"
  }

  /// What stands below all comments of `document`, of which there are `held`.
  static func threadEnd(of document: Document, holding held: Int) -> String? {
    guard let next = document.next(of: .discussion), next.comment == nil else { return nil }
    let missing = document.missingComments?.declared.flatMap { $0 > held ? $0 - held : nil }
    let part = next.count.flatMap { count in missing.flatMap { count < $0 ? "\(count)" : nil } }
    return "… \(counted(missing ?? next.count, "comment")) · {more} loads \(part ?? "them")"
  }

  /// What stands below the article of `document`.
  static func articleEnd(of document: Document) -> String? {
    document.next(of: .article).map { next in
      next.place == .after
        ? "… the article continues · {more} loads the next page"
        : "… the article starts on another page · {more} loads it"
    }
  }

  private static func counted(_ count: Int?, _ noun: String) -> String {
    let plural = noun == "reply" ? "replies" : noun + "s"
    guard let count else { return "more \(plural)" }
    return "\(count) more \(count == 1 ? noun : plural)"
  }
}

extension MissingComments {
  /// What the reader is told about comments that are not here.
  var sentence: String {
    let comments = declared?.counted("comment")
    guard let service = loadedFrom else { return "The page has \(comments ?? "comments")" }
    let name =
      service == "wpdiscuz" ? "wpDiscuz" : service.prefix(1).uppercased() + service.dropFirst()
    return "The page loads \(comments ?? "its comments") from \(name)"
  }

  /// The same where there is little room.
  var shortSentence: String {
    let count = declared?.counted("comment") ?? "comments"
    return loadedFrom.map { "\(count) at \($0)" } ?? "\(count) not loaded"
  }
}
