/// The matches of a pattern in some bytes, in order.
enum PatternMatches {
  case words(SpelledMatches)
  case expression(ExpressionMatches)

  /// The next match, `nil` after the last.
  mutating func next() -> Range<Int>? {
    switch self {
    case .words(var matches):
      defer { self = .words(matches) }
      return matches.next()
    case .expression(var matches):
      defer { self = .expression(matches) }
      return matches.next()
    }
  }

  /// Continues at `offset`, which must not be before the last match.
  mutating func resume(at offset: Int) {
    switch self {
    case .words(var matches):
      matches.position = offset
      self = .words(matches)
    case .expression(var matches):
      matches.position = offset
      self = .expression(matches)
    }
  }

  /// Whether the search ended early.
  var isTooCostly: Bool {
    switch self {
    case .words(let matches): matches.isTooCostly
    case .expression(let matches): matches.isTooCostly
    }
  }
}

/// The matches of one code, in order.
struct ExpressionMatches {
  let code: CompiledPattern
  let bytes: UnsafeRawBufferPointer
  let end: Int
  let matcher: PatternMatcher
  /// Where the search continues.
  var position: Int
  /// Whether the search ended early.
  private(set) var isTooCostly = false

  /// The matches of `code` in `bytes[range]`.
  init(
    of code: CompiledPattern,
    in bytes: UnsafeRawBufferPointer,
    range: Range<Int>,
    _ matcher: PatternMatcher
  ) {
    self.code = code
    self.bytes = bytes
    self.matcher = matcher
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next match, `nil` after the last.
  mutating func next() -> Range<Int>? {
    switch matcher.firstMatch(of: code, in: bytes, from: position, to: end) {
    case .found(let match):
      position = match.upperBound
      return match
    case .none: return nil
    case .tooCostly:
      isTooCostly = true
      return nil
    }
  }
}
