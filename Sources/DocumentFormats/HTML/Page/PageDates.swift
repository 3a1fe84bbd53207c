import DocumentModel
import DocumentParsing

/// Reads the dates of a page, all in the order of day and month that suits them together.
struct PageDates {
  private let reading: DateReading

  /// Learns from the dates of a page that are given in words.
  init(_ dates: some Sequence<PageDate>) {
    let lines = dates.lazy.filter { $0.moment == nil }.compactMap { Self.line($0) }
    reading = DateReading.infer(Array(lines))
  }

  /// The moment a date tells, nil if it counts from a now that nobody knows.
  subscript(date: PageDate) -> Timestamp? {
    date.moment ?? Self.line(date).flatMap(reading.timestamp)
  }

  private static func line(_ date: PageDate) -> DateLine? {
    guard let absolute = line(date.absolute) else { return line(date.text) }
    return absolute
  }

  private static func line(_ text: String) -> DateLine? {
    var text = text
    return text.withUTF8 { bytes in
      DateLine(UnsafeRawBufferPointer(bytes), 0..<bytes.count)
    }
  }
}
