import DocumentModel

/// Turns drafts in page order into comments in pre-order.
struct CommentAssembly {
  /// The comments, those who wrote them, and what had to be guessed.
  struct Result {
    let comments: [Comment]
    /// The post that opens the discussion.
    let opening: Comment?
    let authors: [Author]
    let badges: [TextRange]
    let diagnostics: [Diagnostic]
    fileprivate let order: PreOrder
    fileprivate let openingPlace: Int?
    /// How many comments each rule of `ThreadResolver` placed, in the order of the rules.
    let placed: [(rule: ThreadRule, count: Int)]

    /// Where the draft with this number stands now; `nil` for the one that opens the discussion.
    func place(ofDraft index: Int) -> CommentID? {
      let position = Int(order.positions[index])
      return position == openingPlace ? nil : CommentID(position, without: openingPlace)
    }
  }

  /// The comments in page order, not yet in their places.
  private var comments: [Comment] = []
  private var names = NameTable()
  private var ids = NameTable()
  /// The latest draft with each number of an id, -1 if none has it.
  private var draftOfID: [Int32] = []
  private var entries: [ThreadEntry] = []
  private var badges: [TextRange] = []
  /// The draft that opens the discussion.
  private var opening: Int32?
  /// The number of the article's author, -1 if nobody is named.
  private var articleAuthor: Int32 = -1

  /// How many drafts there were so far.
  var count: Int { comments.count }

  /// Makes room for so many drafts.
  mutating func reserve(_ count: Int) {
    comments.reserveCapacity(count)
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
    let author = draft.author.isEmpty ? -1 : names.number(draft.author, in: bytes)
    let reference = reference(of: draft, in: bytes)
    if !draft.sourceID.isEmpty {
      let number = Int(ids.number(draft.sourceID, in: bytes))
      while draftOfID.count <= number { draftOfID.append(-1) }
      draftOfID[number] = Int32(count)
    }
    if draft.state == .opening, opening == nil { opening = Int32(count) }
    comments.append(draft.comment)
    if !draft.badges.isEmpty {
      let first = Int32(badges.count)
      badges += draft.badges
      comments[count - 1].badges = first..<Int32(badges.count)
    }
    entries.append(
      ThreadEntry(
        reference: reference,
        author: author < 0 ? nil : author,
        seconds: draft.date?.seconds,
        isHeaderless: draft.state == .headerless
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
    case .draft(let parent): return parent < count ? .entry(Int32(parent)) : .missing
    case .depth(let depth): return .depth(Int32(clamping: depth))
    case .likelyDepth(let depth): return .likelyDepth(Int32(clamping: depth))
    case .lost: return .lost
    case .comment(let id):
      let number = Int(ids.number(id, in: bytes))
      let isKnown = number < draftOfID.count && draftOfID[number] >= 0
      return isKnown ? .entry(draftOfID[number]) : .missing
    }
  }

  /// Puts all comments in their places; leaves none behind.
  ///
  /// `countsRules` asks for `placed`, which is empty otherwise.
  mutating func assemble(_ policy: ThreadPolicy, countsRules: Bool) -> Result {
    let places = ThreadResolver.resolve(
      entries,
      nameLengths: names.names.map { Int($0.count) },
      policy: policy
    )
    let opening = opening.flatMap { places[Int($0)].parent == nil ? $0 : nil }
    let order = PreOrder(
      parents: places.lazy.map { $0.parent == opening ? -1 : $0.parent ?? -1 }
    )
    let openingPlace = opening.map { Int(order.positions[Int($0)]) }
    var comments = self.comments
    self.comments = []
    order.arrange(&comments)
    for position in comments.indices {
      let place = places[Int(order.sequence[position])]
      let answersOpening = opening != nil && place.parent == opening
      let parent = answersOpening ? nil : place.parent.map { Int(order.positions[Int($0)]) }
      comments[position].place(
        under: parent.map { CommentID($0, without: openingPlace) },
        !answersOpening ? place.link : place.link == .stated ? .opening : .root,
        depth: parent.map { comments[$0].depth + 1 } ?? 0,
        subtreeSize: Int(order.subtreeSizes[position])
      )
      if place.link != .unresolved { comments[position].replyToID = .empty }
    }
    let authors = sign(&comments, in: order, places, openingPlace)
    let diagnostics = diagnostics(places) { comments[Int(order.positions[$0])].lines }
    let openingComment = openingPlace.map { comments.remove(at: $0).withoutText }
    return Result(
      comments: comments,
      opening: openingComment,
      authors: authors,
      badges: badges,
      diagnostics: diagnostics,
      order: order,
      openingPlace: openingPlace,
      placed: countsRules
        ? ThreadRule.allCases.map { rule in (rule, places.count { $0.rule == rule }) } : []
    )
  }

  /// Says who wrote each of the `comments` but the one at `opening`, which is the article; gives all
  /// authors in order of first appearance.
  private func sign(
    _ comments: inout [Comment],
    in order: PreOrder,
    _ places: [ThreadPlace],
    _ opening: Int?
  ) -> [Author] {
    var authorIDs = [Int32](repeating: -1, count: names.names.count)
    var counts: [(name: TextRange, count: Int)] = []
    for position in comments.indices where position != opening {
      // One post opens the discussion.
      if comments[position].state == .opening { comments[position].state = .shown }
      let original = Int(order.sequence[position])
      let stated = entries[original].author
      guard let number = stated ?? places[original].inferredAuthor else { continue }
      if authorIDs[Int(number)] < 0 {
        authorIDs[Int(number)] = Int32(counts.count)
        counts.append((names.names[Int(number)], 0))
      }
      let author = Int(authorIDs[Int(number)])
      counts[author].count += 1
      let isConcluded = stated == nil || comments[position].authorship == .inferred
      comments[position].sign(AuthorID(author), isConcluded ? .inferred : .stated)
      // What a reply calls somebody's is a comment of theirs.
      if comments[position].state == .headerless { comments[position].state = .shown }
      if number == articleAuthor { comments[position].isByArticleAuthor = true }
    }
    return counts.map { Author(name: $0.name, commentCount: $0.count) }
  }

  /// One note for every kind of guess, with the lines of the first.
  ///
  /// `lines` gives those of the comment with an index in page order.
  private func diagnostics(
    _ places: [ThreadPlace],
    lines: (Int) -> Range<Int32>
  ) -> [Diagnostic] {
    var counts = (authors: 0, inferred: 0, unresolved: 0, assumed: 0)
    var first: (headerless: Int?, authors: Int?, inferred: Int?, unresolved: Int?, assumed: Int?)
    for (index, place) in places.enumerated() {
      if entries[index].isHeaderless, place.inferredAuthor == nil {
        first.headerless = first.headerless ?? index
      }
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
      } else if place.link == .assumedRoot {
        counts.assumed += 1
        first.assumed = first.assumed ?? index
      }
    }
    func note(_ severity: Diagnostic.Severity, _ message: String, _ index: Int?) -> Diagnostic? {
      guard let index else { return nil }
      let lines = lines(index)
      return Diagnostic(
        severity,
        message,
        lines: lines.isEmpty ? nil : Int(lines.lowerBound)...Int(lines.upperBound) - 1
      )
    }
    return [
      note(
        .warning,
        "text without a header; whose it is, and how many comments, cannot be told",
        first.headerless
      ),
      note(.note, "authors worked out from later replies: \(counts.authors)", first.authors),
      note(.note, "replies placed by names, dates and order: \(counts.inferred)", first.inferred),
      note(
        .warning,
        "replies whose comment is not on the page: \(counts.unresolved)",
        first.unresolved
      ),
      note(
        .note,
        "comments of which the text does not show whom they answer: \(counts.assumed)",
        first.assumed
      ),
    ].compactMap { $0 }
  }
}

extension CommentID {
  /// The comment at `position` of an order from which the one at `left` is taken out.
  fileprivate init(_ position: Int, without left: Int?) {
    self.init(left.map { position > $0 } == true ? position - 1 : position)
  }
}

extension Comment {
  /// The comment as what opens a discussion: its text is the article's.
  fileprivate var withoutText: Comment {
    var comment = self
    comment.blocks = 0..<0
    return comment
  }
}
