import DocumentModel

extension DateLine {
  /// Whether no date without unknown words holds the word at `range`, whatever stands around it: a
  /// mark, a number or letters of it stand in no date.
  ///
  /// False where that cannot be told from the word alone. O(length), no memory.
  package static func isForeign(_ bytes: UnsafeRawBufferPointer, word range: Range<Int>) -> Bool {
    holdsForeign(bytes, range) || beginsUnknown(bytes, range)
  }

  /// Whether there is a number of three or more than four digits, or a mark of ASCII that neither
  /// stands in a date nor parts one from other text.
  private static func holdsForeign(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    var digits = 0
    for byte in bytes[range] {
      if byte &- 0x30 < 10 {
        digits += 1
        continue
      }
      if digits == 3 || digits > 4 { return true }
      digits = 0
      switch byte {
      case 0x21, 0x23...0x26, 0x2A, 0x3D, 0x3F, 0x5C, 0x5E...0x60, 0x7B, 0x7D, 0x7E: return true
      default: break
      }
    }
    return digits == 3 || digits > 4
  }

  /// Whether a word begins with letters, perhaps behind marks, that are in no list of date words.
  private static func beginsUnknown(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] < 0x80, !isWordByte(bytes[start]) { start += 1 }
    // An «m» may belong to the half of the day before it: «a. m.».
    guard start < range.upperBound, bytes[start] | 0x20 != 0x6D else { return false }
    var end = start
    while end < range.upperBound {
      if bytes[end] < 0x80 {
        guard (bytes[end] | 0x20) &- 0x61 < 26 else { break }
        end += 1
        continue
      }
      let scalar = Scalar(in: bytes, at: end)
      if DateText.digit(scalar.value) != nil { return false }
      guard LetterCase.isLetter(scalar.value), !LetterCase.isIdeographic(scalar.value) else {
        break
      }
      end += scalar.length
    }
    guard end - start > 1, end == range.upperBound || bytes[end] < 0x80 && bytes[end] != 0x27 else {
      return false
    }
    return DateWords.meaning(ofHash: DateWords.hash(bytes, start..<end)) == nil
      && DateText.zone(bytes[start..<end]) == nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Whether the only number of a line ends it, as in a name: one number tells no day, and that of
  /// an age has its unit behind it.
  static func endsInOnlyNumber(
    _ bytes: UnsafeRawBufferPointer,
    _ range: Range<Int>
  ) -> Bool {
    var offset = range.upperBound
    while offset > range.lowerBound, 0x30...0x39 ~= bytes[offset - 1] { offset -= 1 }
    guard offset < range.upperBound else { return false }
    while offset > range.lowerBound, !(0x30...0x39 ~= bytes[offset - 1]) { offset -= 1 }
    return offset == range.lowerBound
  }
}
