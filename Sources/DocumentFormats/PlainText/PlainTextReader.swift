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

  private func isGap(_ line: Int) -> Bool {
    guard !lines.isBlank(line, in: bytes) else { return true }
    guard wrap != nil, lines.offsets(line).count < 8 else { return false }
    return bytes.equal(bytes.trimmed(lines.offsets(line)), ".")
  }

  /// Reads title and byline; returns the first line after them.
  private mutating func readHead() -> Int {
    var line = firstFilled(0)
    guard line < lines.count else { return line }
    let head = (line..<min(line + 2, lines.count)).map { TextLine(bytes, lines.offsets($0)) }
    let isUnderlined = head.count == 2 && isUnderline(head[1], of: head[0])
    if isUnderlined || isTitle(head[0], line) {
      writer.begin(head[0].text)
      writer.endTitle()
      line = firstFilled(line + (isUnderlined ? 2 : 1))
    }
    if line < lines.count, let byline = Byline(bytes, bytes.trimmed(lines.offsets(line))) {
      writer.setByline(byline)
      line += 1
    }
    return line
  }

  /// A title is one line, not overlong, with a blank line below it or nothing at all, or the first
  /// of several in the middle of the page.
  private func isTitle(_ title: TextLine, _ line: Int) -> Bool {
    if let wrap, wrap.centres(title) { return true }
    return title.text.count <= 300 && isGap(line + 1)
  }

  private func firstFilled(_ line: Int) -> Int {
    var line = line
    while line < lines.count, lines.isBlank(line, in: bytes) { line += 1 }
    return line
  }

  // MARK: - Chunks

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
    let isOverlined = line + 1 < chunk.count && isUnderline(chunk[line], of: chunk[line + 1])
    let title = isOverlined ? line + 1 : line
    if title + 1 < chunk.count, isUnderline(chunk[title + 1], of: chunk[title]) {
      addHeading(chunk[title], level: underlineByte(chunk[title + 1]) == UInt8(ascii: "=") ? 1 : 2)
      return title + 2
    }
    let first = chunk[line]
    if isRule(first) {
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

  /// Whether a line underlines, or overlines, the text of another.
  func isUnderline(_ line: TextLine, of title: TextLine) -> Bool {
    guard line.text.count >= 3, underlineByte(line) != nil, underlineByte(title) == nil,
      !title.isBlank, title.text.count <= 120
    else { return false }
    switch LineMarker(bytes, title.text) {
    case .quote?, .item(nil, _)?: return false
    default: break
    }
    return line.text.count * 2 >= title.text.count && line.text.count <= title.text.count + 24
  }

  /// Whether a line is a rule: `-----`, `* * *`.
  func isRule(_ line: TextLine) -> Bool {
    guard line.text.count >= 3, line.text.count < 300 else { return false }
    if underlineByte(line) != nil { return true }
    let (sign, blank) = (line.firstByte, UInt8(ascii: " "))
    guard sign == UInt8(ascii: "*") || sign == UInt8(ascii: "-") else { return false }
    return line.text.count >= 5
      && line.text.allSatisfy { bytes[$0] == (($0 - line.text.lowerBound) % 2 == 0 ? sign : blank) }
  }

  /// The sign a line is made of, if it is made of one that underlines.
  func underlineByte(_ line: TextLine) -> UInt8? {
    guard line.text.count < 300 else { return nil }
    let byte = line.firstByte
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: "*"),
      UInt8(ascii: "_"):
      return line.text.allSatisfy { bytes[$0] == byte } ? byte : nil
    default: return nil
    }
  }
}
