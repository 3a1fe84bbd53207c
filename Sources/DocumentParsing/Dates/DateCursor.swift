import DocumentModel

/// A place in a line that is read for a date.
struct DateCursor {
  let bytes: UnsafeRawBufferPointer
  var offset: Int
  let end: Int

  var isAtEnd: Bool { offset >= end }
  /// The byte here, where there must be one.
  var byte: UInt8 { bytes[offset] }
  /// The scalar here.
  var scalar: Scalar { Scalar(in: bytes, at: offset) }

  /// Whether a letter stands here, where there must be something.
  @inline(__always)
  var isLetter: Bool {
    byte < 0x80 ? 0x61...0x7A ~= byte | 0x20 : LetterCase.isLetter(scalar.value)
  }

  /// Whether `word` is the T between date and time of ISO 8601.
  func isTimeMark(_ word: Range<Int>) -> Bool {
    word.count == 1 && bytes[word.lowerBound] | 0x20 == 0x74 && word.lowerBound > 0
      && word.upperBound < end && 0x30...0x39 ~= bytes[word.lowerBound - 1]
      && 0x30...0x39 ~= bytes[word.upperBound]
  }

  /// The offset behind 月 or 월 after a number, which make it a month.
  var monthSign: Int? {
    var cursor = self
    if !cursor.isAtEnd && cursor.byte == 0x20 { cursor.offset += 1 }
    guard cursor.offset + 3 <= end else { return nil }
    let scalar = cursor.scalar.value
    return scalar == 0x6708 || scalar == 0xC6D4 ? cursor.offset + 3 : nil
  }

  /// Whether a sign between hours and minutes follows.
  var opensTime: Bool {
    guard !isAtEnd else { return false }
    if byte == 0x3A { return offset + 1 < end && 0x30...0x39 ~= bytes[offset + 1] }
    let next = byte == 0x20 ? offset + 1 : offset
    guard next < end else { return false }
    if bytes[next] == 0x68 {
      return next + 1 == end || !LetterCase.isLetter(Scalar(in: bytes, at: next + 1).value)
    }
    let sign = Scalar(in: bytes, at: next).value
    return sign == 0x6642 || sign == 0x65F6 || sign == 0xC2DC || sign == 0x70B9
  }

  /// Steps over «st», «nd», «rd», «th», «er», «º» or «ª» that clings to a number.
  mutating func skipOrdinal() {
    guard offset + 2 <= end else { return }
    let isOrdinal =
      switch (byte | 0x20, bytes[offset + 1] | 0x20) {
      case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68), (0x65, 0x72): true
      default: byte == 0xC2 && (bytes[offset + 1] == 0xBA || bytes[offset + 1] == 0xAA)
      }
    let ends =
      offset + 2 == end || !LetterCase.isLetter(Scalar(in: bytes, at: offset + 2).value)
    if isOrdinal && ends { offset += 2 }
  }
}
