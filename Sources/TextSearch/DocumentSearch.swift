import DocumentModel

/// An incremental search for a pattern in a document, in reading order.
///
/// Searches the title, byline and blocks of the article, then the author's name and the blocks of each
/// comment; other text in the arena is not searched. Call `advance` until it returns `true`; the hits
/// found so far can be used in between.
public struct DocumentSearch: Sendable {
  /// The pattern.
  public let pattern: SearchPattern
  /// The hits found so far, in reading order.
  public internal(set) var hits: [SearchHit] = []
  /// The document that is searched.
  public var document: Document { places.document }
  /// Whether everything has been searched.
  public var isDone: Bool { places.isAtEnd || isTooCostly }
  /// Whether the search was stopped because the pattern takes too many steps.
  public private(set) var isTooCostly = false
  /// The fraction that has been searched, 0 to 1.
  public var progress: Double { isDone ? 1 : places.progress }

  var places: SearchPlaces

  /// A new search in `document`.
  ///
  /// - Parameters:
  ///   - pattern: The pattern to search for.
  ///   - document: The document to search.
  ///   - completed: Full texts to search instead of those of cut comments, at most one a comment.
  ///   - scalars: The scalars of `document`, if known; makes the search faster.
  public init(
    _ pattern: SearchPattern,
    in document: Document,
    completed: [CompletedText] = [],
    scalars: ScalarSet? = nil
  ) {
    // Full texts come from other documents, which hold other scalars.
    self.pattern = scalars.flatMap { completed.isEmpty ? pattern.narrowed(to: $0) : nil } ?? pattern
    places = SearchPlaces(document, completed)
  }

  /// Searches about `budget` more bytes; returns whether everything has been searched.
  ///
  /// A megabyte takes less than a millisecond for plain text, a few for expressions. A block is always
  /// searched as a whole.
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

  /// Searches the rest of the document.
  public mutating func finish() {
    while !advance(bytes: .max) {}
  }

  /// The fixed cost of searching one text, in bytes.
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

  /// Searches a segment; returns the number of bytes.
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

  /// Searches all texts of the segment, and the bytes between them, in one call.
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
      // The match extends beyond its text; there may be another one inside it.
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
