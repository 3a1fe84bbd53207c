import DocumentModel
import DocumentParsing

/// A word of a line: what stands between blanks.
struct DumpWord {
  /// Where it stands.
  let range: Range<Int>
  /// A hash in which each run of digits counts as one digit.
  let hash: UInt64
  /// Whether it begins like a number: `12`, `#12`, `(12)`, `-3`.
  let isNumber: Bool
  /// Whether it begins with a capital letter.
  let isCapital: Bool

  /// The words of the text at `range`.
  static func words(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> [DumpWord] {
    var words: [DumpWord] = []
    // Most lines that are looked at are no longer.
    words.reserveCapacity(min(8, range.count / 2 + 1))
    forEachRange(bytes, range) { words.append(DumpWord(bytes, $0)) }
    return words
  }

  /// Calls `body` with where each word of the text at `range` stands.
  @inline(__always)
  private static func forEachRange(
    _ bytes: UnsafeRawBufferPointer,
    _ range: Range<Int>,
    _ body: (Range<Int>) -> Void
  ) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      while offset < range.upperBound, isBlank(bytes, offset) { offset += 1 }
      let start = offset
      while offset < range.upperBound, !isBlank(bytes, offset) { offset += 1 }
      if start < offset { body(start..<offset) }
    }
  }

  /// The first word of the text at `range`, which begins with it.
  static func firstWord(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, !isBlank(bytes, end) { end += 1 }
    return range.lowerBound..<end
  }

  private static func isBlank(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
    let byte = bytes[offset]
    return byte <= 0x20 || byte == 0xC2 && offset + 1 < bytes.count && bytes[offset + 1] == 0xA0
      || byte == 0xA0 && offset > 0 && bytes[offset - 1] == 0xC2
  }

  private init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    self.range = range
    hash = Self.hash(bytes, ofWord: range)
    var first = range.lowerBound
    while first < range.upperBound - 1, Self.opensNumber(bytes[first]) { first += 1 }
    isNumber = 0x30...0x39 ~= bytes[first]
    let scalar = Scalar(in: bytes, at: range.lowerBound).value
    isCapital = LetterCase.isLetter(scalar) && LetterCase.lower(scalar) != scalar
  }

  private static func opensNumber(_ byte: UInt8) -> Bool {
    byte == 0x23 || byte == 0x28 || byte == 0x5B || byte == 0x2D || byte == 0x2B
  }

  /// A hash of all words of a text: equal for texts that differ in their numbers alone.
  static func hash(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    var hash = FNVHash()
    forEachRange(bytes, range) { hash.combine(Self.hash(bytes, ofWord: $0)) }
    return hash.value
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafeRawBufferPointer, ofWord range: Range<Int>) -> UInt64 {
    var hash = FNVHash.start
    var afterDigit = false
    for byte in bytes[range] {
      let isDigit = 0x30...0x39 ~= byte
      if !(isDigit && afterDigit) { hash = FNVHash.mix(hash, isDigit ? 0x30 : byte) }
      afterDigit = isDigit
    }
    return hash
  }
}
