import DocumentModel

/// Walks over all texts of a document that are searched, in reading order.
struct SearchPlaces: Sendable {
  /// What is walked over.
  let document: Document
  private let completed: [CompletedText]
  /// Indices into `completed`, by comment.
  private let order: [Int]

  private var nextName = 0
  private var nameHits: [Int: [TextRange]] = [:]
  private var item = -1
  private var slot: Int32 = SearchPlace(.title).slot
  private var nextCompleted = 0

  /// A walk that has not begun.
  init(_ document: Document, _ completed: [CompletedText]) {
    self.document = document
    self.completed = completed
    order = completed.indices.sorted { completed[$0].comment < completed[$1].comment }
  }

  /// Whether everything has been handed out.
  var isAtEnd: Bool { nextName == document.authors.count && item == document.comments.count }

  /// How far the walk is, 0 to 1.
  var progress: Double { Double(item + 1) / Double(document.comments.count + 1) }

  /// The document that holds the texts of `part`.
  func document(ofPart part: Int32) -> Document {
    part < 0 ? document : completed[Int(part)].document
  }

  /// The next author whose name is to be searched, before all texts; `nil` after the last.
  mutating func nextAuthor() -> AuthorID? {
    guard nextName < document.authors.count else { return nil }
    defer { nextName += 1 }
    return AuthorID(nextName)
  }

  /// Keeps the hits in a name for every comment of that author.
  mutating func noteHits(_ ranges: [TextRange], inNameOf author: AuthorID) {
    nameHits[author.index] = ranges
  }

  /// Puts the next texts into `segment`, about `bytes` of them; `false` if there are none.
  mutating func fill(_ segment: inout SearchSegment, bytes: Int) -> Bool {
    segment.removeAll()
    while item < document.comments.count {
      if slot < 0, !enterItem(&segment) { return true }
      let part = self.part
      let blocks = part < 0 ? ownBlocks : completed[Int(part)].blocks
      slot = max(slot, blocks.lowerBound)
      let texts = part < 0 ? document.blocks : completed[Int(part)].document.blocks
      while slot < blocks.upperBound {
        guard segment.cost < bytes else { return true }
        let range = texts[Int(slot)].text
        let place = SearchPlace(item: Int32(item), slot: slot)
        guard range.isEmpty || segment.append(range, place) else { return true }
        slot += 1
      }
      if part >= 0 { nextCompleted += 1 }
      item += 1
      slot = SearchPlace.beforeBlocks
    }
    return !segment.isEmpty
  }

  /// What stands before an item's blocks; `false` if it has to wait for the next segment.
  private mutating func enterItem(_ segment: inout SearchSegment) -> Bool {
    guard item >= 0 else {
      for (kind, range) in [
        (SearchPlace.Kind.title, document.article.title), (.byline, document.article.byline),
      ] where SearchPlace(kind).slot >= slot && !range.isEmpty {
        guard segment.append(range, SearchPlace(kind)) else {
          slot = SearchPlace(kind).slot
          return false
        }
      }
      slot = 0
      return true
    }
    let names = document.comments[item].author.flatMap { nameHits[$0.index] } ?? []
    guard segment.isEmpty || names.isEmpty && segment.part == part else { return false }
    segment.part = part
    let place = SearchPlace(.author(CommentID(item)))
    segment.nameHits = names.map { SearchHit(range: $0, place: place) }
    slot = 0
    return true
  }

  private var ownBlocks: Range<Int32> {
    item < 0 ? document.article.blocks : document.comments[item].blocks
  }

  /// Index of the completed text that stands for the item's own, -1 without one.
  private var part: Int32 {
    guard nextCompleted < order.count, completed[order[nextCompleted]].comment.index == item else {
      return -1
    }
    return Int32(order[nextCompleted])
  }
}
