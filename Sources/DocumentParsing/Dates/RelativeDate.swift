import DocumentModel

/// Dates that count back from the reader's now, inside other text.
package enum RelativeDate {
  /// Whether a number with a unit of time behind it («8 years», «8 лет») stands in the line.
  package static func isMentioned(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Bool {
    var offset = line.lowerBound
    while offset < line.upperBound {
      guard 0x30...0x39 ~= bytes[offset] else {
        offset += 1
        continue
      }
      while offset < line.upperBound, 0x30...0x39 ~= bytes[offset] { offset += 1 }
      while offset < line.upperBound, bytes[offset] == 0x20 { offset += 1 }
      let start = offset
      while offset < line.upperBound {
        let scalar = Scalar(in: bytes, at: offset)
        guard LetterCase.isLetter(scalar.value) else { break }
        offset += scalar.length
      }
      guard start < offset, offset <= line.upperBound else { continue }
      let hash = DateWords.hash(bytes, start..<offset)
      if DateWords.meaning(ofHash: hash) == .unit { return true }
    }
    return false
  }
}
