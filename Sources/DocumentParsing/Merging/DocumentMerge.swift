import DocumentModel

/// A document with what one of its continuations led to.
///
/// Comments that are in both are one: a place that was held for a comment, and a text that was cut,
/// give way to the comment itself. What is new stands where the continuation says, in the order it
/// came in. O(size of both).
public struct DocumentMerge: Sendable {
  /// The whole.
  public let document: Document
  /// Where each comment of the document before stands now.
  public let places: [CommentID]
  /// How many comments came in.
  public let addedCount: Int
  /// How many blocks the article gained.
  public let addedBlockCount: Int

  /// Puts `part`, to which `continuation` led, into `document`.
  ///
  /// Ways among `followed` are not offered again, so that pages which lead to each other have an
  /// end. `nil` if the texts are too long to be one document, 4 GiB.
  public init?(
    _ document: Document,
    with part: Document,
    at continuation: Continuation,
    followed: Set<Continuation.Way> = []
  ) {
    var followed = followed
    followed.insert(continuation.way.normalized)
    let thread = ThreadMerge(document, part, at: continuation)
    let blocks = continuation.subject == .article ? Self.further(part, document) : []
    guard
      var joined = JoinedDocument(
        document,
        part,
        usesSecond: thread.usesPart || !blocks.isEmpty
      )
    else { return nil }
    joined.addArticle(document.article.blocks, blocks, place: continuation.place)
    joined.addComments(thread.pieces)
    let continuations = Self.continuations(document, part, continuation, followed, thread)
    self.document = joined.finish(
      elsewhere: Self.elsewhere(document, part, thread.heldCount, continuations),
      continuations: continuations,
      diagnostics: Self.diagnostics(document, part, continuation, continuations)
    )
    places = thread.places
    addedCount = thread.addedCount
    addedBlockCount = blocks.count
  }

  /// The blocks with which `part` goes on after the article: without the head it repeats.
  private static func further(_ part: Document, _ document: Document) -> [Int32] {
    func words(_ index: Int32, _ document: Document) -> String {
      document.text[document.blocks[Int(index)].text]
    }
    func isHeading(_ index: Int32, _ document: Document) -> Bool {
      document.blocks[Int(index)].kind == .heading
    }
    var known = Set(
      document.article.blocks.filter { isHeading($0, document) }.map { words($0, document) }
    )
    known.insert(document.text[document.article.title])
    known.insert(part.text[part.article.title])
    let own = document.article.blocks.map { words($0, document) }
    var isHead = true
    return part.article.blocks.enumerated().filter { offset, index in
      let text = words(index, part)
      let isRepeated =
        offset < own.count && own[offset] == text || isHeading(index, part) && known.contains(text)
      isHead = isHead && isRepeated
      return !isHead
    }.map(\.element)
  }

  /// The ways that are left: the one that was followed gives way to those of `part`.
  private static func continuations(
    _ document: Document,
    _ part: Document,
    _ used: Continuation,
    _ followed: Set<Continuation.Way>,
    _ thread: ThreadMerge
  ) -> [Continuation] {
    var offered = followed
    var left: [Continuation] = []
    func offer(_ continuation: Continuation, at comment: CommentID?) {
      guard offered.insert(continuation.way.normalized).inserted else { return }
      var placed = continuation
      placed.comment = comment
      left.append(placed)
    }
    // Those of the document keep their places, whatever the part knows of the same pages.
    let kept = Set(document.continuations.map(\.way.normalized)).subtracting(followed)
    for continuation in document.continuations {
      if continuation.way.normalized == used.way.normalized {
        for further in part.continuations where !kept.contains(further.way.normalized) {
          // Back to where the document is from, perhaps by another address.
          if further.subject == used.subject, further.place != used.place { continue }
          // A page of an article that brings no comment knows none that the first page does not.
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

  /// What is still missing of what the pages speak of, `nil` if nothing is.
  private static func elsewhere(
    _ document: Document,
    _ part: Document,
    _ held: Int,
    _ continuations: [Continuation]
  ) -> Elsewhere? {
    let declared = document.elsewhere?.declared ?? part.elsewhere?.declared
    let isMore = continuations.contains { $0.subject == .discussion }
    let service = document.elsewhere?.loadedFrom.flatMap { isMore || held == 0 ? $0 : nil }
    let missing = declared.flatMap { $0 > held ? $0 : nil }
    return missing == nil && service == nil
      ? nil : Elsewhere(declared: missing, loadedFrom: service)
  }

  private static func diagnostics(
    _ document: Document,
    _ part: Document,
    _ used: Continuation,
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

extension Continuation.Way {
  /// The same way without what does not matter: the fragment of an address.
  public var normalized: Continuation.Way {
    guard case .page(let address) = self, let mark = address.firstIndex(of: "#") else {
      return self
    }
    return .page(String(address[..<mark]))
  }
}
