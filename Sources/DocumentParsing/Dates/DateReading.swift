import DocumentModel

/// How the numbers of one date format are read; the same for every date of a page.
package struct DateReading: Hashable, Sendable {
  /// The order of day and month where both are numbers and the year does not come first.
  package enum Order: Sendable { case dayFirst, monthFirst }

  /// The order of day and month.
  package let order: Order
  /// The first year of two digits that belongs to the twentieth century.
  private let centuryStart: Int

  /// A reading that takes day and month in `order`.
  package init(_ order: Order, policy: DatePolicy = DatePolicy()) {
    self.order = order
    centuryStart = policy.centuryStart
  }

  /// The moment a line tells, `nil` if it is relative, lacks the year or is no day of the calendar.
  package func timestamp(_ line: DateLine) -> Timestamp? {
    guard !line.isRelative, !lacksYear(line) else { return nil }
    let time = line.time
    guard let (year, month, day) = parts(line, besides: time) else { return nil }
    let precision: Timestamp.Precision =
      switch time.count {
      case 0: .day
      case 1, 2: .minute
      default: .second
      }
    let date = Calendar.gregorian(year: year, month: month, day: day)
    return Timestamp(
      year: date.year,
      month: date.month,
      day: date.day,
      hour: time.isEmpty ? 0 : hour(line, time.lowerBound),
      minute: time.count > 1 ? line.number(time.lowerBound + 1) : 0,
      second: time.count > 2 ? line.number(time.lowerBound + 2) : 0,
      offset: precision >= .minute ? line.offset : nil,
      precision: precision
    )
  }

  /// Whether the numbers of a line are those of no day of the calendar.
  ///
  /// Where a word beside a year may be the name of a month, nobody knows.
  package func isImpossible(_ line: DateLine) -> Bool {
    let mayNameMonth = line.month == 0 && line.unknownWords > 0 && line.fourDigits != 0
    return !mayNameMonth && !line.isRelative && !lacksYear(line) && timestamp(line) == nil
  }

  /// The one of the two orders that suits all lines of a page best.
  ///
  /// See `Evidence`.
  package static func infer(
    _ lines: [DateLine],
    policy: DatePolicy = DatePolicy()
  ) -> DateReading {
    var evidence = Evidence(policy: policy)
    for line in lines { evidence.add(line) }
    return evidence.reading
  }

  /// Whether a line names day, month, hour and minute: «Jun 20th at 1:38 pm».
  private func lacksYear(_ line: DateLine) -> Bool {
    guard line.month > 0, line.count == 3, line.fourDigits == 0 else { return false }
    return line.timeStart.map { $0 < 2 } ?? false
  }

  /// What the numbers that do not tell the `time` of day mean.
  @inline(__always)
  private func parts(
    _ line: DateLine,
    besides time: Range<Int>
  ) -> (year: Int, month: Int, day: Int)? {
    let count = line.count - time.count
    @inline(__always)
    func number(_ place: Int) -> (value: Int, isLong: Bool) {
      let index = place < time.lowerBound ? place : place + time.count
      return (line.number(index), line.fourDigits & (1 << UInt8(index)) != 0)
    }
    guard count >= (line.month > 0 ? 2 : 3) else { return nil }
    let (first, second) = (number(0), number(1))
    if line.month > 0 {
      let isYearFirst = first.isLong || (!second.isLong && first.value > 31)
      return isYearFirst
        ? (full(first), line.month, second.value) : (full(second), line.month, first.value)
    }
    let third = number(2)
    if first.isLong || (!third.isLong && first.value > 31) {
      return (full(first), second.value, third.value)
    }
    return order == .dayFirst
      ? (full(third), second.value, first.value) : (full(third), first.value, second.value)
  }

  /// Years of two digits belong to the century the policy says.
  @inline(__always)
  private func full(_ year: (value: Int, isLong: Bool)) -> Int {
    year.isLong ? year.value : year.value + (year.value < centuryStart ? 2000 : 1900)
  }

  /// The hour of the day the number at `index` means.
  private func hour(_ line: DateLine, _ index: Int) -> Int {
    let hour = line.number(index)
    guard let isAfternoon = line.isAfternoon, hour <= 12 else { return hour }
    return hour % 12 + (isAfternoon ? 12 : 0)
  }
}
