import DocumentModel

/// A document as it is by now, with what has gone from it since it was read before.
///
/// Comments are told by their ids, else by author, date and first words. One that is there no more
/// is kept where it stood; so is the text of one that was taken down. A comment is taken for gone
/// only if the page, as far as it goes, would have shown it. O(size of both).
public struct DocumentRevision: Sendable {
  /// The document as it is by now, and what is gone.
  public let document: Document
  /// Where each comment of the document before stands now.
  public let places: [CommentID]
  /// The comments that were not there before.
  public let new: [CommentID]
  /// The comments whose text is another.
  public let changed: [CommentID]
  /// The comments that are gone.
  public let gone: [CommentID]
  /// Whether the text of the article is another.
  public let isArticleChanged: Bool

  /// What became of `old`, which now reads `fresh`; `nil` if the texts are too long to be one
  /// document, 4 GiB.
  public init?(_ old: Document, _ fresh: Document) {
    var plan = RevisionPlan(old, fresh)
    plan.keepWhatIsMissing()
    let order = plan.forest.preOrder
    let pieces = order.map { plan.piece($0) }
    guard
      var joined = JoinedDocument(fresh, old, usesSecond: pieces.contains(where: \.isSecond))
    else { return nil }
    joined.addArticle(fresh.article.blocks, [], place: .after)
    joined.addComments(pieces)
    let count = fresh.comments.count
    var standing = [Int](repeating: -1, count: count + old.comments.count)
    for (place, entry) in order.enumerated() { standing[entry.node] = place }
    let matches = plan.matches
    for index in old.comments.indices where standing[count + index] < 0 {
      let newer = matches.newerOf[index]
      // A place that was held for others is where the comment before it is.
      standing[count + index] =
        newer >= 0 ? standing[Int(newer)] : index > 0 ? standing[count + index - 1] : 0
    }
    document = joined.finish(
      elsewhere: fresh.elsewhere,
      continuations: fresh.continuations.map { continuation in
        var placed = continuation
        placed.comment = continuation.comment.map { CommentID(standing[$0.index]) }
        return placed
      },
      diagnostics: fresh.diagnostics
    )
    places = old.comments.indices.map { CommentID(max(0, standing[count + $0])) }
    new = fresh.commentIDs.filter { matches.olderOf[$0.index] < 0 && fresh[$0].state.isComment }
      .map { CommentID(standing[$0.index]) }
    changed = plan.changed.map { CommentID(standing[$0]) }
    gone = plan.gone.map { CommentID(standing[$0]) }.sorted()
    isArticleChanged =
      fresh.texts(of: fresh.article.blocks) != old.texts(of: old.article.blocks)
  }
}

/// The decisions of a revision, comment by comment.
///
/// Nodes are the comments of the document as it is by now, then those of the one before.
private struct RevisionPlan {
  let old: Document
  let fresh: Document
  let matches: CommentMatches
  private(set) var forest: CommentForest
  /// The nodes of comments that are gone.
  private(set) var gone: [Int] = []
  /// The nodes of comments that were taken down: their old texts stand in place of the new.
  private var takenDown: Set<Int> = []
  private var isKept: [Bool]

  init(_ old: Document, _ fresh: Document) {
    self.old = old
    self.fresh = fresh
    matches = .revisions(old, fresh)
    forest = CommentForest(count: fresh.comments.count + old.comments.count)
    isKept = [Bool](repeating: false, count: old.comments.count)
    for (index, comment) in fresh.comments.enumerated() {
      forest.append(index, to: comment.parent?.index)
    }
    for (index, comment) in fresh.comments.enumerated() where comment.state == .deleted {
      let older = matches.olderOf[index]
      guard older >= 0, old.comments[Int(older)].state == .shown else { continue }
      takenDown.insert(index)
      gone.append(index)
    }
  }

  /// Puts in the comments that are not there any more.
  mutating func keepWhatIsMissing() {
    let count = fresh.comments.count
    let lastFound = matches.newerOf.lastIndex { $0 >= 0 } ?? -1
    let isWhole = !fresh.continuations.contains { $0.subject == .discussion }
    let open = placesWithMore
    for (index, comment) in old.comments.enumerated() where matches.newerOf[index] < 0 {
      guard comment.state.isComment || comment.subtreeSize > 1 else { continue }
      let parent = parent(of: comment)
      let before = old.previousSibling(of: CommentID(index)).flatMap { node(of: $0) }
      let isBeside = before.map { forest.parent(of: $0) == parent } ?? false
      let top = parent == nil ? fresh.headerless.last?.index : nil
      forest.insert(count + index, after: isBeside ? before : top, below: parent)
      isKept[index] = true
      let isShownHere = parent.map { !open.contains($0) } ?? (index < lastFound)
      if comment.state.isComment, isWhole || isShownHere && index < lastFound {
        gone.append(count + index)
      }
    }
  }

  /// The comments below which there is more than the page holds.
  private var placesWithMore: Set<Int> {
    var places: Set<Int> = []
    for continuation in fresh.continuations where continuation.subject == .discussion {
      guard let comment = continuation.comment else { continue }
      places.insert(comment.index)
      if let parent = fresh[comment].parent { places.insert(parent.index) }
    }
    return places
  }

  /// The node of a comment of the document before, `nil` if it was left out.
  private func node(of id: CommentID) -> Int? {
    let newer = matches.newerOf[id.index]
    if newer >= 0 { return Int(newer) }
    return isKept[id.index] ? fresh.comments.count + id.index : nil
  }

  /// The node that a comment of the document before answers.
  private func parent(of comment: Comment) -> Int? {
    var parent = comment.parent
    while let id = parent {
      if let node = node(of: id) { return node }
      parent = old[id].parent
    }
    return nil
  }

  /// The comment that stands there.
  func piece(_ entry: CommentForest.Entry) -> JoinedDocument.Piece {
    let count = fresh.comments.count
    let isOld = entry.node >= count
    let comment = isOld ? old.comments[entry.node - count] : fresh.comments[entry.node]
    let isRoot = comment.replyLink == .root || comment.replyLink == .unresolved
    let link: ReplyLink =
      isRoot == (entry.parent == nil)
      ? comment.replyLink : entry.parent == nil ? .unresolved : .inferred
    let kept = takenDown.contains(entry.node) ? Int(matches.olderOf[entry.node]) : nil
    return JoinedDocument.Piece(
      isSecond: isOld || kept != nil,
      comment: CommentID(kept ?? (isOld ? entry.node - count : entry.node)),
      parent: entry.parent,
      link: link
    )
  }

  /// The nodes of comments whose text is another than before.
  var changed: [Int] {
    fresh.comments.indices.filter { index in
      let older = matches.olderOf[index]
      guard older >= 0, !takenDown.contains(index) else { return false }
      let (own, before) = (fresh.comments[index], old.comments[Int(older)])
      guard own.state.isComment, before.state.isComment, own.isTruncated == before.isTruncated
      else { return false }
      return fresh.texts(of: own.blocks) != old.texts(of: before.blocks)
    }
  }
}

extension Document {
  /// The texts of some blocks.
  fileprivate func texts(of blocks: Range<Int32>) -> [String] {
    blocks.map { text[self.blocks[Int($0)].text] }
  }
}
