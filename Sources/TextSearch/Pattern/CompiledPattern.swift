import CPCRE2

/// A pattern compiled by PCRE2, to machine code where the system allows it.
///
/// Immutable, so threads may share it; the state of a match is in `PatternMatcher`.
final class CompiledPattern: @unchecked Sendable {
  /// What a dot and a class stand for.
  enum Unit {
    case byte, scalar
  }

  fileprivate let code: OpaquePointer

  /// Compiles `text`; bytes that are no UTF-8 are matched by nothing when the unit is a scalar.
  init(_ text: String, ignoresCase: Bool, unit: Unit) throws(SearchPatternError) {
    var options = UInt32(PCRE2_MULTILINE) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    if ignoresCase { options |= UInt32(PCRE2_CASELESS) }
    if unit == .scalar {
      options |= UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_MATCH_INVALID_UTF)
    }
    var error: Int32 = 0
    var offset = 0
    var text = text
    let code = text.withUTF8 { pattern in
      pcre2_compile_8(pattern.baseAddress, pattern.count, options, &error, &offset, nil)
    }
    guard let code else {
      throw SearchPatternError(
        message: Self.message(for: error),
        offset: text.utf8.prefix(offset).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      )
    }
    self.code = code
    // Without permission to generate machine code PCRE2 interprets the pattern, which is slower.
    pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
  }

  deinit { pcre2_code_free_8(code) }

  private static func message(for error: Int32) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 160) { buffer in
      let length = pcre2_get_error_message_8(error, buffer.baseAddress, buffer.count)
      guard length > 0 else { return "the pattern is no regular expression" }
      return String(decoding: buffer.prefix(Int(length)), as: UTF8.self)
    }
  }
}

/// The memory and the limits that one thread needs to match patterns.
final class PatternMatcher {
  /// The result of a search for one match.
  enum Outcome {
    case found(Range<Int>)
    case none
    /// The pattern exceeded the limit of steps or memory.
    case tooCostly
  }

  /// The limit of backtracking steps in one search: a few milliseconds.
  private static let matchLimit: UInt32 = 200_000
  /// The limit of memory for backtracking, in bytes.
  private static let stackSize = 1 << 20

  private let result: OpaquePointer?
  private let limits: OpaquePointer?
  private var stack: OpaquePointer?

  init() {
    result = pcre2_match_data_create_8(1, nil)
    limits = pcre2_match_context_create_8(nil)
    pcre2_set_match_limit_8(limits, Self.matchLimit)
    pcre2_set_heap_limit_8(limits, 4096)
  }

  deinit {
    pcre2_match_data_free_8(result)
    pcre2_match_context_free_8(limits)
    pcre2_jit_stack_free_8(stack)
  }

  /// The first match of `pattern` that is not empty in `bytes[start..<end]`.
  ///
  /// Look-behinds see the bytes before `start`; nothing sees those from `end` on.
  func firstMatch(
    of pattern: CompiledPattern,
    in bytes: UnsafeRawBufferPointer,
    from start: Int,
    to end: Int
  ) -> Outcome {
    guard start < end, let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
      return .none
    }
    let options = UInt32(PCRE2_NOTEMPTY)
    var status = pcre2_match_8(pattern.code, base, end, start, options, result, limits)
    if status == PCRE2_ERROR_JIT_STACKLIMIT, stack == nil {
      stack = pcre2_jit_stack_create_8(32 << 10, Self.stackSize, nil)
      pcre2_jit_stack_assign_8(limits, nil, stack.map { UnsafeMutableRawPointer($0) })
      status = pcre2_match_8(pattern.code, base, end, start, options, result, limits)
    }
    guard status != PCRE2_ERROR_NOMATCH else { return .none }
    guard status >= 0, let offsets = pcre2_get_ovector_pointer_8(result),
      offsets[0] < offsets[1], offsets[0] >= start, offsets[1] <= end
    else { return .tooCostly }
    return .found(offsets[0]..<offsets[1])
  }
}
