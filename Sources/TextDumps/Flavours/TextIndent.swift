import DocumentModel
import DocumentParsing

/// The indent of lines.
enum TextIndent {
  /// The columns of blanks a line begins with; a tab counts as eight.
  static func columns(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Int {
    var columns = 0
    for byte in bytes[line] {
      switch byte {
      case 0x20: columns += 1
      case 0x09: columns = columns / 8 * 8 + 8
      default: return columns
      }
    }
    return columns
  }

  /// The column in which the text of a line begins, behind the number of an item: numbers of more
  /// digits begin further left.
  static func textColumn(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Int {
    let text = bytes.trimmed(line)
    let number = text.prefix { bytes[$0] &- 0x30 < 10 }
    let behind = text.lowerBound + number.count
    guard !number.isEmpty, number.count <= 4, behind + 1 < text.upperBound,
      bytes[behind] == 0x2E, bytes[behind + 1] == 0x20
    else { return columns(bytes, line) }
    let rest = bytes.trimmed(behind + 1..<text.upperBound)
    return columns(bytes, line) + rest.lowerBound - text.lowerBound
  }
}
