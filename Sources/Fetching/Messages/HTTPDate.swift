import Glibc

/// Dates in headers: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
enum HTTPDate {
  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The moment that `text` names, in seconds since 1970; `nil` if it is no such date.
  static func seconds(of text: String) -> Int? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", parts[0].hasSuffix(","), let day = Int32(parts[1]),
      1...31 ~= day, let month = months.firstIndex(of: parts[2]), let year = Int32(parts[3]),
      1970...9999 ~= year
    else { return nil }
    let time = parts[4].split(separator: ":").map { Int32($0) ?? -1 }
    guard time.count == 3, 0...23 ~= time[0], 0...59 ~= time[1], 0...60 ~= time[2] else {
      return nil
    }
    var fields = tm()
    fields.tm_year = year - 1900
    fields.tm_mon = Int32(month)
    fields.tm_mday = day
    fields.tm_hour = time[0]
    fields.tm_min = time[1]
    fields.tm_sec = time[2]
    return timegm(&fields)
  }
}
