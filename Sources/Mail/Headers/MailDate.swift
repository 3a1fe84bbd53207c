import DocumentModel
import MailText

/// Dates of mail (RFC 5322, section 3.3, and what was written before it).
enum MailDate {
  /// The moment an unfolded value names, `nil` if it names none.
  ///
  /// The day of the week, the seconds and the zone may be missing, years may have two digits. A zone
  /// that does not exist counts as none. O(length).
  static func timestamp(_ value: [UInt8]) -> Timestamp? {
    var words = words(of: value)[...]
    guard !words.isEmpty else { return nil }
    if number(words[0]) == nil { words = words.dropFirst() }
    // `Nov 8 21:54:11 1999`, as the C library writes it.
    let isMonthFirst = words.first.map { month($0) != nil } ?? false
    guard words.count >= 3, let day = number(words[words.startIndex + (isMonthFirst ? 1 : 0)]),
      let month = month(words[words.startIndex + (isMonthFirst ? 0 : 1)])
    else { return nil }
    words = words.dropFirst(2)
    var (clock, offset, year): ((hour: Int, minute: Int, second: Int)?, Int16?, Int?)
    for word in words.prefix(4) {
      if word.contains(UInt8(ascii: ":")), clock == nil {
        clock = time(word)
      } else if clock != nil || year != nil, let zone = zone(word) {
        offset = offset ?? zone
      } else if year == nil, let number = number(word), (2...4).contains(word.count) {
        year = fullYear(number)
      }
    }
    guard let year else { return nil }
    guard let clock else {
      return Timestamp(year: year, month: month, day: day, precision: .day)
    }
    return Timestamp(
      year: year,
      month: month,
      day: day,
      hour: clock.hour,
      minute: clock.minute,
      second: clock.second,
      offset: offset,
      precision: .second
    )
  }

  /// The words up to the first comment, commas as blanks.
  private static func words(of value: [UInt8]) -> [ArraySlice<UInt8>] {
    let text = value.prefix(200).prefix { $0 != UInt8(ascii: "(") }
    var words = text.split { $0.isBlank || $0 == UInt8(ascii: ",") }
    // `30-Nov-1999`
    if let dashed = words.firstIndex(where: isDashed) {
      words.replaceSubrange(
        dashed...dashed,
        with: words[dashed].split(separator: UInt8(ascii: "-"))
      )
    }
    return words
  }

  private static func isDashed(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, 0x30...0x39 ~= first else { return false }
    return word.contains { $0 | 0x20 >= 0x61 } && word.contains(UInt8(ascii: "-"))
  }

  /// The number that up to nine digits stand for, behind a sign or not.
  private static func number(_ word: ArraySlice<UInt8>) -> Int? {
    let isNegative = word.first == UInt8(ascii: "-")
    let digits = isNegative || word.first == UInt8(ascii: "+") ? word.dropFirst() : word
    guard 1...9 ~= digits.count, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return isNegative ? -number : number
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count >= 3, let first = word.first, first >= 0x41 else { return nil }
    let name = word.prefix(3)
    return months.firstIndex { $0.utf8.elementsEqual(name) { $0 == $1 | 0x20 } }.map { $0 + 1 }
  }

  /// RFC 5322, section 4.3.
  private static func fullYear(_ number: Int) -> Int {
    number < 50 ? 2000 + number : number < 1000 ? 1900 + number : number
  }

  private static func time(
    _ word: ArraySlice<UInt8>
  ) -> (hour: Int, minute: Int, second: Int)? {
    let parts = word.split(separator: UInt8(ascii: ":")).map(number)
    guard parts.count >= 2, let hour = parts[0], let minute = parts[1] else { return nil }
    return (hour, minute, parts.count > 2 ? parts[2] ?? 0 : 0)
  }

  /// Minutes east of UTC, `nil` for what is no zone or one that does not exist.
  private static func zone(_ word: ArraySlice<UInt8>) -> Int16? {
    let isSigned = word.first == UInt8(ascii: "+") || word.first == UInt8(ascii: "-")
    guard isSigned else { return zones[String(decoding: word, as: UTF8.self).uppercased()] }
    guard word.count == 5, let number = number(word) else { return nil }
    let (hours, minutes) = (number / 100, number % 100)
    guard abs(hours) <= 14, abs(minutes) < 60 else { return nil }
    return Int16(hours * 60 + minutes)
  }

  /// The zones of RFC 5322, section 4.3, and two of Europe.
  private static let zones: [String: Int16] = [
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300,
    "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "CET": 60, "CEST": 120,
  ]
}
