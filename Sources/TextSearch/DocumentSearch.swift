import DocumentModel

/// An incremental search for a pattern in a document, in reading order.
///
/// Searches the title, byline and blocks of the article, then the author's name and the blocks of each
/// comment; other text in the arena is not searched. A text that begins with the name of a field and a
/// colon, such as `subject:gate`, is looked for only there, unless it is taken as it stands. Call `advance` until it returns `true`; the hits
/// found so far can be used in between.
///
/// No pattern takes for ever: texts on which it needs too many steps are given up, and counted.
public struct DocumentSearch: Sendable {
  /// The pattern as it was typed.
  public let text: String
  /// The hits found so far, in reading order.
  public internal(set) var hits: [SearchHit] = []
  /// The document that is searched.
  public var document: Document { places.document }
  /// Whether everything has been searched.
  public var isDone: Bool { places.isAtEnd || failure != nil }
  /// Why nothing can be searched for: what was typed is no pattern.
  public private(set) var failure: SearchPatternError?
  /// On how many texts the pattern was given up, because it takes too many steps there.
  public private(set) var unsearchedTexts = 0
  /// The fraction that has been searched, 0 to 1.
  public var progress: Double { isDone ? 1 : places.progress }

  /// Where hits count; `nil`: everywhere.
  public let field: SearchField?
  /// Says in which comments hits count, beside the article; `nil`: in all.
  public var isKept: (@Sendable (CommentID) -> Bool)?

  var places: SearchPlaces
  private var pattern: SearchPattern?
  private let isLiteral: Bool
  /// What is looked for: the text without the name of its field.
  private let wanted: String
  private let scalars: ScalarSet?
  /// How much counted work may still be done; see `PatternMatcher.work`.
  private var workLeft: Int

  /// How much work is counted for any document, about a second, and for each byte of it.
  private static let (workPerDocument, workPerByte) = (1 << 26, 32)

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
    self.init(
      pattern.text,
      isLiteral: false,
      field: nil,
      in: document,
      completed: completed,
      scalars: scalars
    )
    self.pattern = narrowed(pattern)
  }

  /// A new search in `document` for `text`, which the first call of `advance` compiles.
  ///
  /// Compiling some patterns takes a second. The parameters are those of the other initialiser and
  /// of `SearchPattern`.
  public init(
    _ text: String,
    isLiteral: Bool,
    in document: Document,
    completed: [CompletedText] = [],
    scalars: ScalarSet? = nil
  ) {
    let split = isLiteral ? nil : SearchField.split(text)
    self.init(
      split?.pattern ?? text,
      as: text,
      isLiteral: isLiteral,
      field: split?.field,
      in: document,
      completed: completed,
      scalars: scalars
    )
  }

  /// A new search in `document` for `text`, taken as it stands, in the texts of `field`.
  public init(
    literal text: String,
    in field: SearchField,
    of document: Document,
    scalars: ScalarSet? = nil
  ) {
    self.init(
      text,
      isLiteral: true,
      field: field,
      in: document,
      completed: [],
      scalars: scalars
    )
  }

  private init(
    _ wanted: String,
    as text: String? = nil,
    isLiteral: Bool,
    field: SearchField?,
    in document: Document,
    completed: [CompletedText],
    scalars: ScalarSet?
  ) {
    self.text = text ?? wanted
    self.wanted = wanted
    self.field = field
    self.isLiteral = isLiteral
    // Full texts come from other documents, which hold other scalars.
    self.scalars = completed.isEmpty ? scalars : nil
    places = SearchPlaces(document, completed)
    let workPerByte = Self.workPerByte + wanted.utf8.count
    workLeft = Self.workPerDocument + workPerByte * document.text.count
  }

  /// Searches about `budget` more bytes; returns whether everything has been searched.
  ///
  /// A megabyte takes less than a millisecond for plain text, a few for expressions. A block is always
  /// searched as a whole. Soon after `isWanted` returns false the call returns, and what has been
  /// found by then is not all that is there: the search must not be used any more.
  public mutating func advance(
    bytes budget: Int = 1 << 20,
    while isWanted: @escaping () -> Bool = { true }
  ) -> Bool {
    guard let pattern = compiled() else { return true }
    let matcher = PatternMatcher(while: isWanted)
    let known = hits.count
    var left = budget
    while left > 0, !isDone, mayGoOn(matcher) {
      if let authors = places.nextAuthors() {
        searchNames(of: authors, pattern, matcher)
        left -= authors.count * Self.overhead
      } else if let segment = places.nextSegment(bytes: min(left, 1 << 20)) {
        left -= search(segment, pattern, matcher) + Self.overhead
      }
    }
    if isKept != nil || field != nil {
      hits.replaceSubrange(known..., with: hits[known...].filter(counts))
    }
    workLeft -= matcher.work
    if workLeft <= 0 { unsearchedTexts += places.skipRest() }
    return isDone
  }

  private func counts(_ hit: SearchHit) -> Bool {
    if let field, hit.part != nil || !field.holds(hit.place, of: document) { return false }
    return hit.place.comment.flatMap { isKept?($0) } ?? true
  }

  private func mayGoOn(_ matcher: PatternMatcher) -> Bool {
    matcher.work < workLeft && !matcher.isCancelled
  }

  private mutating func compiled() -> SearchPattern? {
    if pattern == nil {
      do throws(SearchPatternError) {
        pattern = narrowed(try SearchPattern(wanted, isLiteral: isLiteral))
      } catch {
        failure = error
      }
    }
    return pattern
  }

  private func narrowed(_ pattern: SearchPattern) -> SearchPattern {
    scalars.map(pattern.narrowed) ?? pattern
  }

  /// Searches the rest of the document.
  public mutating func finish() {
    while !advance(bytes: .max) {}
  }

  /// The fixed cost of searching one text, in bytes.
  private static let overhead = 256

  private mutating func searchNames(
    of authors: Range<Int>,
    _ pattern: SearchPattern,
    _ matcher: PatternMatcher
  ) {
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
  private mutating func search(
    _ segment: SearchSegment,
    _ pattern: SearchPattern,
    _ matcher: PatternMatcher
  ) -> Int {
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
          searchAcross(&blocks, in: bytes, pattern, matcher)
        } else {
          for index in range {
            guard mayGoOn(matcher) else {
              unsearchedTexts += range.upperBound - index
              break
            }
            search(index, of: &blocks, in: bytes, pattern, matcher)
          }
        }
      }
      return blocks.extent.count
    }
  }

  private mutating func search(
    _ index: Int,
    of blocks: inout SegmentBlocks,
    in bytes: UnsafeRawBufferPointer,
    _ pattern: SearchPattern,
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
    _ pattern: SearchPattern,
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
        search(index, of: &blocks, in: bytes, pattern, matcher, from: match.lowerBound)
      }
      guard index + 1 < blocks.blocks.endIndex else { break }
      matches.resume(at: Int(blocks.blocks[index + 1].text.start))
    }
    guard matches.isTooCostly else { return }
    unsearchedTexts += blocks.blocks.endIndex - blocks.block(startingBy: matches.position)
  }

  private mutating func note(_ ending: SearchPattern.Ending) {
    if case .tooCostly = ending { unsearchedTexts += 1 }
  }
}
