import DocumentModel
import Testing

@testable import ReaderUI

@Suite("Dates in words")
struct DateFormatTests {
  private static func text(_ precision: Timestamp.Precision, hours: Int64) -> String {
    DateFormat.relative(Timestamp(wallClock: 0, precision: precision), now: hours * 3600)
  }

  @Test("A date is told no finer than it is known")
  func precision() {
    #expect(Self.text(.minute, hours: 3) == "3 hours ago")
    #expect(Self.text(.day, hours: 15) == "today")
    #expect(Self.text(.day, hours: 30) == "yesterday")
    #expect(Self.text(.day, hours: 80) == "3 days ago")
    #expect(Self.text(.month, hours: 2000) == "1970-01")
  }

  @Test(
    "The largest unit that fits is told",
    arguments: [
      (59, "just now"), (60, "1 minute ago"), (3599, "59 minutes ago"), (3600, "1 hour ago"),
      (86_399, "23 hours ago"), (86_400, "1 day ago"), (604_799, "6 days ago"),
      (604_800, "1 week ago"), (2_629_745, "4 weeks ago"), (2_629_746, "1 month ago"),
      (31_556_951, "11 months ago"), (31_556_952, "1 year ago"), (-1, "1970-01-01 00:00"),
    ] as [(Int64, String)]
  )
  func units(seconds: Int64, text: String) {
    let date = Timestamp(wallClock: 0, precision: .minute)
    #expect(DateFormat.relative(date, now: seconds) == text)
  }

  @Test("A day is today until its end, then yesterday for a day")
  func days() {
    let date = Timestamp(wallClock: 0, precision: .day)
    #expect(DateFormat.relative(date, now: 86_399) == "today")
    #expect(DateFormat.relative(date, now: 86_400) == "yesterday")
    #expect(DateFormat.relative(date, now: 172_799) == "yesterday")
    #expect(DateFormat.relative(date, now: 172_800) == "2 days ago")
  }
}
