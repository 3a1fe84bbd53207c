import DocumentModel

/// Dates in words.
enum DateFormat {
  /// When it was: `2016-09-26 15:53`.
  static func absolute(_ date: Timestamp) -> String {
    let (year, month, day) = date.day
    let (hour, minute, _) = date.time
    var text = "\(year)"
    if date.precision >= .month { text += "-\(two(month))" }
    if date.precision >= .day { text += "-\(two(day))" }
    if date.precision >= .minute { text += " \(two(hour)):\(two(minute))" }
    return text
  }

  /// How long ago it was, for somebody reading at `now`: `3 hours ago`, `2 years ago`.
  ///
  /// No finer than the date itself: what is known to the day was `today`, `yesterday`, and what is
  /// known to the month or the year is told as such.
  static func relative(_ date: Timestamp, now: Int64) -> String {
    let seconds = now - date.seconds
    guard seconds >= 0 else { return absolute(date) }
    if date.precision < .day { return absolute(date) }
    if date.precision < .minute, seconds < 2 * 86_400 {
      return seconds < 86_400 ? "today" : "yesterday"
    }
    let steps: [(size: Int64, name: String)] = [
      (31_556_952, "year"), (2_629_746, "month"), (604_800, "week"), (86_400, "day"),
      (3600, "hour"), (60, "minute"),
    ]
    for (size, name) in steps where seconds >= size {
      return "\(Int(seconds / size).counted(name)) ago"
    }
    return "just now"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
