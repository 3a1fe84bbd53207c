import DocumentModel
import Glibc

extension UnsafeRawBufferPointer {
  /// `range` without spaces, tabs and no-break spaces at its ends.
  public func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      if self[lower] == 0x20 || self[lower] == 0x09 {
        lower += 1
      } else if lower + 1 < upper && isNoBreakSpace(at: lower) {
        lower += 2
      } else {
        break
      }
    }
    while lower < upper {
      if self[upper - 1] == 0x20 || self[upper - 1] == 0x09 {
        upper -= 1
      } else if lower + 1 < upper && isNoBreakSpace(at: upper - 2) {
        upper -= 2
      } else {
        break
      }
    }
    return lower..<upper
  }

  /// Whether U+00A0 stands at `offset`, which must leave room for its two bytes.
  @inline(__always)
  public func isNoBreakSpace(at offset: Int) -> Bool {
    self[offset] == 0xC2 && self[offset + 1] == 0xA0
  }

  /// Whether the bytes of two ranges are the same.
  public func equal(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    guard let base = baseAddress, !left.isEmpty else { return true }
    return memcmp(base + left.lowerBound, base + right.lowerBound, left.count) == 0
  }

  /// Whether the bytes of `range` are `text`.
  public func equal(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    guard let base = baseAddress, !range.isEmpty else { return true }
    return memcmp(base + range.lowerBound, text.utf8Start, range.count) == 0
  }

  /// Whether the bytes of `range` begin with `text`.
  public func starts(_ range: Range<Int>, with text: [UInt8]) -> Bool {
    guard range.count >= text.count else { return false }
    for (index, byte) in text.enumerated() where self[range.lowerBound + index] != byte {
      return false
    }
    return true
  }

  /// Whether the bytes of `range` end in `text`.
  public func ends(_ range: Range<Int>, with text: [UInt8]) -> Bool {
    guard range.count >= text.count else { return false }
    let start = range.upperBound - text.count
    for (index, byte) in text.enumerated() where self[start + index] != byte { return false }
    return true
  }

  /// A 64-bit FNV-1a hash of `range`.
  public func hash(_ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in range { hash = (hash ^ UInt64(self[offset])) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// The first offset in `range` where `byte` stands, by `memchr`.
  public func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard let base = baseAddress, !range.isEmpty,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }
}
