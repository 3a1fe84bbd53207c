import DocumentModel
import DocumentParsing

/// The end of a text the site cut: «… Read more »», in any language.
enum CutMark {
  /// The longest label, in bytes.
  private static let labelLimit = 60

  /// Where the mark begins if the line at `line` ends in one.
  ///
  /// wpDiscuz prints an ellipsis, a no-break space and the label; people who type the same words
  /// type a common blank.
  static func start(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Int? {
    var offset = line.upperBound - 6
    let limit = max(line.lowerBound, line.upperBound - labelLimit)
    while offset >= limit {
      if bytes[offset] == 0xE2, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0xA6 {
        guard bytes.isNoBreakSpace(at: offset + 3) else { return nil }
        return isLabel(bytes, bytes.trimmed(offset + 5..<line.upperBound)) ? offset : nil
      }
      offset -= 1
    }
    return nil
  }

  /// A label ends in an arrow or guillemet, or is one or two words.
  private static func isLabel(_ bytes: UnsafeRawBufferPointer, _ label: Range<Int>) -> Bool {
    guard !label.isEmpty else { return false }
    if bytes.ends(label, with: [0xC2, 0xBB]) { return true }
    return label.count <= 24 && !label.contains { [0x2E, 0x2C, 0x3F, 0x21].contains(bytes[$0]) }
  }
}
