/// Days of calendars other than the Gregorian.
enum Calendar {
  /// The day of the Gregorian calendar that a date means, told by its year: those of the Thai
  /// Buddhist calendar are 543 ahead, those of the Persian calendar 621 behind.
  ///
  /// No discussion is as old as a Gregorian year that could be mistaken.
  static func gregorian(year: Int, month: Int, day: Int) -> (year: Int, month: Int, day: Int) {
    switch year {
    case 2500...2650: (year - 543, month, day)
    case 1340...1450: persian(year: year, month: month, day: day) ?? (year, month, day)
    default: (year, month, day)
    }
  }

  /// The day of a date of the Persian calendar; nil if there is none.
  ///
  /// Leap years are those of the 33-year cycle, which is right from 1244 to 1502.
  private static func persian(
    year: Int,
    month: Int,
    day: Int
  ) -> (year: Int, month: Int, day: Int)? {
    guard 1...12 ~= month, 1...31 ~= day else { return nil }
    let cycles = (year - 1) / 33
    let inCycle = (year - 1) % 33
    let leaps = cycles * 8 + (inCycle + 3) / 4 - (inCycle == 32 ? 1 : 0)
    let beforeMonth = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
    // The first day of the year 1 is day 226,895 of the Gregorian calendar.
    var days = 226_895 + (year - 1) * 365 + leaps + beforeMonth + day - 1
    var gregorian = 1
    while days > length(of: gregorian) {
      days -= length(of: gregorian)
      gregorian += 1
    }
    for (index, length) in [31, gregorian.isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      .enumerated()
    {
      if days <= length { return (gregorian, index + 1, days) }
      days -= length
    }
    return nil
  }

  private static func length(of year: Int) -> Int { year.isLeap ? 366 : 365 }
}

extension Int {
  /// Whether a Gregorian year has 366 days.
  fileprivate var isLeap: Bool { self % 4 == 0 && (self % 100 != 0 || self % 400 == 0) }
}
