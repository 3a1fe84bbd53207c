/// What a word does in a date, as readers of other lines need it.
package enum DateWordKind: Sendable {
  /// It names a month.
  case month
  /// It stands between the parts of a date.
  case joint
  /// It is another word of dates: a weekday, a half of the day, a unit.
  case part

  /// The kind of the word at `range`, `nil` if dates do not hold it.
  package init?(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    switch DateWords.meaning(ofHash: DateWords.hash(bytes, range)) {
    case .month?: self = .month
    case .joint?: self = .joint
    case .weekday?, .morning?, .afternoon?, .unit?, .ago?: self = .part
    case nil:
      // 月 and 월 make a month of the number before them.
      let sign = Scalar(in: bytes, at: range.lowerBound)
      guard sign.length == range.count, sign.value == 0x6708 || sign.value == 0xC6D4 else {
        return nil
      }
      self = .part
    }
  }

  /// The hash by which words are looked up: of their small letters.
  package static func hash(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    DateWords.hash(bytes, range)
  }

  /// The hashes of all words in a text, parted by blanks and line ends.
  package static func hashes(_ words: String) -> Set<UInt64> {
    var words = words
    return words.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      var hashes: Set<UInt64> = []
      var start = 0
      for offset in 0...bytes.count {
        if offset < bytes.count, bytes[offset] != 0x20, bytes[offset] != 0x0A { continue }
        if offset > start { hashes.insert(hash(bytes, start..<offset)) }
        start = offset + 1
      }
      return hashes
    }
  }

  /// Whether a scalar is a decimal digit of any script that pages print dates in.
  package static func isDigit(_ scalar: UInt32) -> Bool {
    0x30...0x39 ~= scalar || scalar >= 0x80 && DateText.digit(scalar) != nil
  }

  /// Whether the word at `range` names a time zone: `UTC`, `EDT`.
  package static func isZone(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    DateText.zone(bytes[range]) != nil
  }
}
