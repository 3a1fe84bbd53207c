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
    if Int(words[0]) == nil { words = words.dropFirst() }
    // `Nov 8 21:54:11 1999`, as the C library writes it.
    let isMonthFirst = words.first.map { month($0) != nil } ?? false
    guard words.count >= 3, let day = Int(words[words.startIndex + (isMonthFirst ? 1 : 0)]),
      let month = month(words[words.startIndex + (isMonthFirst ? 0 : 1)])
    else { return nil }
    words = words.dropFirst(2)
    var (clock, offset, year): ((hour: Int, minute: Int, second: Int)?, Int16?, Int?)
    for word in words.prefix(4) {
      if word.contains(":"), clock == nil {
        clock = time(word)
      } else if clock != nil || year != nil, let zone = zone(word) {
        offset = offset ?? zone
      } else if year == nil, let number = Int(word), (2...4).contains(word.utf8.count) {
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
  private static func words(of value: [UInt8]) -> [String] {
    value.prefix { $0 != UInt8(ascii: "(") }.prefix(200)
      .split { $0.isBlank || $0 == UInt8(ascii: ",") }
      .flatMap { word in
        // `30-Nov-1999`
        let isNumber = word.first.map { 0x30...0x39 ~= $0 } ?? false
        let holdsMonth = isNumber && word.contains { $0 | 0x20 >= 0x61 }
        return holdsMonth ? word.split(separator: UInt8(ascii: "-")) : [word]
      }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3, word.utf8.first.map({ $0 >= 0x41 }) == true else { return nil }
    return months.firstIndex(of: word.prefix(3).lowercased()).map { $0 + 1 }
  }

  /// RFC 5322, section 4.3.
  private static func fullYear(_ number: Int) -> Int {
    number < 50 ? 2000 + number : number < 1000 ? 1900 + number : number
  }

  private static func time(_ word: String) -> (hour: Int, minute: Int, second: Int)? {
    let parts = word.split(separator: ":").map { Int($0) }
    guard parts.count >= 2, let hour = parts[0], let minute = parts[1] else { return nil }
    return (hour, minute, parts.count > 2 ? parts[2] ?? 0 : 0)
  }

  /// Minutes east of UTC, `nil` for what is no zone or one that does not exist.
  private static func zone(_ word: String) -> Int16? {
    if let known = zones[word.uppercased()] { return known }
    guard word.utf8.count == 5, let number = Int16(word), word.hasPrefix("+") || word.hasPrefix("-")
    else { return nil }
    let (hours, minutes) = (number / 100, number % 100)
    guard abs(hours) <= 14, abs(minutes) < 60 else { return nil }
    return hours * 60 + minutes
  }

  /// The zones of RFC 5322, section 4.3, and two of Europe.
  private static let zones: [String: Int16] = [
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300,
    "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "CET": 60, "CEST": 120,
  ]
}
