import DocumentModel
import DocumentParsing

/// Reads the dates of a page, all in the order of day and month that suits them together.
package struct PageDates {
  private let reading: DateReading

  /// Learns from the dates of a page that are given in words.
  package init(_ dates: [PageDate]) {
    var lines: [DateLine] = []
    for date in dates where date.moment == nil {
      if let line = Self.line(date) { lines.append(line) }
    }
    reading = DateReading.infer(lines)
  }

  /// The moment a date tells, nil if it counts from a now that nobody knows.
  package subscript(date: PageDate) -> Timestamp? {
    date.moment ?? Self.line(date).flatMap(reading.timestamp)
  }

  private static func line(_ date: PageDate) -> DateLine? {
    DateLine(date.absolute) ?? DateLine(date.text)
  }
}

extension DateLine {
  /// Reads `text`, `nil` if it is anything but a date.
  package init?(_ text: String) {
    var text = text
    let line = text.withUTF8 { DateLine(UnsafeRawBufferPointer($0), 0..<$0.count) }
    guard let line else { return nil }
    self = line
  }
}
