import DocumentModel
import DocumentParsing

/// Makes blocks of lines of plain text, as far as the text shows them.
///
/// Blank lines part chunks. Inside a chunk: lines with an indented bullet or number are items of a
/// list; lines with tabs inside are a table; `>` begins a quoted line; a chunk in which a line is
/// indented is code; long lines are paragraphs of their own, short ones one paragraph of several
/// lines. Marks of quotes stay in the text, for the writer typed them; those of indented lists do
/// not, for the page's layout drew them.
struct TextBlockReader {
  private let bytes: UnsafeRawBufferPointer
  private let lines: LineTable
  private var inside: [Span] = []

  /// Whether a short line between blank ones is a heading, as in articles.
  var findsHeadings = false
  /// Whether a paragraph that closes a quotation it never opened is quoted, as in articles.
  var findsQuotations = false

  /// What a page's layout glues to the end of a paragraph in place of an image, if it does so.
  var gluedImage: [UInt8] = []

  /// A reader of the lines of `bytes`.
  init(_ bytes: UnsafeRawBufferPointer, _ lines: LineTable) {
    self.bytes = bytes
    self.lines = lines
  }

  /// Adds the blocks of the lines in `range` to `builder`, their text cut off at offset `end`.
  mutating func read(
    _ range: Range<Int>,
    upTo end: Int = .max,
    into builder: inout DocumentBuilder
  ) {
    var line = range.lowerBound
    while line < range.upperBound {
      if lines.isBlank(line, in: bytes) {
        line += 1
        continue
      }
      var last = line
      while last + 1 < range.upperBound, !lines.isBlank(last + 1, in: bytes) { last += 1 }
      readChunk(line...last, end, &builder)
      line = last + 1
    }
  }

  private mutating func readChunk(
    _ chunk: ClosedRange<Int>,
    _ end: Int,
    _ builder: inout DocumentBuilder
  ) {
    if chunk.count > 1, isCode(chunk) { return add(.code, chunk, end, &builder) }
    if chunk.count == 1, readAlone(chunk.lowerBound, end, &builder) { return }
    let areParagraphs = chunk.count == 1 || areLong(chunk)
    var line = chunk.lowerBound
    while line <= chunk.upperBound {
      var last = line
      switch kind(of: line) {
      case .item(let marker): addItem(line, marker, end, &builder)
      case .row:
        while last < chunk.upperBound, kind(of: last + 1) == .row { last += 1 }
        add(last > line ? .table : .paragraph, line...last, end, &builder)
      case .quote(let depth):
        while last < chunk.upperBound, kind(of: last + 1) == .quote(depth) { last += 1 }
        add(.paragraph, line...last, end, quoteDepth: depth, &builder)
      case .text:
        while !areParagraphs, last < chunk.upperBound, kind(of: last + 1) == .text { last += 1 }
        add(.paragraph, line...last, end, &builder)
      }
      line = last + 1
    }
  }

  private enum LineKind: Equatable {
    case text, row
    case quote(Int)
    case item(ListMarker)
  }

  private func kind(of line: Int) -> LineKind {
    let offsets = lines.offsets(line)
    guard let first = offsets.first else { return .text }
    if bytes[first] == 0x3E { return .quote(quoteDepth(offsets)) }
    if bytes[first] == 0x20, let marker = ListMarker(bytes, offsets) { return .item(marker) }
    return offsets.count < 1000 && bytes.first(0x09, in: offsets) != nil ? .row : .text
  }

  private func quoteDepth(_ offsets: Range<Int>) -> Int {
    var depth = 0
    for offset in offsets.prefix(32) {
      if bytes[offset] == 0x3E { depth += 1 } else if bytes[offset] != 0x20 { break }
    }
    return depth
  }

  /// Whether a line is indented further than lists are, or by a tab, and none is a list's.
  private func isCode(_ chunk: ClosedRange<Int>) -> Bool {
    var isIndented = false
    for line in chunk {
      let offsets = lines.offsets(line)
      guard let first = offsets.first, bytes[first] == 0x09 || bytes[first] == 0x20 else {
        continue
      }
      if ListMarker(bytes, offsets) != nil { return false }
      isIndented =
        isIndented || bytes[first] == 0x09
        || (offsets.count > 4 && offsets.prefix(4).allSatisfy { bytes[$0] == 0x20 })
    }
    return isIndented
  }

  /// Whether most lines are too long to be verse, addresses or the like.
  private func areLong(_ chunk: ClosedRange<Int>) -> Bool {
    let total =
      lines.offsets(chunk.upperBound).upperBound - lines.offsets(chunk.lowerBound).lowerBound
    return total / chunk.count > 60
  }

  private mutating func addItem(
    _ line: Int,
    _ marker: ListMarker,
    _ end: Int,
    _ builder: inout DocumentBuilder
  ) {
    let text = cut(bytes.trimmed(marker.text), end)
    guard !text.isEmpty else { return }
    let block = Block(
      .listItem,
      level: UInt8(clamping: marker.level),
      ordinal: marker.ordinal,
      text: TextRange(text.lowerBound, text.upperBound)
    )
    addWithLinks(block, text, &builder)
  }

  private mutating func add(
    _ kind: Block.Kind,
    _ chunk: ClosedRange<Int>,
    _ end: Int,
    level: UInt8 = 0,
    quoteDepth: Int = 0,
    _ builder: inout DocumentBuilder
  ) {
    var text =
      lines.offsets(chunk.lowerBound).lowerBound..<lines.offsets(chunk.upperBound).upperBound
    let trimmed = bytes.trimmed(text)
    text = kind == .code ? text.lowerBound..<trimmed.upperBound : trimmed
    text = cut(text, end)
    guard !text.isEmpty else { return }
    if kind == .paragraph, !gluedImage.isEmpty, bytes.ends(text, with: gluedImage) {
      text = text.lowerBound..<text.upperBound - gluedImage.count
      defer { builder.add(Block(.image, text: .empty)) }
      guard !text.isEmpty else { return }
      return addParagraph(text, quoteDepth, &builder)
    }
    let block = Block(
      kind,
      level: level,
      quoteDepth: UInt8(clamping: quoteDepth),
      text: TextRange(text.lowerBound, text.upperBound)
    )
    if kind == .code { builder.add(block) } else { addWithLinks(block, text, &builder) }
  }

  private mutating func addParagraph(
    _ text: Range<Int>,
    _ quoteDepth: Int,
    _ builder: inout DocumentBuilder
  ) {
    let block = Block(
      .paragraph,
      quoteDepth: UInt8(clamping: quoteDepth),
      text: TextRange(text.lowerBound, text.upperBound)
    )
    addWithLinks(block, text, &builder)
  }

  private mutating func addWithLinks(
    _ block: Block,
    _ text: Range<Int>,
    _ builder: inout DocumentBuilder
  ) {
    if !inside.isEmpty { inside.removeAll(keepingCapacity: true) }
    LinkScanner.links(in: text, of: bytes, into: &inside)
    builder.add(block, spans: inside)
  }

  private func cut(_ text: Range<Int>, _ end: Int) -> Range<Int> {
    guard text.upperBound > end else { return text }
    return text.lowerBound..<max(text.lowerBound, end)
  }

  /// Reads a line between blank ones that is a heading or a quotation.
  private mutating func readAlone(
    _ line: Int,
    _ end: Int,
    _ builder: inout DocumentBuilder
  ) -> Bool {
    let text = bytes.trimmed(lines.offsets(line))
    if findsQuotations, Quotation.closesUnopened(bytes, text) {
      add(.paragraph, line...line, end, quoteDepth: 1, &builder)
      return true
    }
    if findsHeadings, kind(of: line) == .text, Heading.isOne(bytes, text) {
      add(.heading, line...line, end, level: 2, &builder)
      return true
    }
    return false
  }
}

/// The bullet or number an indented line of a list begins with.
struct ListMarker: Equatable {
  let level: Int
  let ordinal: Int32?
  let text: Range<Int>

  /// Reads the marker of an indented line: two blanks for every level, then `•`, `*`, `-`, `–` or a
  /// number with a full stop or bracket, then a blank.
  init?(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) {
    var offset = line.lowerBound
    while offset < line.upperBound, bytes[offset] == 0x20 { offset += 1 }
    let indent = offset - line.lowerBound
    guard indent >= 2, offset < line.upperBound else { return nil }
    var number: Int32?
    switch bytes[offset] {
    case 0x2A, 0x2B, 0x2D: offset += 1
    case 0xE2:
      let value = Scalar(in: bytes, at: offset).value
      guard [0x2022, 0x25E6, 0x25AA, 0x25CF, 0x25A0, 0x2013, 0x2043].contains(value) else {
        return nil
      }
      offset += 3
    case 0x30...0x39:
      var value: Int32 = 0
      var digits = 0
      while offset < line.upperBound, 0x30...0x39 ~= bytes[offset], digits < 6 {
        value = value * 10 + Int32(bytes[offset] - 0x30)
        digits += 1
        offset += 1
      }
      guard offset < line.upperBound, bytes[offset] == 0x2E || bytes[offset] == 0x29 else {
        return nil
      }
      offset += 1
      number = value
    default: return nil
    }
    guard offset == line.upperBound || bytes[offset] == 0x20 else { return nil }
    level = min(indent / 2 - 1, 32)
    ordinal = number
    text = offset..<line.upperBound
  }
}
