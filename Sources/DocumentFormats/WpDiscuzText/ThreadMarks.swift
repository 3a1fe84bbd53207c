import DocumentModel
import DocumentParsing

/// What one page's thread prints around every comment, learned from the page itself.
///
/// Nothing here is a word of some language: a site prints all dates in one format, all answers
/// behind one phrase, all buttons with one label, and what is constant in the right places is it.
struct ThreadMarks {
  /// The shape of the page's date lines.
  var dateShape: UInt64
  /// How the numbers of dates are read.
  var reading: DateReading
  /// What stands before the name of who is answered, up to and with the blanks.
  var replyPrefix: [UInt8]?
  /// The label below every comment, under its votes; newer extractors keep it.
  var footer: Range<Int>?

  /// A line that may be a date, and what it says.
  struct DatedLine {
    private let lineNumber: Int32
    let date: DateLine

    init(line: Int, date: DateLine) {
      lineNumber = Int32(line)
      self.date = date
    }

    /// The line.
    var line: Int { Int(lineNumber) }
  }

  /// Whether line `offsets` is «Reply to NAME»; the name's place if it is.
  func replyName(_ bytes: UnsafeRawBufferPointer, _ offsets: Range<Int>) -> Range<Int>? {
    guard let replyPrefix, offsets.count > replyPrefix.count,
      bytes.starts(offsets, with: replyPrefix)
    else { return nil }
    let name = bytes.trimmed(offsets.lowerBound + replyPrefix.count..<offsets.upperBound)
    return name.isEmpty ? nil : name
  }
}
