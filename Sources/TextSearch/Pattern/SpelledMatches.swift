/// The matches of plain text in all its spellings, in order.
///
/// Two searches run side by side: one for the plain spelling, one around the triggers that the
/// prefilter finds. The match that starts first comes next; of two that start at the same place, the
/// one with accents, which is longer.
struct SpelledMatches {
  let plain: CompiledPattern
  let spellings: CompiledPattern
  let prefilter: SpellingPrefilter
  let bytes: UnsafeRawBufferPointer
  let range: Range<Int>
  let matcher: PatternMatcher

  /// Whether the search ended early.
  private(set) var isTooCostly = false

  /// Where the search continues.
  var position: Int
  /// The next match in plain spelling; empty at the end of the range when there is none.
  private var nextPlain: Range<Int>
  /// Where the search for triggers continues.
  private var unseen: Int
  /// How much work around triggers may still be done, in starts times steps.
  private var budget: Int

  /// How much of that work is done for any text, and for each byte of it.
  private static let (workPerText, workPerByte) = (1 << 24, 512)

  /// The matches in `bytes[range]`.
  init(
    plain: CompiledPattern,
    spellings: CompiledPattern,
    prefilter: SpellingPrefilter,
    bytes: UnsafeRawBufferPointer,
    range: Range<Int>,
    matcher: PatternMatcher
  ) {
    self.plain = plain
    self.spellings = spellings
    self.prefilter = prefilter
    self.bytes = bytes
    self.range = range
    self.matcher = matcher
    position = range.lowerBound
    unseen = range.lowerBound
    budget = Self.workPerText + Self.workPerByte * range.count
    nextPlain = range.lowerBound..<range.lowerBound
    findPlain()
  }

  /// The next match, `nil` after the last.
  mutating func next() -> Range<Int>? {
    if nextPlain.lowerBound < position { findPlain() }
    let match = nextSpelled() ?? nextPlain
    guard !match.isEmpty, !isTooCostly else { return nil }
    position = match.upperBound
    return match
  }

  private mutating func findPlain() {
    let end = range.upperBound
    nextPlain = end..<end
    switch matcher.firstMatch(of: plain, in: bytes, from: position, to: end) {
    case .found(let match): nextPlain = match
    case .none: break
    case .tooCostly: isTooCostly = true
    }
  }

  /// The next match around a trigger, unless one in plain spelling comes first.
  private mutating func nextSpelled() -> Range<Int>? {
    guard !prefilter.isEmpty else { return nil }
    // A match that starts no later than the plain one has its trigger in or right behind that.
    let end = min(nextPlain.upperBound + 3, range.upperBound)
    unseen = max(unseen, position)
    while unseen < end, let trigger = prefilter.first(in: bytes, from: unseen, to: end) {
      let window = prefilter.window(
        around: trigger,
        in: bytes,
        from: position,
        to: range.upperBound
      )
      budget -= window.count * prefilter.length
      guard budget > 0 else {
        isTooCostly = true
        return nil
      }
      switch matcher.firstMatch(
        of: spellings,
        in: bytes,
        from: window.lowerBound,
        to: window.upperBound
      )
      {
      case .found(let match) where match.lowerBound < trigger.upperBound:
        unseen = trigger.lowerBound
        return match.lowerBound <= nextPlain.lowerBound ? match : nil
      case .tooCostly: isTooCostly = true
      case .found, .none: break
      }
      unseen = trigger.upperBound
    }
    return nil
  }
}
