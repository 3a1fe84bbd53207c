import DocumentModel

/// A document read again, with the comments that are gone since it was last read.
///
/// Comments match by id, else by author, date and first words. A comment that is gone keeps its
/// place; one that was deleted keeps its text. A comment counts as gone only if what was read would
/// have shown it. O(size of both).
package struct DocumentRefresh: Sendable {
  /// The new document, including the comments that are gone.
  package let document: Document
  /// For each comment of the old document its place in the new one.
  package let places: [CommentID]
  /// The comments that are new.
  package let new: [CommentID]
  /// The comments whose text has changed.
  package let changed: [CommentID]
  /// The comments that are gone.
  package let gone: [CommentID]
  /// The comments of the old document that were not found, those that are gone among them.
  package let missing: [CommentID]
  /// Whether the text of the article has changed.
  package let isArticleChanged: Bool

  /// Compares `old` with `fresh`, the same document read again; `nil` if the texts exceed 4 GiB
  /// together.
  ///
  /// `hasGaps`: `fresh` lacks parts that `old` has, perhaps between others.
  package init?(_ old: Document, _ fresh: Document, hasGaps: Bool = false) {
    var plan = RefreshPlan(old, fresh, hasGaps: hasGaps)
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
      // A placeholder that is gone maps to the comment before it.
      standing[count + index] =
        newer >= 0 ? standing[Int(newer)] : index > 0 ? standing[count + index - 1] : 0
    }
    document = joined.finish(
      missingComments: fresh.missingComments,
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
    missing = plan.missing.map { CommentID(standing[$0]) }.sorted()
    isArticleChanged =
      fresh.texts(of: fresh.blocks(of: fresh.article))
      != old.texts(of: old.blocks(of: old.article))
  }
}

/// Places the comments one by one.
///
/// Nodes are the comments of the new document, then those of the old one.
private struct RefreshPlan {
  let old: Document
  let fresh: Document
  let matches: CommentMatches
  private(set) var forest: CommentForest
  /// The nodes of comments that are gone.
  private(set) var gone: [Int] = []
  /// The nodes of comments that were not found.
  private(set) var missing: [Int] = []
  /// The nodes of comments that were deleted: their old texts are kept.
  private var deleted: Set<Int> = []
  private var isKept: [Bool]
  private let hasGaps: Bool

  init(_ old: Document, _ fresh: Document, hasGaps: Bool) {
    self.old = old
    self.fresh = fresh
    self.hasGaps = hasGaps
    matches = .refresh(old, fresh)
    forest = CommentForest(count: fresh.comments.count + old.comments.count)
    isKept = [Bool](repeating: false, count: old.comments.count)
    for (index, comment) in fresh.comments.enumerated() {
      forest.append(index, to: comment.parent?.index)
    }
    for (index, comment) in fresh.comments.enumerated() where comment.state == .deleted {
      let older = matches.olderOf[index]
      guard older >= 0, old.comments[Int(older)].state == .shown else { continue }
      deleted.insert(index)
      gone.append(index)
      missing.append(index)
    }
  }

  /// Inserts the comments of the old document that the new one lacks.
  mutating func keepWhatIsMissing() {
    let count = fresh.comments.count
    var isGone = [Bool](repeating: false, count: old.comments.count)
    let reach = RefreshReach(old, fresh, matches, hasGaps: hasGaps)
    for (index, comment) in old.comments.enumerated() where matches.newerOf[index] < 0 {
      guard comment.state.isComment || comment.subtreeSize > 1 else { continue }
      let parent = parent(of: comment)
      let before = old.previousSibling(of: CommentID(index)).flatMap { node(of: $0) }
      let isBeside = before.map { forest.parent(of: $0) == parent } ?? false
      let top = parent == nil ? fresh.headerless.last?.index : nil
      forest.insert(count + index, after: isBeside ? before : top, below: parent)
      isKept[index] = true
      // What answers a comment that may still be there may still be there as well.
      let isAboveGone = parent.map { $0 < count || isGone[$0 - count] } ?? true
      isGone[index] =
        isAboveGone && reach.covers(index, below: parent.flatMap { $0 < count ? $0 : nil })
      guard comment.state.isComment else { continue }
      missing.append(count + index)
      if isGone[index] { gone.append(count + index) }
    }
  }

  /// The node of a comment of the old document, `nil` if it was left out.
  private func node(of id: CommentID) -> Int? {
    let newer = matches.newerOf[id.index]
    if newer >= 0 { return Int(newer) }
    return isKept[id.index] ? fresh.comments.count + id.index : nil
  }

  /// The node of the nearest kept ancestor of a comment of the old document.
  private func parent(of comment: Comment) -> Int? {
    var parent = comment.parent
    while let id = parent {
      if let node = node(of: id) { return node }
      parent = old[id].parent
    }
    return nil
  }

  /// The comment to use for an entry.
  func piece(_ entry: CommentForest.Entry) -> JoinedDocument.Piece {
    let count = fresh.comments.count
    let isOld = entry.node >= count
    let comment = isOld ? old.comments[entry.node - count] : fresh.comments[entry.node]
    let link: ReplyLink =
      comment.replyLink.isRoot == (entry.parent == nil)
      ? comment.replyLink : entry.parent == nil ? .unresolved : .inferred
    let kept = deleted.contains(entry.node) ? Int(matches.olderOf[entry.node]) : nil
    return JoinedDocument.Piece(
      isSecond: isOld || kept != nil,
      comment: CommentID(kept ?? (isOld ? entry.node - count : entry.node)),
      parent: entry.parent,
      link: link
    )
  }

  /// The nodes of comments whose text has changed.
  var changed: [Int] {
    fresh.comments.indices.filter { index in
      let older = matches.olderOf[index]
      guard older >= 0, !deleted.contains(index) else { return false }
      let (own, before) = (fresh.comments[index], old.comments[Int(older)])
      guard own.state.isComment, before.state.isComment, own.isTruncated == before.isTruncated
      else { return false }
      return fresh.texts(of: fresh.blocks(of: own)) != old.texts(of: old.blocks(of: before))
    }
  }
}

extension Document {
  /// The texts of some blocks.
  fileprivate func texts(of blocks: ArraySlice<Block>) -> [String] {
    blocks.map { text(of: $0) }
  }
}
