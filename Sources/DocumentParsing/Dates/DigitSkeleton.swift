/// A line of 8 to 48 bytes with its digits masked.
struct DigitSkeleton: Equatable {
  /// The line's bytes; the last vector begins early enough to end with the line.
  private var first = SIMD2<UInt64>()
  private var middle = SIMD2<UInt64>()
  private var last = SIMD2<UInt64>()
  private var length = 0
  /// Whether there was a digit.
  private(set) var hasDigits = false

  /// The skeleton of no line.
  init() {}

  /// The skeleton of the line at `range`, `nil` if it is too short or too long.
  @inline(__always)
  init?(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    guard range.count >= 8 && range.count <= 48 else { return nil }
    length = range.count
    var digits = SIMD2<UInt64>()
    if length >= 16 {
      first = Self.mask(bytes.vector(at: range.lowerBound), &digits)
      if length > 32 { middle = Self.mask(bytes.vector(at: range.lowerBound + 16), &digits) }
      last = Self.mask(bytes.vector(at: range.upperBound - 16), &digits)
    } else {
      let halves = SIMD2(
        bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self)
      )
      first = Self.mask(unsafeBitCast(halves, to: SIMD16<UInt8>.self), &digits)
    }
    hasDigits = (digits[0] | digits[1]) != 0
  }

  /// `bytes` with 0 for every ASCII digit; notes in `digits` where there were any.
  ///
  /// Vectors of 16 bytes and this comparison become single instructions; others become loops.
  @inline(__always)
  private static func mask(
    _ bytes: SIMD16<UInt8>,
    _ digits: inout SIMD2<UInt64>
  ) -> SIMD2<UInt64> {
    let others = unsafeBitCast(
      (bytes &- SIMD16<UInt8>(repeating: 0x30)) .>= SIMD16<UInt8>(repeating: 10),
      to: SIMD2<UInt64>.self
    )
    digits |= ~others
    return unsafeBitCast(bytes, to: SIMD2<UInt64>.self) & others
  }

  /// A hash of the line.
  var hash: UInt64 {
    var hash = first[0] &* 0x9E37_79B9_7F4A_7C15 &+ first[1] &* 0xC2B2_AE3D_27D4_EB4F
    hash &+= last[0] &* 0x1656_67B1_9E37_79F9 &+ last[1] &* 0x85EB_CA77_C2B2_AE63
    hash &+= (middle[0] ^ middle[1]) &* 0x27D4_EB2F_1656_67C5
    hash ^= hash >> 32
    return hash ^ hash >> 15
  }

  @inline(__always)
  static func == (left: DigitSkeleton, right: DigitSkeleton) -> Bool {
    let unlike =
      (left.first ^ right.first) | (left.middle ^ right.middle) | (left.last ^ right.last)
    return left.length == right.length && (unlike[0] | unlike[1]) == 0
  }
}

extension UnsafeRawBufferPointer {
  /// The sixteen bytes at `offset`.
  @inline(__always)
  fileprivate func vector(at offset: Int) -> SIMD16<UInt8> {
    loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }
}
