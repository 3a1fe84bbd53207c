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
}
