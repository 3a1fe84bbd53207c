import DocumentModel

extension DateLine {
  /// Whether no date without unknown words holds the word at `range`, whatever stands around it.
  ///
  /// False where that cannot be told from the word alone. O(length), no memory.
  package static func isForeign(_ bytes: UnsafeRawBufferPointer, word range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] < 0x80, !isWordByte(bytes[start]) { start += 1 }
    // An «m» may belong to the half of the day before it: «a. m.».
    guard start < range.upperBound, bytes[start] | 0x20 != 0x6D else { return false }
    var end = start
    while end < range.upperBound {
      if bytes[end] < 0x80 {
        guard bytes[end] | 0x20 &- 0x61 < 26 else { break }
        end += 1
        continue
      }
      let scalar = Scalar(in: bytes, at: end)
      guard LetterCase.isLetter(scalar.value), !LetterCase.isIdeographic(scalar.value) else {
        break
      }
      end += scalar.length
    }
    guard end - start > 1, end == range.upperBound || bytes[end] < 0x80 && bytes[end] != 0x27 else {
      return false
    }
    return DateWords.meaning(ofHash: DateWords.hash(bytes, start..<end)) == nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
