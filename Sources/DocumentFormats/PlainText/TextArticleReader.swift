import DocumentModel
import DocumentParsing

/// Reads an article of plain text: title, byline, blocks.
struct TextArticleReader {
  private let bytes: UnsafeRawBufferPointer
  private let lines: LineTable

  init(_ bytes: UnsafeRawBufferPointer, _ lines: LineTable) {
    self.bytes = bytes
    self.lines = lines
  }

  /// Adds the article in the lines of `range` to `builder`.
  func read(_ range: Range<Int>, into builder: inout DocumentBuilder) {
    var line = firstFilled(range.lowerBound, range.upperBound)
    if line < range.upperBound, isTitle(line, range.upperBound) {
      let text = bytes.trimmed(lines.offsets(line))
      builder.title = TextRange(text.lowerBound, text.upperBound)
      line = firstFilled(line + 1, range.upperBound)
    }
    if line < range.upperBound, let byline = Byline(bytes, bytes.trimmed(lines.offsets(line))) {
      builder.byline = byline.line
      builder.articleAuthor = byline.author
      line += 1
    }
    var reader = TextBlockReader(bytes, lines)
    reader.findsHeadings = true
    reader.findsQuotations = true
    reader.read(min(line, range.upperBound)..<range.upperBound, into: &builder)
  }

  /// A title is one line, not overlong, with a blank line below it or nothing at all.
  private func isTitle(_ line: Int, _ end: Int) -> Bool {
    let length = bytes.trimmed(lines.offsets(line)).count
    return length <= 300 && (line + 1 >= end || lines.isBlank(line + 1, in: bytes))
  }

  private func firstFilled(_ line: Int, _ end: Int) -> Int {
    var line = line
    while line < end, lines.isBlank(line, in: bytes) { line += 1 }
    return line
  }
}
