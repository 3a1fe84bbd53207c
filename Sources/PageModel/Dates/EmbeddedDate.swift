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
  package init?(in text: String) {
    if Self.isDate(text, unknownWords: 0) {
      self.init(before: "", date: text, behind: "")
      return
    }
    let words = text.split(separator: " ")
    guard Self.mayHoldDate(text), words.count <= 24 else { return nil }
    if let part = Self.part(words) {
      self = part
    } else if Self.isDate(text) {
      self.init(before: "", date: text, behind: "")
    } else {
      return nil
    }
  }

  /// The first of the longest runs of words that are a date to the last word.
  private static func part(_ words: [Substring]) -> EmbeddedDate? {
    for start in words.indices {
      let longest = min(words.count, start + 9)
      guard words[start..<longest].contains(where: hasDigit) else { return nil }
      for end in stride(from: longest, to: start, by: -1) {
        let part = words[start..<end].joined(separator: " ")
        guard words[start..<end].contains(where: hasDigit) else { break }
        let trimmed = part.trimmingMarks
        guard isDate(trimmed, unknownWords: 0) else { continue }
        return EmbeddedDate(
          before: words[..<start].joined(separator: " "),
          date: trimmed,
          behind: words[end...].joined(separator: " ")
        )
      }
    }
    return nil
  }

  private init(before: String, date: String, behind: String) {
    self.before = before
    self.date = date
    self.behind = behind
  }

  /// Whether a text is a date and nothing else, one that pages of our time may hold.
  package static func isDate(_ text: String, unknownWords: Int = 1) -> Bool {
    guard let line = DateLine(text.collapsed), line.unknownWords <= unknownWords else {
      return false
    }
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
    let units: Set<Substring> = [
      "s", "sec", "m", "min", "mins", "h", "hr", "hrs", "d", "w", "wk", "mo", "mon", "y", "yr",
      "yrs", "j", "t", "ч", "д", "м", "г", "л", "н", "с", "мин",
    ]
    return number.count <= 3 && units.contains(unit)
  }

  /// The moment that seconds or milliseconds since 1970 count to, or that ISO 8601 names.
  package static func epoch(_ text: String) -> Timestamp? {
    if let moment = Timestamp(iso: text.collapsed), moment.precision >= .day { return moment }
    let whole = text.collapsed.prefix { $0 != "." }
    guard let number = Int64(whole), number > 0 else { return nil }
    let seconds = number > 100_000_000_000 ? number / 1000 : number
    guard 600_000_000...2_200_000_000 ~= seconds else { return nil }
    return Timestamp(unix: seconds)
  }

  private static func hasDigit(_ word: Substring) -> Bool {
    word.utf8.contains { 0x30...0x39 ~= $0 }
  }

  /// Whether a text has digits enough for a date, or speaks of a number of some unit of time.
  private static func mayHoldDate(_ text: String) -> Bool {
    if text.utf8.count(where: { 0x30...0x39 ~= $0 }) >= 4 { return true }
    return RelativeDate.isMentioned(in: text)
  }
}

extension String {
  /// Without marks at its ends that part it from other text; brackets stay.
  package var trimmingSeparators: String { trimming(Self.separators) }

  /// Without marks at its ends that part it from other text.
  package var trimmingMarks: String { trimming(Self.marks) }

  private static let separators = Set<Character>("|·•–—,;:»«/ \u{A0}")
  private static let marks = separators.union("-()[]><\"“”")

  private func trimming(_ marks: Set<Character>) -> String {
    let start = drop(while: marks.contains)
    let length = start.count - start.reversed().prefix(while: marks.contains).count
    return String(start.prefix(length))
  }
}
