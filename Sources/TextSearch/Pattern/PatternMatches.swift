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

  /// Where the search continues.
  var position: Int {
    switch self {
    case .words(let matches): matches.position
    case .expression(let matches): matches.position
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
