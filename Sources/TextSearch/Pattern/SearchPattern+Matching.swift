import DocumentModel

extension SearchPattern {
  /// How a search through some bytes ended.
  public enum Ending: Sendable {
    /// It reached the end.
    case finished
    /// The caller stopped it.
    case stopped
    /// The pattern exceeded its limit of steps; the rest was not searched.
    case tooCostly
  }

  /// The first match in `bytes[offset..<end]`, `nil` if there is none.
  ///
  /// Matches are never empty. Bytes that are not UTF-8 match nothing. To find all matches, use
  /// `forEachMatch`, which is faster.
  public func firstMatch(
    in bytes: UnsafeRawBufferPointer,
    from offset: Int,
    to end: Int
  ) -> Range<Int>? {
    var first: Range<Int>?
    guard offset < end else { return nil }
    forEachMatch(in: bytes, range: offset..<end) {
      first = $0
      return false
    }
    return first
  }

  /// Calls `body` with the matches in `range`, in order and without overlap, until it returns `false`.
  ///
  /// O(range) for plain text: about 0.2 ms for a megabyte.
  @discardableResult
  public func forEachMatch(
    in bytes: UnsafeRawBufferPointer,
    range: Range<Int>,
    _ body: (Range<Int>) -> Bool
  ) -> Ending {
    forEachMatch(in: bytes, range: range, PatternMatcher(), body)
  }

  /// The same with a matcher, which can be used again.
  func forEachMatch(
    in bytes: UnsafeRawBufferPointer,
    range: Range<Int>,
    _ matcher: PatternMatcher,
    _ body: (Range<Int>) -> Bool
  ) -> Ending {
    var matches = matches(in: bytes, range: range, matcher)
    while let match = matches.next() {
      if !body(match) { return .stopped }
    }
    return matches.isTooCostly ? .tooCostly : .finished
  }

  /// The matches in `bytes[range]`, one by one.
  func matches(
    in bytes: UnsafeRawBufferPointer,
    range: Range<Int>,
    _ matcher: PatternMatcher
  ) -> PatternMatches {
    let range = range.clamped(to: 0..<bytes.count)
    switch engine {
    case .literal(let plain, let spellings, let prefilter):
      return .words(
        SpelledMatches(
          plain: plain,
          spellings: spellings,
          prefilter: prefilter,
          bytes: bytes,
          range: range,
          matcher: matcher
        )
      )
    case .expression(let code):
      let work = Self.leastWorkPerByte + text.utf8.count
      return .expression(
        ExpressionMatches(of: code, in: bytes, range: range, workPerByte: work, matcher)
      )
    }
  }

  /// Whether `text` certainly has no match; `false` for expressions.
  ///
  /// O(length). A document whose text is all in `text` need not be parsed then.
  public func isAbsent(from text: TextArena) -> Bool {
    guard searchesAcross else { return false }
    return text.withBytes { firstMatch(in: $0, from: 0, to: $0.count) } == nil
  }

  /// The pattern specialised for `text` and parts of it, which makes searching faster.
  ///
  /// O(length), or O(1) if specialising would cost more than it saves.
  public func narrowed(to text: TextArena) -> SearchPattern {
    guard searchesAcross, text.count >= Self.narrowingThreshold else { return self }
    return narrowed(to: ScalarSet(of: text))
  }

  /// Texts of up to as many bytes are searched faster than a pattern is specialised.
  private static let narrowingThreshold = 1 << 19

  /// How much work of matching is allowed for each byte of a text, besides that for each byte of the
  /// pattern: every alternative may be tried at every place.
  private static let leastWorkPerByte = 16

  /// Whether several texts can be searched in one call: only plain text can, since expressions may match
  /// across texts and have anchors.
  var searchesAcross: Bool {
    if case .literal = engine { true } else { false }
  }
}
