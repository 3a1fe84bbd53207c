import DocumentModel

/// How the numbers of one date format are read; the same for every date of a page.
public struct DateReading: Hashable, Sendable {
  /// The order of day and month where both are numbers and the year does not come first.
  public enum Order: Sendable { case dayFirst, monthFirst }

  /// The order of day and month.
  public let order: Order

  /// A reading that takes day and month in `order`.
  public init(_ order: Order) { self.order = order }

  /// The moment a line tells, `nil` if it is relative, lacks the year or is no day of the calendar.
  public func timestamp(_ line: DateLine) -> Timestamp? {
    guard !line.isRelative, !lacksYear(line), let parts = parts(line) else { return nil }
    let time = timeOfDay(line)
    return Timestamp(
      year: parts.year,
      month: parts.month,
      day: parts.day,
      hour: time?.hour ?? 0,
      minute: time?.minute ?? 0,
      second: time?.second ?? 0,
      precision: time == nil ? .day : time?.second == nil ? .minute : .second
    )
  }

  /// The one of the two orders that suits all lines of a page best.
  ///
  /// See `Evidence`.
  @inlinable
  public static func infer(_ lines: some Sequence<DateLine>) -> DateReading {
    var evidence = Evidence()
    for line in lines { evidence.add(line) }
    return evidence.reading
  }

  /// Whether a line names day, month, hour and minute: «Jun 20th at 1:38 pm».
  private func lacksYear(_ line: DateLine) -> Bool {
    guard line.month > 0, line.count == 3, line.fourDigits == 0 else { return false }
    return line.timeStart.map { $0 < 2 } ?? false
  }

  private func parts(_ line: DateLine) -> (year: Int, month: Int, day: Int)? {
    typealias Number = (value: Int, isLong: Bool)
    var numbers: (Number, Number, Number) = ((0, false), (0, false), (0, false))
    var count = 0
    let timeRange = timeRange(line)
    for index in 0..<line.count where !timeRange.contains(index) {
      let number = (line.number(index), line.fourDigits & (1 << UInt8(index)) != 0)
      switch count {
      case 0: numbers.0 = number
      case 1: numbers.1 = number
      case 2: numbers.2 = number
      default: break
      }
      count += 1
    }
    if line.month > 0 {
      guard count >= 2 else { return nil }
      let yearFirst = numbers.0.isLong || (!numbers.1.isLong && numbers.0.value > 31)
      let (year, day) = yearFirst ? (numbers.0, numbers.1) : (numbers.1, numbers.0)
      return (full(year), line.month, day.value)
    }
    guard count >= 3 else { return nil }
    if numbers.0.isLong || (!numbers.2.isLong && numbers.0.value > 31) {
      return (full(numbers.0), numbers.1.value, numbers.2.value)
    }
    let (day, month) =
      order == .dayFirst ? (numbers.0, numbers.1) : (numbers.1, numbers.0)
    return (full(numbers.2), month.value, day.value)
  }

  /// Years of two digits lie between 1970 and 2069.
  private func full(_ year: (value: Int, isLong: Bool)) -> Int {
    year.isLong ? year.value : year.value + (year.value < 70 ? 2000 : 1900)
  }

  /// Which numbers tell the time of day: those behind a colon or «h», else what the date leaves.
  private func timeRange(_ line: DateLine) -> Range<Int> {
    let inDate = line.month > 0 ? 2 : 3
    let spare = line.count - inDate
    guard let start = line.timeStart else {
      return min(line.count, inDate)..<line.count
    }
    let end = min(line.count, start + max(1, min(3, spare)))
    return start..<end
  }

  private func timeOfDay(_ line: DateLine) -> (hour: Int, minute: Int, second: Int?)? {
    let range = timeRange(line)
    guard let first = range.first else { return nil }
    var hour = line.number(first)
    if let isAfternoon = line.isAfternoon, hour <= 12 {
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    return (
      hour, range.count > 1 ? line.number(first + 1) : 0,
      range.count > 2 ? line.number(first + 2) : nil
    )
  }
}
