import DocumentModel
import DocumentParsing

/// Lines that somebody typed.
///
/// A chunk is read line by line: headings underlined with `===` or `---`, items of lists, quotations,
/// tables, paragraphs. Lines that were wrapped are joined (see `TextBlockReader+Paragraphs`); others
/// stay as they are: verse, addresses, columns, code.
extension TextBlockReader {
  /// Reads the chunk in the lines of `range`.
  @inline(never)
  mutating func readTyped(_ range: Range<Int>, into builder: inout DocumentBuilder) {
    chunk.removeAll(keepingCapacity: true)
    for line in range { chunk.append(TextLine(bytes, lines.offsets(line), policy: policy)) }
    isWrapped = fullLines() * 100 >= max(1, chunk.count - 1) * policy.leastFullLines
    if isAligned() { return addAsItStands(into: &builder) }
    var line = 0
    while line < chunk.count { line = readBlock(at: line, into: &builder) }
  }

  private func fullLines() -> Int {
    guard let wrap else { return 0 }
    return zip(chunk, chunk.dropFirst()).count { wrap.fills($0, before: $1) }
  }

  /// Whether the columns of the chunk's lines matter: code, tables drawn with signs, anything that is
  /// indented and not wrapped.
  private func isAligned() -> Bool {
    guard !isWrapped || chunk.count == 1 else { return false }
    var (indented, drawn) = (0, 0)
    for line in chunk {
      switch LineMarker(bytes, line.text, limits: policy.markers) {
      case .clause?: return false
      case .item?, .quote?: if line.indent < policy.alignedItemIndent { return false }
      case nil: break
      }
      let isProse = wrap != nil && proseIndents.contains(line.indent)
      if line.indent >= policy.codeIndent, !isProse, wrap?.centres(line) != true { indented += 1 }
      let isDrawn = line.firstByte == UInt8(ascii: "|") || line.firstByte == UInt8(ascii: "+")
      if line.hasGap || isDrawn { drawn += 1 }
    }
    if chunk.count > 1, drawn * 100 >= chunk.count * policy.leastDrawnLines,
      !chunk.allSatisfy({ isRow($0.text) })
    {
      return true
    }
    return indented > 0 && (chunk.count > 1 || wrap != nil)
  }

  /// Adds the chunk as code, with its line breaks and indents.
  private mutating func addAsItStands(into builder: inout DocumentBuilder) {
    writer.begin(wholeLine(chunk[0]))
    for line in chunk.dropFirst() { writer.append(wholeLine(line), .lineBreak) }
    writer.end(.code, into: &builder)
  }

  /// A line with the blanks it begins with.
  func wholeLine(_ line: TextLine) -> Range<Int> {
    var start = line.text.lowerBound
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return start..<line.text.upperBound
  }

  /// Reads the block that starts at `line`; returns the first line after it.
  private mutating func readBlock(at line: Int, into builder: inout DocumentBuilder) -> Int {
    if let end = readHeading(at: line, into: &builder) { return end }
    let first = chunk[line]
    let marker = LineMarker(bytes, first.text, limits: policy.markers)
    if case .item(let ordinal, let text)? = marker {
      return readItem(at: line, ordinal: ordinal, text: text, into: &builder)
    }
    if first.indent <= openItems.first ?? 0 { openItems = [] }
    if case .quote(let depth, _)? = marker {
      return readQuote(at: line, depth: depth, into: &builder)
    }
    return readTable(at: line, into: &builder) ?? readText(at: line, into: &builder)
  }

  /// Reads a heading at `line`, with its underline, or a rule.
  private mutating func readHeading(at line: Int, into builder: inout DocumentBuilder) -> Int? {
    let isOverlined =
      line + 1 < chunk.count && chunk[line].underlines(chunk[line + 1], in: bytes, policy: policy)
    let title = isOverlined ? line + 1 : line
    if title + 1 < chunk.count, chunk[title + 1].underlines(chunk[title], in: bytes, policy: policy)
    {
      let level = chunk[title + 1].firstByte == UInt8(ascii: "=") ? 1 : 2
      addHeading(chunk[title], level: level, into: &builder)
      return title + 2
    }
    let first = chunk[line]
    if first.isRule(in: bytes, policy: policy) {
      builder.add(Block(.rule, text: .empty))
      return line + 1
    }
    guard isArticle, chunk.count == 1, LineMarker(bytes, first.text, limits: policy.markers) == nil,
      Heading.isOne(bytes, first.text, longest: policy.longestHeading),
      first.indent < policy.codeIndent || wrap?.centres(first) == true
    else { return nil }
    addHeading(first, level: 2, into: &builder)
    return line + 1
  }

  private mutating func addHeading(
    _ line: TextLine,
    level: Int,
    into builder: inout DocumentBuilder
  ) {
    writer.begin(line.text)
    writer.end(.heading, level: level, into: &builder)
    openItems = []
  }

  /// Reads lines with tabs inside as a table.
  private mutating func readTable(at start: Int, into builder: inout DocumentBuilder) -> Int? {
    var end = start
    while end < chunk.count, isRow(chunk[end].text) { end += 1 }
    guard end - start >= policy.leastRows else { return nil }
    writer.begin(chunk[start].text)
    for line in chunk[start + 1..<end] { writer.append(line.text, .lineBreak) }
    writer.end(.table, into: &builder)
    return end
  }
}
