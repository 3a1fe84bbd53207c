import DocumentModel

/// A document merged with the part that one of its continuations leads to.
///
/// A comment that is in both is kept once: the complete comment replaces a placeholder or a cut text.
/// New comments go where the continuation says, in the order of the part. O(size of both).
package struct DocumentMerge: Sendable {
  /// The merged document.
  package let document: Document
  /// For each comment of the original document its place in the merged one.
  package let places: [CommentID]
  /// The comments of the merged document that the part holds, whether they are new or not.
  package let held: [CommentID]
  /// How many comments were added.
  package let addedCount: Int
  /// How many blocks were added to the article.
  package let addedBlockCount: Int

  /// Merges `part`, to which `continuation` leads, into `document`.
  ///
  /// Continuations in `followed` are dropped, so that pages which link to each other end. `nil` if
  /// the texts exceed 4 GiB together.
  package init?(
    _ document: Document,
    with part: Document,
    at continuation: Continuation,
    followed: Set<Continuation.Link> = []
  ) {
    var followed = followed
    followed.insert(continuation.link.normalized)
    let thread = ThreadMerge(document, part, at: continuation)
    let opens = document.opening == nil && part.opening != nil
    let blocks =
      continuation.subject == .article
      ? Self.further(part, document)
      : opens && document.article.blocks.isEmpty ? Array(part.article.blocks) : []
    guard
      var joined = JoinedDocument(
        document,
        part,
        usesSecond: thread.usesPart || opens || !blocks.isEmpty
      )
    else { return nil }
    joined.addArticle(document.article.blocks, blocks, place: continuation.place)
    joined.addComments(thread.pieces)
    let continuations = Self.continuations(
      of: document,
      and: part,
      following: continuation,
      followed: followed,
      thread
    )
    self.document = joined.finish(
      missingComments: Self.missingComments(
        of: document,
        and: part,
        held: thread.heldCount,
        continuations
      ),
      continuations: continuations,
      diagnostics: Self.diagnostics(
        of: document,
        and: part,
        following: continuation,
        continuations
      )
    )
    places = thread.places
    held = part.commentIDs.filter { part[$0].state.isComment && part[$0].state != .deleted }
      .map { thread.partPlaces[$0.index] }
    addedCount = thread.addedCount
    addedBlockCount = blocks.count
  }

  /// The blocks of `part` that continue the article, without the head that pages repeat.
  private static func further(_ part: Document, _ document: Document) -> [Int32] {
    let own = document.blocks(of: document.article)
    var known = Set(own.filter { $0.kind == .heading }.map { document.text(of: $0) })
    known.insert(document.title)
    known.insert(part.title)
    let texts = own.map { document.text(of: $0) }
    let further = part.blocks(of: part.article)
    let isRepeated = further.enumerated().map { offset, block in
      let text = part.text(of: block)
      return offset < texts.count && texts[offset] == text
        || block.kind == .heading && known.contains(text)
    }
    return Array(part.article.blocks.dropFirst(isRepeated.prefix { $0 }.count))
  }

  /// The remaining continuations: those of `part` replace the one that was followed.
  private static func continuations(
    of document: Document,
    and part: Document,
    following used: Continuation,
    followed: Set<Continuation.Link>,
    _ thread: ThreadMerge
  ) -> [Continuation] {
    var offered = followed
    var left: [Continuation] = []
    func offer(_ continuation: Continuation, at comment: CommentID?) {
      guard offered.insert(continuation.link.normalized).inserted else { return }
      var placed = continuation
      placed.comment = comment
      left.append(placed)
    }
    // The document's own continuations keep their places, whatever the part says of the same pages.
    let kept = Set(document.continuations.map(\.link.normalized)).subtracting(followed)
    for continuation in document.continuations {
      if continuation.link.normalized == used.link.normalized {
        for further in part.continuations where !kept.contains(further.link.normalized) {
          // It leads back to the document, perhaps by another address.
          if further.subject == used.subject, further.place != used.place { continue }
          // A further page of an article without new comments knows of no others.
          if used.subject == .article, further.subject == .discussion, thread.addedCount == 0 {
            continue
          }
          offer(further, at: thread.place(of: further))
        }
      } else {
        offer(continuation, at: continuation.comment.map { thread.places[$0.index] })
      }
    }
    return left
  }

  /// The comments that are still missing, `nil` if none are.
  private static func missingComments(
    of document: Document,
    and part: Document,
    held: Int,
    _ continuations: [Continuation]
  ) -> MissingComments? {
    let declared = document.missingComments?.declared ?? part.missingComments?.declared
    let isMore = continuations.contains { $0.subject == .discussion }
    let service = document.missingComments?.loadedFrom.flatMap { isMore || held == 0 ? $0 : nil }
    let missing = declared.flatMap { $0 > held ? $0 : nil }
    return missing == nil && service == nil
      ? nil : MissingComments(declared: missing, loadedFrom: service)
  }

  private static func diagnostics(
    of document: Document,
    and part: Document,
    following used: Continuation,
    _ continuations: [Continuation]
  ) -> [Diagnostic] {
    let outdated = Set(
      (document.continuations + part.continuations + [used]).compactMap { Diagnostic.about([$0]) }
    )
    let emptiness: Diagnostic? = part.comments.isEmpty ? nil : .holdsNoComments
    var notes = document.diagnostics.filter { !outdated.contains($0) && $0 != emptiness }
    for warning in part.diagnostics where warning.severity == .warning {
      let note = Diagnostic(.warning, warning.message)
      if !notes.contains(note) { notes.append(note) }
    }
    if let note = Diagnostic.about(continuations) { notes.append(note) }
    return notes
  }
}

extension Continuation.Link {
  /// The same link without the fragment of its address.
  package var normalized: Continuation.Link {
    guard case .page(let address) = self, let mark = address.firstIndex(of: "#") else {
      return self
    }
    return .page(String(address[..<mark]))
  }
}
