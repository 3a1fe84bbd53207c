/// The matches of one code, in order.
///
/// A short text is matched at full speed, by a call that cannot be interrupted but whose steps are so
/// few that it ends soon. A long text, and one that needs more steps, is matched by a code that counts
/// its work, up to an amount that grows with the text.
struct ExpressionMatches {
  let code: CompiledPattern
  let bytes: UnsafeRawBufferPointer
  let end: Int
  let matcher: PatternMatcher
  /// Where the search continues.
  var position: Int
  /// Whether the search ended early.
  private(set) var isTooCostly = false

  /// The longest text that is matched without counting, in bytes.
  private static let quickLength = 1 << 12
  /// How many bytes are read at most without counting: as many as there are starts, times the steps
  /// from each, times the bytes that one step can read.
  private static let quickReads = 1 << 30
  /// The most steps from one start without counting.
  private static let mostQuickSteps = 2000
  /// How much work is done for any text.
  private static let workPerText = 1 << 20

  /// The steps allowed from each start, 0 if they are to be counted.
  private var quickSteps: UInt32
  private var budget: Int

  /// The matches of `code` in `bytes[range]`, with so much work for each byte.
  init(
    of code: CompiledPattern,
    in bytes: UnsafeRawBufferPointer,
    range: Range<Int>,
    workPerByte: Int,
    _ matcher: PatternMatcher
  ) {
    self.code = code
    self.bytes = bytes
    self.matcher = matcher
    position = range.lowerBound
    end = range.upperBound
    let length = max(1, range.count)
    quickSteps =
      length > Self.quickLength
      ? 0 : UInt32(min(Self.mostQuickSteps, Self.quickReads / length / length))
    budget = Self.workPerText + workPerByte * length
  }

  /// The next match, `nil` after the last.
  mutating func next() -> Range<Int>? {
    if quickSteps > 0 {
      switch matcher.firstMatch(of: code, in: bytes, from: position, to: end, limit: quickSteps) {
      case .found(let match):
        position = match.upperBound
        return match
      case .none: return nil
      case .tooCostly: quickSteps = 0
      }
    }
    switch matcher.firstMatch(of: code, counting: &budget, in: bytes, from: position, to: end) {
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
