import DocumentModel
import DocumentParsing

/// Makes blocks of lines: over the source as they stand, or joined in text of its own.
struct TextBlockWriter {
  /// What stands between a line and the next one.
  enum Joint {
    /// A break the author made.
    case lineBreak
    /// A blank: the line was only full.
    case blank
    /// Nothing: a hyphen or an ideograph ended the line.
    case nothing
  }

  /// Where the blocks go.
  private(set) var builder: DocumentBuilder
  private let bytes: UnsafeRawBufferPointer
  private let appends: Bool
  private var range = 0..<0
  private var text: [UInt8] = []
  private var links: [Span] = []

  /// A writer over `source`, whose text is `bytes`; only one that joins lines has to copy them.
  init(_ source: SourceText, _ bytes: UnsafeRawBufferPointer, format: String, joinsLines: Bool) {
    self.bytes = bytes
    appends = joinsLines
    builder =
      joinsLines
      ? DocumentBuilder(appendingFrom: source, format: format)
      : DocumentBuilder(over: source, format: format)
  }

  /// Begins a block with the text at `start`.
  mutating func begin(_ start: Range<Int>) {
    range = start
    guard appends else { return }
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: bytes[start])
  }

  /// Goes on with a later stretch; without joining lines, all that lies between stays.
  mutating func go(on next: Range<Int>, _ joint: Joint) {
    range = range.lowerBound..<next.upperBound
    guard appends else { return }
    switch joint {
    case .lineBreak: text.append(0x0A)
    case .blank: text.append(0x20)
    case .nothing: break
    }
    text.append(contentsOf: bytes[next])
  }

  /// Ends the block.
  mutating func end(
    _ kind: Block.Kind,
    level: Int = 0,
    quoteDepth: Int = 0,
    ordinal: Int32? = nil
  ) {
    guard !range.isEmpty else { return }
    let placed = endText()
    builder.add(
      Block(
        kind,
        level: UInt8(clamping: level),
        quoteDepth: UInt8(clamping: quoteDepth),
        ordinal: ordinal,
        text: placed
      ),
      spans: links
    )
  }

  /// Adds a rule across the column.
  mutating func addRule() { builder.add(Block(.rule, text: .empty)) }

  /// Makes what was begun the title.
  mutating func endTitle() { builder.title = endText() }

  /// Makes the line at `byline` the byline.
  mutating func setByline(_ byline: Byline) {
    begin(byline.line.offsets)
    let placed = endText()
    builder.byline = placed
    builder.articleAuthor = TextRange(
      start: placed.start + byline.author.start - byline.line.start,
      count: byline.author.count
    )
  }

  /// The document: an article of all the blocks.
  consuming func finish() -> Document {
    builder.endArticle()
    return builder.finish()
  }

  /// Notes something about the document.
  mutating func note(_ message: String) { builder.diagnostics.append(Diagnostic(.note, message)) }

  /// Where the text went; `links` are those in it.
  private mutating func endText() -> TextRange {
    links.removeAll(keepingCapacity: true)
    guard appends else {
      LinkScanner.links(in: range, of: bytes, into: &links)
      return TextRange(range.lowerBound, range.upperBound)
    }
    var found = links
    let text = text
    let placed = text.withUnsafeBytes { text in
      LinkScanner.links(in: 0..<text.count, of: text, into: &found)
      return builder.append(text)
    }
    links = found.map { link in
      let text = TextRange(start: placed.start + link.text.start, count: link.text.count)
      return Span(.link, text: text, url: text)
    }
    return placed
  }
}
