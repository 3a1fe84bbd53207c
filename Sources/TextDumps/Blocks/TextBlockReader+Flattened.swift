import DocumentModel
import DocumentParsing

/// Lines of a flattened page.
///
/// Items of lists are indented and begin with a bullet or number, which is left out because the page's
/// layout drew it. A chunk in which a line is indented is code. Long lines are paragraphs of their own;
/// short ones are one paragraph of several lines. `>` signs stay, because people typed them.
extension TextBlockReader {
  /// What an extractor leaves of an image at the end of a comment's paragraph.
  private static let imageText = Array("comment image".utf8)

  private enum LineKind: Equatable {
    case text, row
    case quote(Int)
    case item(ListMarker)
  }

  /// Reads the chunk in the lines of `chunk`, its text cut off at offset `end`.
  mutating func readFlattened(
    _ chunk: Range<Int>,
    upTo end: Int,
    into builder: inout DocumentBuilder
  ) {
    if chunk.count > 1, isCode(chunk) { return addCode(chunk, upTo: end, into: &builder) }
    if isArticle, chunk.count == 1, readAlone(chunk.lowerBound, into: &builder) { return }
    let areParagraphs = chunk.count == 1 || areLong(chunk)
    var line = chunk.lowerBound
    while line < chunk.upperBound {
      var next = line + 1
      let kind = kind(of: line)
      switch kind {
      case .item(let marker): addItem(marker, upTo: end, into: &builder)
      case .row:
        while next < chunk.upperBound, self.kind(of: next) == .row { next += 1 }
        let isTable = next - line >= policy.leastRows
        begin(line..<next, upTo: end)
        if isTable { writer.end(.table, into: &builder) } else { endParagraph(into: &builder) }
      case .quote(let depth):
        while next < chunk.upperBound, self.kind(of: next) == kind { next += 1 }
        begin(line..<next, upTo: end)
        endParagraph(quoteDepth: depth, into: &builder)
      case .text:
        while !areParagraphs, next < chunk.upperBound, self.kind(of: next) == .text { next += 1 }
        begin(line..<next, upTo: end)
        endParagraph(into: &builder)
      }
      line = next
    }
  }

  private func kind(of line: Int) -> LineKind {
    let offsets = lines.offsets(line)
    guard let first = offsets.first else { return .text }
    if bytes[first] == UInt8(ascii: ">") { return .quote(quoteDepth(offsets)) }
    if bytes[first] == 0x20, let marker = ListMarker(bytes, offsets, limits: policy.markers) {
      return .item(marker)
    }
    return isRow(offsets) ? .row : .text
  }

  private func quoteDepth(_ offsets: Range<Int>) -> Int {
    if case .quote(let depth, _) = LineMarker.quote(bytes, offsets, limits: policy.markers) {
      depth
    } else {
      0
    }
  }

  /// Whether a line is indented further than lists are, or by a tab, and none is a list's.
  private func isCode(_ chunk: Range<Int>) -> Bool {
    let indent = policy.codeIndent
    var isIndented = false
    for line in chunk {
      let offsets = lines.offsets(line)
      guard let first = offsets.first, bytes[first] == 0x09 || bytes[first] == 0x20 else {
        continue
      }
      if ListMarker(bytes, offsets, limits: policy.markers) != nil { return false }
      isIndented =
        isIndented || bytes[first] == 0x09
        || (offsets.count > indent && offsets.prefix(indent).allSatisfy { bytes[$0] == 0x20 })
    }
    return isIndented
  }

  /// Whether most lines are too long to be verse, addresses or the like.
  private func areLong(_ chunk: Range<Int>) -> Bool {
    let total =
      lines.offsets(chunk.upperBound - 1).upperBound - lines.offsets(chunk.lowerBound).lowerBound
    return total / chunk.count > policy.longFlattenedLine
  }

  /// Begins a block with the lines of `chunk` without the blanks around them.
  private mutating func begin(_ chunk: Range<Int>, upTo end: Int) {
    let first = lines.offsets(chunk.lowerBound).lowerBound
    guard chunk.count > 1, writer.joinsLines else {
      let last = lines.offsets(chunk.upperBound - 1).upperBound
      return writer.begin(cut(bytes.trimmed(first..<last), end))
    }
    writer.begin(lines.text(chunk.lowerBound))
    for line in chunk.dropFirst() { writer.append(lines.text(line), .lineBreak) }
  }

  /// Ends a paragraph, and adds the image behind it if there is one.
  private mutating func endParagraph(
    quoteDepth: Int = 0,
    into builder: inout DocumentBuilder
  ) {
    let text = writer.range
    guard !isArticle, bytes.ends(text, with: Self.imageText) else {
      return writer.end(.paragraph, quoteDepth: quoteDepth, into: &builder)
    }
    writer.begin(text.lowerBound..<text.upperBound - Self.imageText.count)
    writer.end(.paragraph, quoteDepth: quoteDepth, into: &builder)
    builder.add(Block(.image, text: .empty))
  }

  private mutating func addCode(
    _ chunk: Range<Int>,
    upTo end: Int,
    into builder: inout DocumentBuilder
  ) {
    let first = lines.offsets(chunk.lowerBound).lowerBound
    let last = bytes.trimmed(first..<lines.offsets(chunk.upperBound - 1).upperBound).upperBound
    writer.begin(cut(first..<last, end))
    writer.end(.code, findsLinks: false, into: &builder)
  }

  private mutating func addItem(
    _ marker: ListMarker,
    upTo end: Int,
    into builder: inout DocumentBuilder
  ) {
    writer.begin(cut(bytes.trimmed(marker.text), end))
    writer.end(.listItem, level: marker.level, ordinal: marker.ordinal, into: &builder)
  }

  private func cut(_ text: Range<Int>, _ end: Int) -> Range<Int> {
    guard text.upperBound > end else { return text }
    return text.lowerBound..<max(text.lowerBound, end)
  }

  /// Reads a single line if it is a heading or a quotation; returns whether it is.
  private mutating func readAlone(_ line: Int, into builder: inout DocumentBuilder) -> Bool {
    let text = lines.text(line)
    if Quotation.closesUnopened(bytes, text) {
      writer.begin(text)
      writer.end(.paragraph, quoteDepth: 1, into: &builder)
      return true
    }
    if kind(of: line) == .text, Heading.isOne(bytes, text, longest: policy.longestHeading) {
      writer.begin(text)
      writer.end(.heading, level: 2, into: &builder)
      return true
    }
    return false
  }
}
