import Glibc

/// A moment, in words that follow «since».
struct Moment {
  private let seconds: Int64

  /// The moment `seconds` after 1970-01-01T00:00Z.
  init(_ seconds: Int64) { self.seconds = seconds }

  private static let days = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// As it is called at `now`, by the local clock: a time of today, yesterday, a day of the last week,
  /// or a date.
  func since(_ now: Int64) -> String {
    let (then, today) = (Self.local(seconds), Self.local(now))
    let apart = Self.day(of: today) - Self.day(of: then)
    switch apart {
    case 0: return "\(Self.padded(then.tm_hour)):\(Self.padded(then.tm_min))"
    case 1: return "yesterday"
    case 2...6: return Self.days[Int(max(0, min(6, then.tm_wday)))]
    default:
      return "\(then.tm_year + 1900)-\(Self.padded(then.tm_mon + 1))-\(Self.padded(then.tm_mday))"
    }
  }

  /// Day and time by the local clock: `2026-11-02 09:30`.
  var inFull: String {
    let then = Self.local(seconds)
    let day =
      "\(then.tm_year + 1900)-\(Self.padded(then.tm_mon + 1))-\(Self.padded(then.tm_mday))"
    return "\(day) \(Self.padded(then.tm_hour)):\(Self.padded(then.tm_min))"
  }

  private static func local(_ seconds: Int64) -> tm {
    var (time, parts) = (time_t(seconds), tm())
    localtime_r(&time, &parts)
    return parts
  }

  /// The days since an arbitrary one.
  private static func day(of parts: tm) -> Int {
    var noon = parts
    (noon.tm_hour, noon.tm_min, noon.tm_sec) = (12, 0, 0)
    return Int(timegm(&noon)) / 86_400
  }

  private static func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
