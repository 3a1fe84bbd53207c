/// A date and time as the source states it: wall-clock time, and the offset from UTC if given.
public struct Timestamp: Hashable, Sendable {
  /// The smallest unit that the source states.
  public enum Precision: UInt8, Sendable, Comparable {
    case year, month, day, minute, second

    /// Coarse precisions are less than fine ones.
    public static func < (left: Precision, right: Precision) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// Seconds since 1970-01-01T00:00 by the wall clock, as if it showed UTC.
  public let wallClock: Int64
  /// Minutes east of UTC, `nil` if the source gives no time zone.
  public let offset: Int16?
  /// The smallest unit that the source states; smaller units are zero.
  public let precision: Precision

  /// A timestamp from wall-clock seconds.
  public init(wallClock: Int64, offset: Int16? = nil, precision: Precision) {
    self.wallClock = wallClock
    self.offset = offset
    self.precision = precision
  }

  /// A timestamp from its parts, `nil` unless they are a valid date and time.
  ///
  /// `second` may be 60, a leap second, and counts as 59.
  public init?(
    year: Int,
    month: Int = 1,
    day: Int = 1,
    hour: Int = 0,
    minute: Int = 0,
    second: Int = 0,
    offset: Int16? = nil,
    precision: Precision
  ) {
    guard 1...9999 ~= year, 1...12 ~= month, 1...Self.days(inMonth: month, of: year) ~= day,
      0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second
    else { return nil }
    let days = Self.days(toYear: year, month: month, day: day)
    self.init(
      wallClock: Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + min(second, 59)),
      offset: offset,
      precision: precision
    )
  }

  /// Seconds since 1970-01-01T00:00Z; a missing offset counts as UTC.
  public var seconds: Int64 { wallClock - Int64(offset ?? 0) * 60 }

  /// The day of the calendar, by the wall clock.
  public var day: (year: Int, month: Int, day: Int) {
    Self.civil(fromDays: Int((wallClock - secondsOfDay) / 86_400))
  }

  /// The time of day, by the wall clock.
  public var time: (hour: Int, minute: Int, second: Int) {
    let rest = Int(secondsOfDay)
    return (rest / 3600, rest / 60 % 60, rest % 60)
  }

  private var secondsOfDay: Int64 { (wallClock % 86_400 + 86_400) % 86_400 }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar; `year` is 1 or later.
  ///
  /// Counts years that start in March, so that the leap day comes last.
  private static func days(toYear year: Int, month: Int, day: Int) -> Int {
    // Narrow and unsigned, for division by a constant then takes two instructions.
    let years = UInt32(truncatingIfNeeded: month <= 2 ? year - 1 : year)
    let months = UInt32(truncatingIfNeeded: month > 2 ? month - 3 : month + 9)
    let leapDays = years / 4 &- years / 100 &+ years / 400
    let dayOfYear = Int((153 &* months &+ 2) / 5) + day - 1
    return Int(years &* 365 &+ leapDays) + dayOfYear - 719_468
  }

  /// The inverse of `days(toYear:month:day:)`.
  private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601 to the known precision: `2016-09-26T15:53`, with the offset if there is one.
  public var description: String {
    let (year, month, day) = self.day
    let (hour, minute, second) = time
    return String(unsafeUninitializedCapacity: Self.longestDescription) { text in
      var count = 0
      func write(_ sign: Unicode.Scalar) {
        text[count] = UInt8(ascii: sign)
        count += 1
      }
      func write(_ number: Int, _ width: Int) {
        let digits = String(number).utf8
        for _ in 0..<max(0, width - digits.count) { write("0") }
        for digit in digits { write(Unicode.Scalar(digit)) }
      }
      write(year, 4)
      for (part, least) in [(month, Precision.month), (day, .day)] where precision >= least {
        write("-")
        write(part, 2)
      }
      guard precision >= .minute else { return count }
      write("T")
      write(hour, 2)
      write(":")
      write(minute, 2)
      if precision >= .second {
        write(":")
        write(second, 2)
      }
      guard let offset else { return count }
      write(offset < 0 ? "-" : "+")
      write(abs(Int(offset)) / 60, 2)
      write(":")
      write(abs(Int(offset)) % 60, 2)
      return count
    }
  }

  /// More bytes than any date takes: the year has 12 digits at most, all else 21 characters.
  private static let longestDescription = 48
}
