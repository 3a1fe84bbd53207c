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

  private var places: SearchPlaces
  private var segment = SearchSegment()

  /// A search in `document` that has not begun.
  ///
  /// - Parameters:
  ///   - pattern: What to search for.
  ///   - document: Where.
  ///   - completed: Texts to search in place of comments' own, at most one a comment.
  public init(
    _ pattern: SearchPattern,
    in document: Document,
    completed: [CompletedText] = []
  ) {
    self.pattern = pattern
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
      if let author = places.nextAuthor() {
        searchName(of: author, matcher)
        left -= 256
        continue
      }
      guard places.fill(&segment, bytes: min(left, 1 << 20)) else { break }
      left -= segment.cost
      search(segment, matcher)
    }
    return isDone
  }

  /// Searches all that is left.
  public mutating func finish() {
    while !advance(bytes: .max) {}
  }

  private mutating func searchName(of author: AuthorID, _ matcher: PatternMatcher) {
    let range = places.document.authors[author.index].name
    var found: [TextRange] = []
    let ending = places.document.text.withBytes {
      pattern.forEachMatch(in: $0, range: range.offsets, matcher) {
        found.append(TextRange($0.lowerBound, $0.upperBound))
        return true
      }
    }
    note(ending)
    if !found.isEmpty { places.noteHits(found, inNameOf: author) }
  }

  private mutating func search(_ segment: SearchSegment, _ matcher: PatternMatcher) {
    hits += segment.nameHits
    guard !segment.texts.isEmpty else { return }
    let part = segment.part
    places.document(ofPart: part).text.withBytes { bytes in
      if pattern.searchesAcross {
        searchAcross(segment, bytes, matcher)
      } else {
        for text in segment.texts { search(text, part: part, bytes, matcher) }
      }
    }
  }

  private mutating func search(
    _ text: SearchSegment.Text,
    part: Int32,
    _ bytes: UnsafeRawBufferPointer,
    _ matcher: PatternMatcher,
    from start: Int = 0
  ) {
    let range = max(start, Int(text.range.start))..<Int(text.range.end)
    let ending = pattern.forEachMatch(in: bytes, range: range, matcher) { match in
      add(match, in: text, part: part)
      return true
    }
    note(ending)
  }

  /// Searches all texts of the segment and what lies between them at once.
  private mutating func searchAcross(
    _ segment: SearchSegment,
    _ bytes: UnsafeRawBufferPointer,
    _ matcher: PatternMatcher
  ) {
    var matches = pattern.matches(in: bytes, range: segment.extent, matcher)
    while let match = matches.next() {
      let index = segment.lastText(startingBy: match.lowerBound)
      let text = segment.texts[index]
      if match.upperBound <= text.range.end {
        add(match, in: text, part: segment.part)
        continue
      }
      // Over the end of its text, or between two: another match may lie inside this one.
      if match.lowerBound < text.range.end {
        search(text, part: segment.part, bytes, matcher, from: match.lowerBound)
      }
      guard index + 1 < segment.texts.count else { break }
      matches.resume(at: Int(segment.texts[index + 1].range.start))
    }
    if matches.isTooCostly { note(.tooCostly) }
  }

  private mutating func add(_ match: Range<Int>, in text: SearchSegment.Text, part: Int32) {
    hits.append(
      SearchHit(
        range: TextRange(match.lowerBound, match.upperBound),
        place: text.place,
        part: part
      )
    )
  }

  private mutating func note(_ ending: SearchPattern.Ending) {
    if case .tooCostly = ending { isTooCostly = true }
  }
}
