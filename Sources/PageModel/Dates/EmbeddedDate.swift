import DocumentModel
import DocumentParsing

/// A date among the words of a short text.
package struct EmbeddedDate {
  /// What stands before the date.
  package let before: String
  /// The date as it is worded.
  package let date: String
  /// What stands behind it.
  package let behind: String

  /// The longest run of whole words in `text` that is a date, nil if there is none.
  ///
  /// Words are parted by single blanks, as `collapsed` leaves them.
  package init?(in text: String) {
    var text = text
    let found = text.withUTF8 { Self.range(in: UnsafeRawBufferPointer($0)) }
    guard let found else { return nil }
    let (date, words) = found
    before = words.map { Self.string(text, 0..<$0.lowerBound) } ?? ""
    self.date = Self.string(text, date)
    behind = words.map { Self.string(text, $0.upperBound..<text.utf8.count) } ?? ""
  }

  /// The text at a range of bytes, without blanks at its ends.
  private static func string(_ text: String, _ range: Range<Int>) -> String {
    let utf8 = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
    let start = utf8.drop { $0 == 0x20 }
    let rest = start.reversed().drop { $0 == 0x20 }.count
    return String(Substring(start.prefix(rest)))
  }

  /// Where a date stands in a text, and the words it was found in; no words if it is all of it.
  private static func range(
    in bytes: UnsafeRawBufferPointer
  ) -> (date: Range<Int>, words: Range<Int>?)? {
    if isDate(bytes, unknownWords: 0) { return (0..<bytes.count, nil) }
    guard mayHoldDate(bytes), let words = words(bytes) else { return nil }
    for start in words.indices {
      let window = words[start..<min(words.count, start + longestDate)]
      guard let first = window.firstIndex(where: { $0.hasDigit }) else { break }
      for last in stride(from: window.endIndex - 1, through: first, by: -1) {
        let run = words[start].range.lowerBound..<words[last].range.upperBound
        let date = bytes.trimmingMarks(run)
        if isDate(UnsafeRawBufferPointer(rebasing: bytes[date]), unknownWords: 0) {
          return (date, run)
        }
      }
    }
    return isDate(bytes, unknownWords: 1) ? (0..<bytes.count, nil) : nil
  }

  /// How many words a text may have in which a date is looked for, and how many a date has.
  private static let (mostWords, longestDate) = (24, 9)

  /// The words of a text with whether there is a digit in each, nil if they are too many.
  private static func words(
    _ bytes: UnsafeRawBufferPointer
  ) -> [(range: Range<Int>, hasDigit: Bool)]? {
    var words: [(range: Range<Int>, hasDigit: Bool)] = []
    var (start, hasDigit) = (0, false)
    for offset in 0...bytes.count {
      if offset < bytes.count, bytes[offset] != 0x20 {
        hasDigit = hasDigit || bytes[offset] &- 0x30 < 10
        continue
      }
      if offset > start {
        guard words.count < mostWords else { return nil }
        words.append((start..<offset, hasDigit))
      }
      (start, hasDigit) = (offset + 1, false)
    }
    return words
  }

  /// Whether a text is a date and nothing else, one that pages of our time may hold.
  package static func isDate(_ text: String, unknownWords: Int = 1) -> Bool {
    var text = text
    return text.withUTF8 { isDate(UnsafeRawBufferPointer($0), unknownWords: unknownWords) }
  }

  private static func isDate(_ bytes: UnsafeRawBufferPointer, unknownWords: Int) -> Bool {
    if CollapsedText.isCollapsed(bytes) { return isDateLine(bytes, unknownWords: unknownWords) }
    var text: [UInt8] = []
    CollapsedText.append(bytes, to: &text)
    return text.withUnsafeBytes { isDateLine($0, unknownWords: unknownWords) }
  }

  private static func isDateLine(_ bytes: UnsafeRawBufferPointer, unknownWords: Int) -> Bool {
    var policy = DatePolicy()
    policy.mostUnknownWords = min(policy.mostUnknownWords, unknownWords)
    guard let line = DateLine(bytes, 0..<bytes.count, policy: policy) else { return false }
    if line.isRelative { return line.unknownWords == 0 || unknownWords > 0 }
    let moment =
      DateReading(.dayFirst).timestamp(line) ?? DateReading(.monthFirst).timestamp(line)
    guard let moment else { return line.month > 0 && line.isMoment && line.unknownWords == 0 }
    return 1990...2040 ~= moment.day.year
  }

  /// Whether a text is a bare age such as «15h» or «3 d».
  package static func isAge(_ text: String) -> Bool {
    guard text.utf8.count <= 8, let first = text.utf8.first, 0x30...0x39 ~= first else {
      return false
    }
    let number = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(number.count).drop { $0 == " " }
    return number.count <= 3 && units.contains(unit)
  }

  private static let units: Set<Substring> = [
    "s", "sec", "m", "min", "mins", "h", "hr", "hrs", "d", "w", "wk", "mo", "mon", "y", "yr",
    "yrs", "j", "t", "ч", "д", "м", "г", "л", "н", "с", "мин",
  ]

  /// The moment that seconds or milliseconds since 1970 count to, or that ISO 8601 names.
  package static func epoch(_ text: String) -> Timestamp? {
    if let moment = Timestamp(iso: text.collapsed), moment.precision >= .day { return moment }
    let whole = text.collapsed.prefix { $0 != "." }
    guard let number = Int64(whole), number > 0 else { return nil }
    let seconds = number > 100_000_000_000 ? number / 1000 : number
    guard 600_000_000...2_200_000_000 ~= seconds else { return nil }
    return Timestamp(unix: seconds)
  }

  /// Whether a text has digits enough for a date, or speaks of a number of some unit of time.
  private static func mayHoldDate(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count(where: { $0 &- 0x30 < 10 }) >= 4
      || RelativeDate.isMentioned(bytes, 0..<bytes.count)
  }
}
