import DocumentModel

/// Where the comments of a document and of a part that came later stand when they are one thread.
struct ThreadMerge {
  /// The comments of both in pre-order.
  let pieces: [JoinedDocument.Piece]
  /// Where each comment of the document stands.
  let places: [CommentID]
  /// Where each comment of the part stands.
  let partPlaces: [CommentID]
  /// How many comments the part adds.
  let addedCount: Int
  /// Whether anything of the part is used.
  let usesPart: Bool
  /// How many comments there are now that are more than a place.
  let heldCount: Int
  private let comment: CommentID?

  /// The thread of `document` with the comments of `part`, to which `continuation` led.
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
    if let stub = plan.replaced, standing[stub] < 0 {
      let first = plan.firstAtStub.map { standing[$0] } ?? 0
      standing[stub] = max(0, first)
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

  /// The comment that a continuation of the part is about; one about none is about what the
  /// continuation was that led to the part.
  func place(of continuation: Continuation) -> CommentID? {
    continuation.comment.map { partPlaces[$0.index] } ?? comment
  }
}

/// The decisions of a merge, comment by comment.
///
/// Nodes are the comments of the document, then those of the part.
private struct MergePlan {
  let document: Document
  let part: Document
  let continuation: Continuation
  let matches: CommentMatches
  private(set) var forest: CommentForest
  /// The place held for what came, if that is no longer needed.
  private(set) var replaced: Int?
  /// The first comment that stands in that place.
  private(set) var firstAtStub: Int?
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

  /// Puts in what is new of the part.
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
        if let stub, document[stub].parent?.index == above {
          // A page that goes on with a thread begins with the comment the place is below.
          forest.insert(node, after: last, below: above)
          if firstAtStub == nil { firstAtStub = node }
          last = node
        } else {
          forest.append(node, to: above)
        }
      } else if comment.replyLink == .unresolved,
        let (parent, link) = found.answered(by: comment, in: part)
      {
        forest.append(node, to: parent.index)
        links[node] = link
      } else if let stub {
        let parent = document[stub].parent
        forest.insert(node, after: last, below: parent?.index)
        if firstAtStub == nil { firstAtStub = node }
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
    replaceStub()
  }

  /// Puts text without a header above all comments; returns what new comments stand behind, if they
  /// stand at a place that is held or before all that is there.
  private mutating func placeHeaderless() -> Int? {
    var last = document.headerless.last?.index
    for id in part.headerless where matches.olderOf[id.index] < 0 {
      let node = document.comments.count + id.index
      forest.insert(node, after: last, below: nil)
      last = node
    }
    let before = stub.flatMap { document.previousSibling(of: $0)?.index }
    let isFirst =
      before.map { document.comments[$0].state == .headerless }
      ?? (stub.flatMap { document[$0].parent } == nil)
    return isFirst ? last : before
  }

  /// The place that is held for what came, `nil` if it holds anything itself.
  private var stub: CommentID? {
    guard let comment = continuation.comment, document[comment].state == .stub,
      document[comment].subtreeSize == 1, matches.newerOf[comment.index] < 0
    else { return nil }
    return comment
  }

  /// Takes the place away if something stands in it and no more is to come there.
  private mutating func replaceStub() {
    guard let stub, firstAtStub != nil, !forest.hasAnswers(stub.index) else { return }
    let goesOn = part.continuations.contains { $0.subject == .discussion && $0.comment == nil }
    guard !goesOn else { return }
    forest.leaveOut(stub.index)
    replaced = stub.index
  }

  /// The comment that stands there: the part's in place of one that is there by name or half.
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
    if other.state == .stub { return comment.state != .stub }
    return other.isTruncated && !comment.isTruncated && comment.state == .shown
  }
}

/// Finds the comments that replies answer which lost them.
private struct AnsweredComments {
  private let document: Document
  private var byAuthor: [String: [CommentID]] = [:]
  private var byID: [String: CommentID] = [:]

  init(_ document: Document) {
    self.document = document
    for id in document.commentIDs {
      let comment = document[id]
      document.id(of: comment).map { byID[$0] = id }
      if comment.author != nil { byAuthor[document.author(of: comment), default: []].append(id) }
    }
  }

  /// The comment that an unresolved reply answers, `nil` if it is not there: the one whose id it
  /// gives, else the latest that is not younger by whom it names.
  func answered(by reply: Comment, in part: Document) -> (CommentID, ReplyLink)? {
    if let stated = byID[part.text[reply.replyToID]] { return (stated, .stated) }
    guard !reply.replyTo.isEmpty, let theirs = byAuthor[part.text[reply.replyTo]] else {
      return nil
    }
    let older = theirs.filter { id in
      guard let own = reply.date, let date = document[id].date else { return true }
      return date.seconds <= own.seconds
    }
    return (older.last ?? theirs.last).map { ($0, theirs.count == 1 ? .stated : .inferred) }
  }
}
