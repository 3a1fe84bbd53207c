import DocumentModel
import Glibc

extension UnsafeRawBufferPointer {
  /// `range` without spaces, tabs and no-break spaces at its ends.
  @inlinable
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    // Most texts have nothing to trim, and one byte at either end tells.
    guard !range.isEmpty else { return range }
    let (first, last) = (self[range.lowerBound], self[range.upperBound - 1])
    let isTrimmed =
      first > 0x20 && first != 0xC2 && last > 0x20 && last != 0xA0
    return isTrimmed ? range : trimmedBlanks(range)
  }

  /// `trimmed`, blank by blank.
  @usableFromInline
  func trimmedBlanks(_ range: Range<Int>) -> Range<Int> {
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
  @inlinable
  package func isNoBreakSpace(at offset: Int) -> Bool {
    self[offset] == 0xC2 && self[offset + 1] == 0xA0
  }

  /// Whether the bytes of two ranges are the same.
  @inlinable
  package func equal(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    guard let base = baseAddress, !left.isEmpty else { return true }
    return self[left.lowerBound] == self[right.lowerBound]
      && memcmp(base + left.lowerBound, base + right.lowerBound, left.count) == 0
  }

  /// Whether the bytes of `range` are `text`.
  package func equal(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    guard let base = baseAddress, !range.isEmpty else { return true }
    return memcmp(base + range.lowerBound, text.utf8Start, range.count) == 0
  }

  /// Whether the bytes of `range` begin with `text`.
  @inlinable
  package func starts(_ range: Range<Int>, with text: [UInt8]) -> Bool {
    range.count >= text.count && holds(text, at: range.lowerBound)
  }

  /// Whether the bytes of `range` end in `text`.
  @inlinable
  package func ends(_ range: Range<Int>, with text: [UInt8]) -> Bool {
    range.count >= text.count && holds(text, at: range.upperBound - text.count)
  }

  /// Whether `text` stands at `offset`, where there must be room for it.
  @inlinable
  func holds(_ text: [UInt8], at offset: Int) -> Bool {
    text.withUnsafeBytes { text in
      guard let base = baseAddress, let first = text.first, let start = text.baseAddress else {
        return true
      }
      // Most often the first byte tells.
      return self[offset] == first && memcmp(base + offset, start, text.count) == 0
    }
  }

  /// A hash of `range` for tables that live as long as the program at most.
  ///
  /// Takes eight bytes at a time, the last of them twice if there are no eight left.
  func hash(_ range: Range<Int>) -> UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(range.count)
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* factor
      hash ^= hash >> 32
    }
    var offset = range.lowerBound
    guard range.count >= 8 else {
      for offset in range { hash = hash << 8 | UInt64(self[offset]) }
      mix(UInt64(range.count))
      return hash
    }
    while offset + 8 <= range.upperBound {
      mix(loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    mix(loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self))
    return hash
  }

  /// The first offset in `range` where `byte` stands, by `memchr`.
  @inlinable
  package func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard let base = baseAddress, !range.isEmpty,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }
}
