import DocumentModel
import Terminal

/// Text that is not in a document, in lines of a width.
public enum WrappedText {
  /// The lines of `text`, broken where the reader breaks them; `width` is 1 or more.
  ///
  /// From the second line on, `hanging` blanks come first, if that leaves half of the width. Blanks at
  /// the ends of lines are left out. O(length).
  public static func lines(of text: String, width: Int, hanging: Int = 0) -> [String] {
    guard DisplayWidth.of(text) > width else { return [text] }
    let indent = hanging <= width / 2 ? hanging : 0
    return Array(text.utf8).withUnsafeBytes { bytes in
      let breaker = LineBreaker(bytes)
      var lines: [String] = []
      for source in SourceLines(bytes, of: 0..<bytes.count) {
        var start = source.lowerBound
        if source.isEmpty { lines.append("") }
        while start < source.upperBound {
          let before = lines.isEmpty ? 0 : indent
          let slice = breaker.line(from: start, to: source.upperBound, width: width - before)
          let shown = String(decoding: bytes[slice.start..<slice.contentEnd], as: UTF8.self)
          let line = String(repeating: " ", count: before) + shown
          lines.append(slice.endsInHyphen ? line + "-" : line)
          start = slice.end
        }
      }
      return lines
    }
  }
}
