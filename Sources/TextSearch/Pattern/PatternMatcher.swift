import CPCRE2

/// The memory and the limits that one thread needs to match patterns.
final class PatternMatcher {
  /// The result of a search for one match.
  enum Outcome {
    case found(Range<Int>)
    case none
    /// The pattern exceeded the limit of steps or memory, or its matches are not wanted any more.
    case tooCostly
  }

  /// The limit of backtracking steps from one start, where texts and patterns are short.
  static let usualLimit: UInt32 = 200_000
  /// The limit of memory for backtracking, in bytes.
  private static let stackSize = 8 << 20

  /// How much work was counted in `firstMatch(of:counting:in:from:to:)`.
  var work: Int { counter.work }
  /// Whether the matches are not wanted any more; those found by then are not all.
  var isCancelled: Bool { counter.isCancelled }

  private let result: OpaquePointer?
  private let limits: OpaquePointer?
  private var stack: OpaquePointer?
  private var limit = usualLimit
  private let counter: StepCounter

  /// A matcher that ends a match soon after `isWanted` returns false.
  init(while isWanted: @escaping () -> Bool = { true }) {
    counter = StepCounter(isWanted: isWanted)
    result = pcre2_match_data_create_8(1, nil)
    limits = pcre2_match_context_create_8(nil)
    pcre2_set_match_limit_8(limits, limit)
    pcre2_set_heap_limit_8(limits, UInt32(Self.stackSize >> 10))
    pcre2_set_callout_8(
      limits,
      { block, counter in
        guard let block, let counter else { return 0 }
        let steps = Unmanaged<StepCounter>.fromOpaque(counter)
        let mayGoOn = steps._withUnsafeGuaranteedRef {
          $0.count(at: block.pointee.current_position, start: block.pointee.start_match)
        }
        return mayGoOn ? 0 : PCRE2_ERROR_CALLOUT
      },
      Unmanaged.passUnretained(counter).toOpaque()
    )
  }

  deinit {
    pcre2_match_data_free_8(result)
    pcre2_match_context_free_8(limits)
    pcre2_jit_stack_free_8(stack)
  }

  /// The first match of `pattern` that is not empty in `bytes[start..<end]`.
  ///
  /// Look-behinds see the bytes before `start`; nothing sees those from `end` on. `limit` is that of
  /// backtracking steps from each start; the call cannot be interrupted.
  func firstMatch(
    of pattern: CompiledPattern,
    in bytes: UnsafeRawBufferPointer,
    from start: Int,
    to end: Int,
    limit: UInt32 = usualLimit
  ) -> Outcome {
    if limit != self.limit { pcre2_set_match_limit_8(limits, limit) }
    self.limit = limit
    return firstMatch(of: pattern.code, in: bytes, from: start, to: end)
  }

  /// The same, which takes its work off `budget` and can be interrupted.
  ///
  /// A pattern too large to be counted has all of the budget taken off for steps that exceed it.
  func firstMatch(
    of pattern: CompiledPattern,
    counting budget: inout Int,
    in bytes: UnsafeRawBufferPointer,
    from start: Int,
    to end: Int
  ) -> Outcome {
    guard budget > 0 else { return .tooCostly }
    guard let code = pattern.countingCode else {
      let limit = UInt32(clamping: budget / max(1, end - start))
      let outcome = firstMatch(of: pattern, in: bytes, from: start, to: end, limit: limit)
      guard case .tooCostly = outcome else { return outcome }
      counter.add(budget)
      budget = 0
      return outcome
    }
    let before = counter.work
    counter.begin(code, budget: budget, at: start)
    defer { budget -= counter.work - before }
    pcre2_set_match_limit_8(limits, .max)
    defer { pcre2_set_match_limit_8(limits, limit) }
    return firstMatch(of: code, in: bytes, from: start, to: end)
  }

  private func firstMatch(
    of code: PatternCode,
    in bytes: UnsafeRawBufferPointer,
    from start: Int,
    to end: Int
  ) -> Outcome {
    guard start < end, let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
      return .none
    }
    let options = UInt32(PCRE2_NOTEMPTY)
    var status = pcre2_match_8(code.pointer, base, end, start, options, result, limits)
    if status == PCRE2_ERROR_JIT_STACKLIMIT, stack == nil {
      stack = pcre2_jit_stack_create_8(32 << 10, Self.stackSize, nil)
      pcre2_jit_stack_assign_8(limits, nil, stack.map { UnsafeMutableRawPointer($0) })
      status = pcre2_match_8(code.pointer, base, end, start, options, result, limits)
    }
    guard status != PCRE2_ERROR_NOMATCH else { return .none }
    guard status >= 0, let offsets = pcre2_get_ovector_pointer_8(result),
      offsets[0] < offsets[1], offsets[0] >= start, offsets[1] <= end
    else { return .tooCostly }
    return .found(offsets[0]..<offsets[1])
  }
}

/// Counts the work of matching: PCRE2's own limit is one of steps from a single start.
private final class StepCounter {
  /// All work counted so far: steps, and for each the bytes it may have read in sixteens.
  private(set) var work = 0
  private(set) var isCancelled = false
  private let isWanted: () -> Bool
  private var limit = 0
  private var nextCheck = 0
  private var position = 0
  private var baseCost = 1
  private var comparesGroups = false

  /// How much work is done between two questions whether it is wanted: about a millisecond.
  private static let checkInterval = 1 << 16

  init(isWanted: @escaping () -> Bool) { self.isWanted = isWanted }

  /// Counts work that no step has reported.
  func add(_ amount: Int) { work += amount }

  /// Allows `budget` of work for a match of `code` that starts at `position`.
  func begin(_ code: PatternCode, budget: Int, at position: Int) {
    self.position = position
    limit = work + budget
    baseCost = 1 + code.shortestMatch / 16
    comparesGroups = code.hasBackreferences
    if !isWanted() { isCancelled = true }
  }

  /// Counts the step that leads to `place`, in a match from `start`; returns whether another one may
  /// follow.
  func count(at place: Int, start: Int) -> Bool {
    work += baseCost + abs(place - position) / 16
    position = place
    // A comparison that fails in its last byte has read them all.
    if comparesGroups { work += abs(place - start) / 4 }
    if work >= nextCheck {
      nextCheck = work + Self.checkInterval
      if !isWanted() { isCancelled = true }
    }
    return work <= limit && !isCancelled
  }
}
