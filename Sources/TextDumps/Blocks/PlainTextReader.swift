import DocumentModel
import DocumentParsing

/// Reads any text as an article, as its lines show it.
///
/// Blank lines part chunks, as does a full stop alone on its line, which stands for a blank one in
/// the control files of Debian. In a chunk stand, each from line to line: headings underlined with
/// `===` or `---`; items of lists; quotations; tables, cells parted by tabs; paragraphs. Lines that
/// are wrapped are joined; where they are not, in verse, addresses, columns or code, they stay.
struct PlainTextReader {
  let bytes: UnsafeRawBufferPointer
  let wrap: WrapColumn?
  var writer: TextBlockWriter
  /// The lines of the chunk that is read.
  var chunk: [TextLine] = []
  /// Whether most of the chunk's lines are full.
  var isWrapped = false
  /// The indents of wrapped text so far.
  var proseIndents: Set<Int> = [0]
  /// The indents of the items that are open, outermost first.
  var openItems: [Int] = []
  private let lines: LineTable

  /// Chunks are parted after so many lines, for no block should be as long as a whole log.
  private static let chunkLimit = 500

  /// A reader of `source`, whose text is `bytes`.
  init(_ source: SourceText, _ bytes: UnsafeRawBufferPointer, format: String) {
    self.bytes = bytes
    lines = LineTable(bytes)
    wrap = WrapColumn(bytes)
    writer = TextBlockWriter(source, bytes, format: format, joinsLines: wrap != nil)
  }

  /// The document.
  consuming func read() -> Document {
    var line = readHead()
    while line < lines.count {
      guard !isGap(line) else {
        line += 1
        continue
      }
      chunk.removeAll(keepingCapacity: true)
      while line < lines.count, chunk.count < Self.chunkLimit, !isGap(line) {
        chunk.append(TextLine(bytes, lines.offsets(line)))
        line += 1
      }
      readChunk()
    }
    writer.note("no discussion found; the whole text is shown as an article")
    return writer.finish()
  }

  private func isGap(_ line: Int) -> Bool { lines.isGap(line, in: bytes, isWrapped: wrap != nil) }

  /// Reads title and byline; returns the first line after them.
  private mutating func readHead() -> Int {
    let head = ArticleHead(bytes, lines, in: 0..<lines.count, wrap: wrap)
    if let title = head.title {
      writer.begin(title)
      writer.endTitle()
    }
    if let byline = head.byline { writer.setByline(byline) }
    return head.end
  }

  private mutating func readChunk() {
    isWrapped = fullLines() * 2 >= max(1, chunk.count - 1)
    if isAligned() { return addAsItStands() }
    var line = 0
    while line < chunk.count { line = readBlock(at: line) }
  }

  /// Reads the block that starts at `line`; returns the first line after it.
  private mutating func readBlock(at line: Int) -> Int {
    if let end = readHeading(at: line) { return end }
    let first = chunk[line]
    let marker = LineMarker(bytes, first.text)
    if case .item(let ordinal, let text)? = marker { return readItem(at: line, ordinal, text) }
    if first.indent <= openItems.first ?? 0 { openItems = [] }
    if case .quote(let depth, _)? = marker { return readQuote(at: line, depth) }
    return readTable(at: line) ?? readText(at: line)
  }

  private func fullLines() -> Int {
    guard let wrap else { return 0 }
    return zip(chunk, chunk.dropFirst()).count { wrap.fills($0, before: $1) }
  }

  /// Reads a heading at `line` and what underlines it, or a rule.
  private mutating func readHeading(at line: Int) -> Int? {
    let isOverlined = line + 1 < chunk.count && chunk[line].underlines(chunk[line + 1], in: bytes)
    let title = isOverlined ? line + 1 : line
    if title + 1 < chunk.count, chunk[title + 1].underlines(chunk[title], in: bytes) {
      addHeading(chunk[title], level: chunk[title + 1].firstByte == UInt8(ascii: "=") ? 1 : 2)
      return title + 2
    }
    let first = chunk[line]
    if first.isRule(in: bytes) {
      writer.addRule()
      return line + 1
    }
    guard chunk.count == 1, LineMarker(bytes, first.text) == nil, Heading.isOne(bytes, first.text),
      first.indent < 4 || wrap?.centres(first) == true
    else { return nil }
    addHeading(first, level: 2)
    return line + 1
  }

  private mutating func addHeading(_ line: TextLine, level: Int) {
    writer.begin(line.text)
    writer.end(.heading, level: level)
    openItems = []
  }
}
