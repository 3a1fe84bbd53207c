import DocumentModel

/// The order of the comments of a document and a part in the merged thread.
struct ThreadMerge {
  /// The comments of both in pre-order.
  let pieces: [JoinedDocument.Piece]
  /// For each comment of the document its place in the merged thread.
  let places: [CommentID]
  /// For each comment of the part its place in the merged thread.
  let partPlaces: [CommentID]
  /// How many comments the part adds.
  let addedCount: Int
  /// Whether anything of the part is used.
  let usesPart: Bool
  /// How many comments the merged thread holds, placeholders not counted.
  let heldCount: Int
  private let comment: CommentID?

  /// Merges the comments of `part`, to which `continuation` leads, into the thread of `document`.
  init(_ document: Document, _ part: Document, at continuation: Continuation) {
    var plan = MergePlan(document, part, at: continuation)
    plan.place()
    let order = plan.forest.preOrder
    let count = document.comments.count
    var standing = [Int](repeating: -1, count: count + part.comments.count)
    for (place, entry) in order.enumerated() { standing[entry.node] = place }
    for index in part.comments.indices {
      let own = plan.matches.olderOf[index]
      if own >= 0 { standing[count + index] = standing[Int(own)] }
    }
    if let placeholder = plan.replaced, standing[placeholder] < 0 {
      let first = plan.firstAtPlaceholder.map { standing[$0] } ?? 0
      standing[placeholder] = max(0, first)
    }
    pieces = order.map { entry in plan.piece(entry) }
    places = standing[..<count].map { CommentID($0) }
    partPlaces = standing[count...].map { CommentID($0) }
    addedCount = order.count {
      $0.node >= count && part.comments[$0.node - count].state.isComment
    }
    usesPart = pieces.contains(where: \.isSecond)
    heldCount = pieces.count {
      ($0.isSecond ? part[$0.comment] : document[$0.comment]).state.isComment
    }
    comment = continuation.comment.map { [places] in places[$0.index] }
  }

  /// The comment a continuation of the part belongs to; by default the one that the continuation
  /// which led to the part belongs to.
  func place(of continuation: Continuation) -> CommentID? {
    continuation.comment.map { partPlaces[$0.index] } ?? comment
  }
}

/// Places the comments one by one.
///
/// Nodes are the comments of the document, then those of the part.
private struct MergePlan {
  let document: Document
  let part: Document
  let continuation: Continuation
  let matches: CommentMatches
  private(set) var forest: CommentForest
  /// The placeholder that the part replaces, if it does.
  private(set) var replaced: Int?
  /// The first comment that takes its place.
  private(set) var firstAtPlaceholder: Int?
  private var links: [ReplyLink]

  init(_ document: Document, _ part: Document, at continuation: Continuation) {
    self.document = document
    self.part = part
    self.continuation = continuation
    matches = CommentMatches(document, part)
    let count = document.comments.count
    forest = CommentForest(count: count + part.comments.count)
    links = document.comments.map(\.replyLink) + part.comments.map(\.replyLink)
    for (index, comment) in document.comments.enumerated() {
      forest.append(index, to: comment.parent?.index)
    }
  }

  /// Inserts the new comments of the part.
  mutating func place() {
    let count = document.comments.count
    let found = AnsweredComments(document)
    var last = placeHeaderless()
    for (index, comment) in part.comments.enumerated()
    where comment.state != .headerless && matches.olderOf[index] < 0 {
      let node = count + index
      if let parent = comment.parent {
        let own = matches.olderOf[parent.index]
        let above = own >= 0 ? Int(own) : count + parent.index
        if let placeholder, document[placeholder].parent?.index == above {
          // A page that continues a thread begins with the parent of the placeholder.
          forest.insert(node, after: last, below: above)
          if firstAtPlaceholder == nil { firstAtPlaceholder = node }
          last = node
        } else {
          forest.append(node, to: above)
        }
      } else if comment.replyLink == .unresolved,
        let (parent, link) = found.answered(by: comment, in: part)
      {
        forest.append(node, to: parent?.index)
        links[node] = link
      } else if let placeholder {
        let parent = document[placeholder].parent
        forest.insert(node, after: last, below: parent?.index)
        if firstAtPlaceholder == nil { firstAtPlaceholder = node }
        last = node
        if parent != nil { links[node] = .stated }
      } else if continuation.comment == nil, continuation.place == .before {
        forest.insert(node, after: last, below: nil)
        last = node
      } else {
        forest.append(node, to: continuation.comment?.index)
        if continuation.comment != nil { links[node] = .stated }
      }
    }
    replacePlaceholder()
  }

  /// Inserts text without a header before all comments; returns the node after which new comments
  /// go if they replace a placeholder or come before all others.
  private mutating func placeHeaderless() -> Int? {
    var last = document.headerless.last?.index
    for id in part.headerless where matches.olderOf[id.index] < 0 {
      let node = document.comments.count + id.index
      forest.insert(node, after: last, below: nil)
      last = node
    }
    let before = placeholder.flatMap { document.previousSibling(of: $0)?.index }
    let isFirst =
      before.map { document.comments[$0].state == .headerless }
      ?? (placeholder.flatMap { document[$0].parent } == nil)
    return isFirst ? last : before
  }

  /// The placeholder of the continuation, `nil` if the part holds that comment or it has replies.
  private var placeholder: CommentID? {
    guard let comment = continuation.comment, document[comment].state == .placeholder,
      document[comment].subtreeSize == 1, matches.newerOf[comment.index] < 0
    else { return nil }
    return comment
  }

  /// Removes the placeholder if comments replace it and no more are to come there.
  private mutating func replacePlaceholder() {
    guard let placeholder, firstAtPlaceholder != nil, !forest.hasReplies(placeholder.index) else {
      return
    }
    let goesOn = part.continuations.contains { $0.subject == .discussion && $0.comment == nil }
    guard !goesOn else { return }
    forest.remove(placeholder.index)
    replaced = placeholder.index
  }

  /// The comment to use for an entry: the part's if the document has only a placeholder or a cut text.
  func piece(_ entry: CommentForest.Entry) -> JoinedDocument.Piece {
    let count = document.comments.count
    let link = links[entry.node]
    if entry.node >= count {
      let comment = CommentID(entry.node - count)
      return JoinedDocument.Piece(
        isSecond: true,
        comment: comment,
        parent: entry.parent,
        link: link
      )
    }
    let newer = matches.newerOf[entry.node]
    let isBetter =
      newer >= 0 && Self.isMore(part.comments[Int(newer)], than: document.comments[entry.node])
    return JoinedDocument.Piece(
      isSecond: isBetter,
      comment: CommentID(isBetter ? Int(newer) : entry.node),
      parent: entry.parent,
      link: link
    )
  }

  private static func isMore(_ comment: Comment, than other: Comment) -> Bool {
    if other.state == .placeholder { return comment.state != .placeholder }
    return other.isTruncated && !comment.isTruncated && comment.state == .shown
  }
}

/// Finds the parents of unresolved replies of the part.
private struct AnsweredComments {
  private let document: Document
  private var byAuthor: [String: [CommentID]] = [:]
  private var byID: [String: CommentID] = [:]
  /// The author and the id of the post that opens the discussion.
  private let opening: (author: String, id: String)?

  init(_ document: Document) {
    self.document = document
    opening = document.opening.map { opening in
      (document.text[document.article.author], document.text[opening.sourceID])
    }
    for id in document.commentIDs {
      let comment = document[id]
      document.id(of: comment).map { byID[$0] = id }
      if let name = document.name(of: comment) { byAuthor[name, default: []].append(id) }
    }
  }

  /// The parent of an unresolved reply, `nil` if it is not there: the comment with the id it gives,
  /// else the latest comment by the author it names that is not younger.
  ///
  /// No comment: it answers the post that opens the discussion.
  func answered(by reply: Comment, in part: Document) -> (CommentID?, ReplyLink)? {
    let id = part.text[reply.replyToID]
    if let stated = byID[id] { return (stated, .stated) }
    let name = part.text[reply.replyTo]
    let isOpener = opening?.author == name
    if !id.isEmpty && opening?.id == id { return (nil, .opening) }
    guard !name.isEmpty else { return nil }
    guard let theirs = byAuthor[name] else { return isOpener ? (nil, .opening) : nil }
    let older = theirs.filter { id in
      guard let own = reply.date, let date = document[id].date else { return true }
      return date.seconds <= own.seconds
    }
    return (older.last ?? theirs.last).map {
      ($0, theirs.count == 1 && !isOpener ? .stated : .inferred)
    }
  }
}
