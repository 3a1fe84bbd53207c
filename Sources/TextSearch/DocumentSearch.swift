import DocumentModel

/// The hits of a pattern in a document, found slice by slice in reading order.
///
/// Title, byline and blocks of the article, then of each comment the author's name and the blocks.
/// Headers, dates and whatever else the arena holds between them are not searched. `advance` until
/// it says `true`; what has been found so far can be used in between.
public struct DocumentSearch: Sendable {
  /// What is searched for.
  public let pattern: SearchPattern
  /// The hits found so far, in reading order.
  public internal(set) var hits: [SearchHit] = []
  /// What is searched.
  public var document: Document { places.document }
  /// Whether everything has been searched.
  public var isDone: Bool { places.isAtEnd || isTooCostly }
  /// Whether the search was given up because the pattern asks for too many steps.
  public private(set) var isTooCostly = false
  /// How much has been searched, 0 to 1.
  public var progress: Double { isDone ? 1 : places.progress }

  var places: SearchPlaces

  /// A search in `document` that has not begun.
  ///
  /// - Parameters:
  ///   - pattern: What to search for.
  ///   - document: Where.
  ///   - completed: Texts to search in place of comments' own, at most one a comment.
  ///   - scalars: Those of `document`, if they are known: the search is the faster for it.
  public init(
    _ pattern: SearchPattern,
    in document: Document,
    completed: [CompletedText] = [],
    scalars: ScalarSet? = nil
  ) {
    // What is completed comes from other documents, with other scalars.
    self.pattern = scalars.flatMap { completed.isEmpty ? pattern.narrowed(to: $0) : nil } ?? pattern
    places = SearchPlaces(document, completed)
  }

  /// Searches about `budget` bytes more; whether all is done.
  ///
  /// A megabyte takes less than a millisecond for words, some for expressions. A block is searched
  /// in one go, however long it is.
  public mutating func advance(bytes budget: Int = 1 << 20) -> Bool {
    let matcher = PatternMatcher()
    var left = budget
    while left > 0, !isDone {
      if let authors = places.nextAuthors() {
        searchNames(of: authors, matcher)
        left -= authors.count * Self.overhead
      } else if let segment = places.nextSegment(bytes: min(left, 1 << 20)) {
        left -= search(segment, matcher) + Self.overhead
      }
    }
    return isDone
  }

  /// Searches all that is left.
  public mutating func finish() {
    while !advance(bytes: .max) {}
  }

  /// What beginning to search a text costs, in bytes searched.
  private static let overhead = 256

  private mutating func searchNames(of authors: Range<Int>, _ matcher: PatternMatcher) {
    let document = self.document
    document.text.withBytes { bytes in
      for author in authors {
        let name = document.authors[author].name
        let ending = pattern.forEachMatch(in: bytes, range: name.offsets, matcher) {
          places.noteHit(TextRange($0.lowerBound, $0.upperBound), inNameOf: author)
          return true
        }
        note(ending)
      }
    }
  }

  /// Searches a piece; how many bytes that was.
  private mutating func search(_ segment: SearchSegment, _ matcher: PatternMatcher) -> Int {
    switch segment {
    case .known(let known):
      hits += known
      return 0
    case .text(let range, let place):
      let ending = document.text.withBytes {
        pattern.forEachMatch(in: $0, range: range.offsets, matcher) {
          hits.append(SearchHit(range: TextRange($0.lowerBound, $0.upperBound), place: place))
          return true
        }
      }
      note(ending)
      return Int(range.count)
    case .blocks(let range, let item, let part):
      let source = places.document(ofPart: part)
      var blocks = SegmentBlocks(
        source,
        range,
        comments: document.comments,
        item: item,
        part: part
      )
      source.text.withBytes { bytes in
        if pattern.searchesAcross {
          searchAcross(&blocks, in: bytes, matcher)
        } else {
          for index in range { search(index, of: &blocks, in: bytes, matcher) }
        }
      }
      return blocks.extent.count
    }
  }

  private mutating func search(
    _ index: Int,
    of blocks: inout SegmentBlocks,
    in bytes: UnsafeRawBufferPointer,
    _ matcher: PatternMatcher,
    from start: Int = 0
  ) {
    let text = blocks.blocks[index].text.offsets
    var matches = pattern.matches(
      in: bytes,
      range: max(start, text.lowerBound)..<text.upperBound,
      matcher
    )
    while let match = matches.next() { hits.append(blocks.hit(match, in: index)) }
    if matches.isTooCostly { note(.tooCostly) }
  }

  /// Searches all texts of the segment and what lies between them at once.
  private mutating func searchAcross(
    _ blocks: inout SegmentBlocks,
    in bytes: UnsafeRawBufferPointer,
    _ matcher: PatternMatcher
  ) {
    var matches = pattern.matches(in: bytes, range: blocks.extent, matcher)
    while let match = matches.next() {
      let index = blocks.block(startingBy: match.lowerBound)
      let end = Int(blocks.blocks[index].text.end)
      if match.upperBound <= end {
        hits.append(blocks.hit(match, in: index))
        continue
      }
      // Over the end of its text, or between two: another match may lie inside this one.
      if match.lowerBound < end {
        search(index, of: &blocks, in: bytes, matcher, from: match.lowerBound)
      }
      guard index + 1 < blocks.blocks.endIndex else { break }
      matches.resume(at: Int(blocks.blocks[index + 1].text.start))
    }
    if matches.isTooCostly { note(.tooCostly) }
  }

  private mutating func note(_ ending: SearchPattern.Ending) {
    if case .tooCostly = ending { isTooCostly = true }
  }
}
