import Terminal

/// Reads scalars from UTF-8 bytes in place.
enum UTF8Scalar {
  /// The scalar at `place` and its length; U+FFFD and 1 where the bytes are no UTF-8.
  @inline(__always)
  static func decode(_ bytes: UnsafeRawBufferPointer, at place: Int, end: Int) -> (UInt32, Int) {
    let first = bytes[place]
    if first < 0x80 { return (UInt32(first), 1) }
    return decodeLong(bytes, at: place, end: end, first: UInt32(first))
  }

  private static func decodeLong(
    _ bytes: UnsafeRawBufferPointer,
    at place: Int,
    end: Int,
    first: UInt32
  ) -> (UInt32, Int) {
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first < 0xF5, place + length <= end else { return (0xFFFD, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = UInt32(bytes[place + offset])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | byte & 0x3F
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= least, scalar < 0x110000, scalar >> 11 != 0x1B else { return (0xFFFD, 1) }
    return (scalar, length)
  }
}

extension DisplayWidth {
  /// The columns of the UTF-8 in `range` of `bytes`.
  static func of(utf8 bytes: UnsafeRawBufferPointer, in range: Range<Int>) -> Int {
    var place = range.lowerBound
    var columns = 0
    while place < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: place, end: range.upperBound)
      columns += of(scalar)
      place += length
    }
    return columns
  }
}
