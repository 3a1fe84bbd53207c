import DocumentModel

/// Iterates over all searched texts of a document, in reading order.
struct SearchPlaces: Sendable {
  /// The longest gap between two blocks of a segment, in bytes: searching it is cheaper than starting a
  /// new search.
  private static let widestGap: UInt32 = 1024

  /// The document.
  let document: Document
  private let completed: [CompletedText]
  /// Indices into `completed`, by comment.
  private let order: [Int]

  private var nextName = 0
  /// The hits in names, by author; empty if there are none.
  private var nameHits: [Int: [TextRange]] = [:]
  private var item = -1
  /// The next block of the item; below 0 before the texts above the blocks.
  private var slot: Int32 = SearchPlace(.title).slot
  private var nextCompleted = 0

  /// An iterator at the beginning.
  init(_ document: Document, _ completed: [CompletedText]) {
    self.document = document
    self.completed = completed
    order = completed.indices.sorted { completed[$0].comment < completed[$1].comment }
  }

  /// Whether all texts have been returned.
  var isAtEnd: Bool { nextName == document.authors.count && item == document.comments.count }

  /// The fraction of texts returned, 0 to 1.
  var progress: Double { Double(item + 1) / Double(document.comments.count + 1) }

  /// The document that holds the texts of `part`.
  func document(ofPart part: Int32) -> Document {
    part < 0 ? document : completed[Int(part)].document
  }

  /// The arena that holds the texts of `part`.
  func text(ofPart part: Int32) -> TextArena {
    part < 0 ? document.text : completed[Int(part)].document.text
  }

  /// The next authors whose names to search, which comes before all texts; `nil` after the last.
  mutating func nextAuthors() -> Range<Int>? {
    guard nextName < document.authors.count else { return nil }
    let batch = nextName..<min(nextName + 1024, document.authors.count)
    nextName = batch.upperBound
    return batch
  }

  /// Records a hit in a name, for every comment by that author.
  mutating func noteHit(_ range: TextRange, inNameOf author: Int) {
    nameHits[author, default: []].append(range)
  }

  /// The next segment, of about `bytes` at most; `nil` after the last.
  mutating func nextSegment(bytes: Int) -> SearchSegment? {
    while item < document.comments.count {
      if slot < 0 {
        guard let segment = enterItem() else { continue }
        return segment
      }
      let start = item
      let part = self.part
      let blocks = nextBlocks(ofPart: part, bytes: bytes)
      if !blocks.isEmpty { return .blocks(blocks, item: start, part: part) }
    }
    return nil
  }

  /// Moves to the end; returns how many texts are left out.
  mutating func skipRest() -> Int {
    var count = document.authors.count - nextName
    nextName = document.authors.count
    while let segment = nextSegment(bytes: .max) {
      switch segment {
      case .known: break
      case .text: count += 1
      case .blocks(let blocks, _, _): count += blocks.count
      }
    }
    return count
  }

  /// The texts above the blocks of an item.
  private mutating func enterItem() -> SearchSegment? {
    let place = SearchPlace(item: Int32(item), slot: slot)
    switch place.kind {
    case .title:
      slot += 1
      return document.article.title.isEmpty ? nil : .text(document.article.title, place)
    case .byline:
      slot += 1
      return document.article.byline.isEmpty ? nil : .text(document.article.byline, place)
    default:
      slot = 0
      guard let author = document.comments[item].author, let names = nameHits[author.index] else {
        return nil
      }
      return .known(names.map { SearchHit(range: $0, place: place) })
    }
  }

  /// The next blocks, across comments as long as they are close to each other in the arena.
  private mutating func nextBlocks(ofPart part: Int32, bytes: Int) -> Range<Int> {
    let texts = document(ofPart: part).blocks
    var range = part < 0 ? ownBlocks : completed[Int(part)].blocks
    var run = max(Int(slot), Int(range.lowerBound))..<max(Int(slot), Int(range.lowerBound))
    var first: UInt32 = 0
    while true {
      while run.upperBound < Int(range.upperBound) {
        let text = texts[run.upperBound].text
        let next = run.upperBound + 1
        if text.isEmpty, run.isEmpty {
          run = next..<next
          continue
        }
        if run.isEmpty { first = text.start }
        let last = run.isEmpty ? first : texts[run.upperBound - 1].text.end
        guard !text.isEmpty, text.start >= last, text.start - last <= Self.widestGap,
          run.isEmpty || Int(text.end - first) <= bytes
        else {
          slot = Int32(run.upperBound)
          return run
        }
        run = run.lowerBound..<next
      }
      guard leaveItem(part: part) else { return run }
      range = ownBlocks
      guard !range.isEmpty, Int(range.lowerBound) != run.upperBound else { continue }
      guard run.isEmpty else { return run }
      run = Int(range.lowerBound)..<Int(range.lowerBound)
    }
  }

  /// Moves to the next comment; returns whether its blocks may be in the same segment.
  private mutating func leaveItem(part: Int32) -> Bool {
    if part >= 0 { nextCompleted += 1 }
    let wasArticle = item < 0
    item += 1
    slot = SearchPlace.beforeBlocks
    guard !wasArticle, part < 0, item < document.comments.count, self.part < 0 else { return false }
    if !nameHits.isEmpty, let author = document.comments[item].author,
      nameHits[author.index] != nil
    {
      return false
    }
    slot = 0
    return true
  }

  private var ownBlocks: Range<Int32> {
    item < 0 ? document.article.blocks : document.comments[item].blocks
  }

  /// The index of the full text of the item, -1 if there is none.
  private var part: Int32 {
    guard nextCompleted < order.count, completed[order[nextCompleted]].comment.index == item else {
      return -1
    }
    return Int32(order[nextCompleted])
  }
}
