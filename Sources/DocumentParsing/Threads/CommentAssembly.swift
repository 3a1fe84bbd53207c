import DocumentModel

/// Turns drafts in page order into comments in pre-order.
struct CommentAssembly {
  /// The comments, those who wrote them, and what had to be guessed.
  struct Result {
    let comments: [Comment]
    let authors: [Author]
    let diagnostics: [Diagnostic]
    fileprivate let positions: [Int32]

    /// Where the draft with this number stands now.
    func place(ofDraft index: Int) -> CommentID { CommentID(Int(positions[index])) }
  }

  private(set) var drafts: [CommentDraft] = []
  private var names = NameTable()
  private var ids = NameTable()
  /// The latest draft with each number of an id, -1 if none has it.
  private var draftOfID: [Int32] = []
  /// Numbers of authors by draft, -1 if unsigned.
  private var authors: [Int32] = []
  private var entries: [ThreadEntry] = []
  /// The number of the article's author, -1 if nobody is named.
  private var articleAuthor: Int32 = -1

  /// Makes room for so many drafts.
  mutating func reserve(_ count: Int) {
    drafts.reserveCapacity(count)
    authors.reserveCapacity(count)
    entries.reserveCapacity(count)
  }

  /// Notes who wrote the article; names it before all commenters if that is before the first draft.
  mutating func setArticleAuthor(_ name: TextRange, in bytes: UnsafeRawBufferPointer) {
    articleAuthor = name.isEmpty ? -1 : names.number(name, in: bytes)
  }

  /// Takes the next draft of the page.
  ///
  /// Its names are looked up now, while they are in the processor's cache.
  mutating func add(_ draft: CommentDraft, in bytes: UnsafeRawBufferPointer) {
    let index = drafts.count
    let author = draft.author.isEmpty ? -1 : names.number(draft.author, in: bytes)
    let reference = reference(of: draft, in: bytes)
    if !draft.sourceID.isEmpty {
      let number = Int(ids.number(draft.sourceID, in: bytes))
      while draftOfID.count <= number { draftOfID.append(-1) }
      draftOfID[number] = Int32(index)
    }
    drafts.append(draft)
    authors.append(author)
    entries.append(
      ThreadEntry(
        reference: reference,
        author: author < 0 ? nil : author,
        seconds: draft.date?.seconds
      )
    )
  }

  private mutating func reference(
    of draft: CommentDraft,
    in bytes: UnsafeRawBufferPointer
  ) -> ThreadEntry.Reference {
    switch draft.reference {
    case .unstated: return .unstated
    case .root: return .root
    case .author(let name): return .author(names.number(name, in: bytes))
    case .draft(let parent): return parent < drafts.count ? .entry(Int32(parent)) : .missing
    case .depth(let depth): return .depth(Int32(clamping: depth))
    case .comment(let id):
      let number = Int(ids.number(id, in: bytes))
      let isKnown = number < draftOfID.count && draftOfID[number] >= 0
      return isKnown ? .entry(draftOfID[number]) : .missing
    }
  }

  func assemble() -> Result {
    let places = ThreadResolver.resolve(entries, nameLengths: names.names.map { Int($0.count) })
    let order = PreOrder(parents: places.lazy.map { $0.parent ?? -1 })
    var comments: [Comment] = []
    comments.reserveCapacity(drafts.count)
    var authorIDs = [Int32](repeating: -1, count: names.names.count)
    var counts: [(name: TextRange, count: Int)] = []
    for (position, original) in order.sequence.enumerated() {
      let place = places[Int(original)]
      let stated = authors[Int(original)]
      let number = stated >= 0 ? stated : place.inferredAuthor ?? -1
      if number >= 0 {
        if authorIDs[Int(number)] < 0 {
          authorIDs[Int(number)] = Int32(counts.count)
          counts.append((names.names[Int(number)], 0))
        }
        counts[Int(authorIDs[Int(number)])].count += 1
      }
      let parent = place.parent.map { CommentID(Int(order.positions[Int($0)])) }
      comments.append(
        comment(
          drafts[Int(original)],
          place,
          parent: parent,
          depth: parent.map { comments[$0.index].depth + 1 } ?? 0,
          subtreeSize: Int(order.subtreeSizes[position]),
          author: number < 0 ? nil : AuthorID(Int(authorIDs[Int(number)])),
          isStated: stated >= 0,
          isByArticleAuthor: number >= 0 && number == articleAuthor
        )
      )
    }
    return Result(
      comments: comments,
      authors: counts.map { Author(name: $0.name, commentCount: $0.count) },
      diagnostics: diagnostics(places),
      positions: order.positions
    )
  }

  private func comment(
    _ draft: CommentDraft,
    _ place: ThreadPlace,
    parent: CommentID?,
    depth: Int,
    subtreeSize: Int,
    author: AuthorID?,
    isStated: Bool,
    isByArticleAuthor: Bool
  ) -> Comment {
    var replyTo = draft.replyTo
    if case .author(let name) = draft.reference { replyTo = name }
    var missing = TextRange.empty
    if case .comment(let id) = draft.reference, place.link == .unresolved { missing = id }
    return Comment(
      parent: parent,
      depth: depth,
      subtreeSize: subtreeSize,
      author: author,
      authorship: author == nil ? .unknown : isStated ? .stated : .inferred,
      replyLink: place.link,
      state: draft.state,
      isTruncated: draft.isTruncated,
      isByArticleAuthor: draft.isByArticleAuthor || isByArticleAuthor,
      date: draft.date,
      dateText: draft.dateText,
      replyTo: replyTo,
      replyToID: missing,
      sourceID: draft.sourceID,
      url: draft.url,
      authorURL: draft.authorURL,
      blocks: draft.blocks,
      lines: draft.lines
    )
  }

  /// One note for every kind of guess, with the lines of the first.
  private func diagnostics(_ places: [ThreadPlace]) -> [Diagnostic] {
    var counts = (authors: 0, inferred: 0, unresolved: 0)
    var first: (authors: Int?, inferred: Int?, unresolved: Int?)
    for (index, place) in places.enumerated() {
      if place.inferredAuthor != nil {
        counts.authors += 1
        first.authors = first.authors ?? index
      }
      if place.link == .inferred {
        counts.inferred += 1
        first.inferred = first.inferred ?? index
      } else if place.link == .unresolved {
        counts.unresolved += 1
        first.unresolved = first.unresolved ?? index
      }
    }
    func note(_ severity: Diagnostic.Severity, _ message: String, _ index: Int?) -> Diagnostic? {
      guard let index else { return nil }
      let lines = drafts[index].lines
      return Diagnostic(
        severity,
        message,
        lines: lines.isEmpty ? nil : Int(lines.lowerBound)...Int(lines.upperBound) - 1
      )
    }
    return [
      note(.note, "authors worked out from later replies: \(counts.authors)", first.authors),
      note(.note, "replies placed by names, dates and order: \(counts.inferred)", first.inferred),
      note(
        .warning,
        "replies whose comment is not on the page: \(counts.unresolved)",
        first.unresolved
      ),
    ].compactMap { $0 }
  }
}

/// The order in which every comment is followed by its whole subtree, siblings as on the page.
struct PreOrder {
  /// Original indices in pre-order.
  private(set) var sequence: [Int32] = []
  /// The place in `sequence` of every original index.
  private(set) var positions: [Int32]
  /// The sizes of subtrees, by place in `sequence`.
  private(set) var subtreeSizes: [Int32] = []

  /// Sorts a forest given by parents, -1 for roots, each earlier than its children.
  ///
  /// O(n).
  init(parents: some RandomAccessCollection<Int32>) {
    let parents = Array(parents)
    var sizes = [Int32](repeating: 1, count: parents.count)
    for index in parents.indices.reversed() where parents[index] >= 0 {
      sizes[Int(parents[index])] += sizes[index]
    }
    // A child's place: behind its parent and the subtrees of the siblings before it.
    positions = [Int32](repeating: 0, count: parents.count)
    var next = [Int32](repeating: 0, count: parents.count)
    var nextRoot: Int32 = 0
    sequence = [Int32](repeating: 0, count: parents.count)
    subtreeSizes = [Int32](repeating: 1, count: parents.count)
    for index in parents.indices {
      let parent = Int(parents[index])
      let place = parent < 0 ? nextRoot : next[parent]
      if parent < 0 { nextRoot += sizes[index] } else { next[parent] += sizes[index] }
      positions[index] = place
      next[index] = place + 1
      sequence[Int(place)] = Int32(index)
      subtreeSizes[Int(place)] = sizes[index]
    }
  }
}
