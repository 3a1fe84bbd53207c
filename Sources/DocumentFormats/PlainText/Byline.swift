import DocumentModel
import DocumentParsing

/// The line under a title that names the author: «By A from The B Review».
struct Byline {
  /// The whole line.
  let line: TextRange
  /// The name alone.
  let author: TextRange

  /// The longest line that can be a byline, in bytes.
  private static let lengthLimit = 120

  private static let openings: [[UInt8]] = [
    "By ", "by ", "BY ", "Von ", "von ", "Par ", "par ", "Por ", "por ", "Di ", "Door ", "door ",
    "Av ", "Af ", "Autor: ", "Автор: ", "Author: ", "Written by ",
  ].map { Array($0.utf8) }

  private static let closings: [[UInt8]] = [
    " from ", " for ", " at ", " | ", ", ", " – ", " — ", " in ", " on ", " aus ", " für ",
    " pour ",
    " para ", " per ", " voor ", " för ",
  ].map { Array($0.utf8) }

  /// Reads the line at `range`, `nil` if it is none.
  init?(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    guard range.count <= Self.lengthLimit,
      let opening = Self.openings.first(where: { bytes.starts(range, with: $0) }),
      let last = range.last, ![0x2E, 0x21, 0x3F, 0x3A, 0x3B].contains(bytes[last])
    else { return nil }
    let start = range.lowerBound + opening.count
    var end = range.upperBound
    for closing in Self.closings {
      for offset in start..<end where bytes.starts(offset..<end, with: closing) {
        end = offset
        break
      }
    }
    let name = bytes.trimmed(start..<end)
    guard let first = name.first, !(0x61...0x7A ~= bytes[first]) else { return nil }
    line = TextRange(range.lowerBound, range.upperBound)
    author = TextRange(name.lowerBound, name.upperBound)
  }
}
