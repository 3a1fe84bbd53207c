import DocumentModel

extension SearchPattern {
  /// How a search through some bytes ended.
  public enum Ending: Sendable {
    /// At the end of the bytes.
    case finished
    /// Where the caller said to stop.
    case stopped
    /// Where the pattern asked for more steps than it is given; what follows was not searched.
    case tooCostly
  }

  /// The first match in `bytes[offset..<end]`, `nil` if there is none.
  ///
  /// A match is never empty. Bytes that are no UTF-8 match nothing and do no harm. To find many,
  /// use `forEachMatch`, which keeps what one search has learned for the next.
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

  /// Calls `body` with the matches in `range`, in order, none overlapping, until it says `false`.
  ///
  /// O(range) for words: about 0.2 ms for a megabyte.
  @discardableResult
  public func forEachMatch(
    in bytes: UnsafeRawBufferPointer,
    range: Range<Int>,
    _ body: (Range<Int>) -> Bool
  ) -> Ending {
    forEachMatch(in: bytes, range: range, PatternMatcher(), body)
  }

  /// The same, with a matcher to be used again.
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
      return .expression(ExpressionMatches(of: code, in: bytes, range: range, matcher))
    }
  }

  /// Whether no part of `text` can match; `false` if that takes more than looking for words.
  ///
  /// O(length). Spares parsing a document whose prose is all in `text` as it stands.
  public func isAbsent(from text: TextArena) -> Bool {
    guard searchesAcross else { return false }
    return text.withBytes { firstMatch(in: $0, from: 0, to: $0.count) } == nil
  }

  /// The same pattern for `text` and parts of it: the faster the more there is to search.
  ///
  /// O(length), but O(1) where that costs more than it saves.
  public func narrowed(to text: TextArena) -> SearchPattern {
    guard searchesAcross, text.count >= Self.narrowingThreshold else { return self }
    return narrowed(to: ScalarSet(of: text))
  }

  /// As many bytes are searched faster than a pattern is narrowed.
  private static let narrowingThreshold = 1 << 19

  /// Whether it may be searched for in many texts at once: a word sees no more than its length.
  ///
  /// An expression could swallow whole arenas, and its anchors must see where a text ends.
  var searchesAcross: Bool {
    if case .literal = engine { true } else { false }
  }
}
