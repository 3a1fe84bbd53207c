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

  /// The longest run of whole words in a text that is a date, nil if there is none.
  ///
  /// The text is UTF-8 as `CollapsedText` makes it: words are parted by single blanks. Memory is
  /// taken for what is found only.
  package init?(in text: UnsafeRawBufferPointer) {
    guard let (date, words) = Self.range(in: text) else { return nil }
    before = words.map { Self.string(text, 0..<$0.lowerBound) } ?? ""
    self.date = Self.string(text, date)
    behind = words.map { Self.string(text, $0.upperBound..<text.count) } ?? ""
  }

  /// The same of text in which no-break spaces are blanks.
  package init?(in text: String) {
    let isPlain = !text.has("\u{A0}")
    var text = (isPlain ? text : text.replacing("\u{A0}", with: " ")).collapsed
    let found = text.withUTF8 { EmbeddedDate(in: UnsafeRawBufferPointer($0)) }
    guard let found else { return nil }
    self = found
  }

  /// The text at a range of bytes, without blanks at its ends.
  private static func string(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> String {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start] == 0x20 { start += 1 }
    while start < end, text[end - 1] == 0x20 { end -= 1 }
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  /// Where a date stands in a text, and the words it was found in; no words if it is all of it.
  private static func range(
    in bytes: UnsafeRawBufferPointer
  ) -> (date: Range<Int>, words: Range<Int>?)? {
    if isDateLine(bytes, unknownWords: 0) { return (0..<bytes.count, nil) }
    guard mayHoldDate(bytes) else { return nil }
    return withUnsafeTemporaryAllocation(of: Word.self, capacity: mostWords) { buffer in
      guard let count = words(bytes, into: buffer) else { return nil }
      return run(of: UnsafeBufferPointer(rebasing: buffer[..<count]), in: bytes)
        ?? (isDateLine(bytes, unknownWords: 1) ? (0..<bytes.count, nil) : nil)
    }
  }

  /// The longest run of words that is a date, of the first that begin one.
  private static func run(
    of words: UnsafeBufferPointer<Word>,
    in bytes: UnsafeRawBufferPointer
  ) -> (date: Range<Int>, words: Range<Int>?)? {
    for start in words.indices {
      let window = words[start..<min(words.count, start + longestDate)]
      guard let first = window.firstIndex(where: \.hasDigit) else { break }
      let end = window.firstIndex(where: \.isForeign) ?? window.endIndex
      for last in stride(from: end - 1, through: first, by: -1) {
        let run = words[start].range.lowerBound..<words[last].range.upperBound
        let date = bytes.trimmingMarks(run)
        let line = CollapsedText.trimmed(UnsafeRawBufferPointer(rebasing: bytes[date]))
        if isDateLine(line, unknownWords: 0) { return (date, run) }
      }
    }
    return nil
  }

  /// How many words a text may have in which a date is looked for, and how many a date has.
  private static let (mostWords, longestDate) = (24, 9)

  /// A word of a text.
  private struct Word {
    let range: Range<Int>
    let hasDigit: Bool
    /// Whether no date holds it.
    let isForeign: Bool
  }

  /// Writes the words of a text to a buffer; how many there are, nil if they are too many for it.
  private static func words(
    _ bytes: UnsafeRawBufferPointer,
    into words: UnsafeMutableBufferPointer<Word>
  ) -> Int? {
    var count = 0
    var (start, hasDigit) = (0, false)
    for offset in 0...bytes.count {
      if offset < bytes.count, bytes[offset] != 0x20 {
        hasDigit = hasDigit || bytes[offset] &- 0x30 < 10
        continue
      }
      if offset > start {
        guard count < words.count else { return nil }
        let range = start..<offset
        words.initializeElement(
          at: count,
          to: Word(
            range: range,
            hasDigit: hasDigit,
            isForeign: DateLine.isForeign(bytes, word: range)
          )
        )
        count += 1
      }
      (start, hasDigit) = (offset + 1, false)
    }
    return count
  }

  /// Whether a text is a date and nothing else, one that pages of our time may hold.
  package static func isDate(_ text: String, unknownWords: Int = 1) -> Bool {
    var text = text
    return text.withUTF8 { isDate(UnsafeRawBufferPointer($0), unknownWords: unknownWords) }
  }

  /// The same, of UTF-8.
  package static func isDate(_ bytes: UnsafeRawBufferPointer, unknownWords: Int = 1) -> Bool {
    CollapsedText.with(bytes) { isDateLine($0, unknownWords: unknownWords) }
  }

  /// The same, of UTF-8 as `CollapsedText` makes it.
  package static func isDateLine(
    _ bytes: UnsafeRawBufferPointer,
    unknownWords: Int = 1
  ) -> Bool {
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
  package static func isAge(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count <= 8, let first = bytes.first, 0x30...0x39 ~= first,
      let last = bytes.last, !(0x30...0x39 ~= last)
    else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
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
