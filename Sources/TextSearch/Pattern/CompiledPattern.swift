import CPCRE2
import Synchronization

/// A pattern compiled by PCRE2, to machine code where the system allows it.
///
/// Immutable, so threads may share it; the state of a match is in `PatternMatcher`.
final class CompiledPattern: Sendable {
  /// What a dot and a class stand for.
  enum Unit {
    case byte, scalar
  }

  let code: PatternCode
  private let text: String
  private let options: UInt32
  private let lazyCountingCode = Mutex<PatternCode?>(nil)

  /// Compiles `text`; bytes that are no UTF-8 are matched by nothing when the unit is a scalar.
  init(_ text: String, ignoresCase: Bool, unit: Unit) throws(SearchPatternError) {
    var options = UInt32(PCRE2_MULTILINE) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    if ignoresCase { options |= UInt32(PCRE2_CASELESS) }
    if unit == .scalar {
      options |= UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_MATCH_INVALID_UTF)
    }
    self.text = text
    self.options = options
    code = try PatternCode(text, options: options)
  }

  /// The pattern compiled so that it reports each of its steps; compiled when it is first needed.
  ///
  /// `nil` if it is too large for that.
  var countingCode: PatternCode? {
    lazyCountingCode.withLock { code in
      if code == nil {
        code = try? PatternCode(text, options: options | UInt32(PCRE2_AUTO_CALLOUT))
      }
      return code
    }
  }
}

/// What PCRE2 has made of a pattern.
final class PatternCode: @unchecked Sendable {
  let pointer: OpaquePointer
  /// How many bytes a match has at least.
  let shortestMatch: Int
  /// Whether a group is referred to, so that one step can compare any number of bytes.
  let hasBackreferences: Bool

  init(_ text: String, options: UInt32) throws(SearchPatternError) {
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
    pointer = code
    // Without permission to generate machine code PCRE2 interprets the pattern, which is slower.
    pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
    shortestMatch = Self.number(PCRE2_INFO_MINLENGTH, of: code)
    hasBackreferences = Self.number(PCRE2_INFO_BACKREFMAX, of: code) > 0
  }

  deinit { pcre2_code_free_8(pointer) }

  private static func number(_ property: Int32, of code: OpaquePointer) -> Int {
    var value: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(property), &value)
    return Int(value)
  }

  private static func message(for error: Int32) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 160) { buffer in
      let length = pcre2_get_error_message_8(error, buffer.baseAddress, buffer.count)
      guard length > 0 else { return "the pattern is no regular expression" }
      return String(decoding: buffer.prefix(Int(length)), as: UTF8.self)
    }
  }
}
