import DocumentModel
import DocumentParsing

/// Makes blocks of lines, which it leaves in the source or joins in a text of its own.
struct TextBlockWriter {
  /// What separates a line from the next one.
  enum Joint {
    /// A break the author made.
    case lineBreak
    /// A blank, because the line was wrapped.
    case blank
    /// Nothing, because the line was wrapped after a hyphen or an ideograph.
    case nothing
  }

  private let bytes: UnsafeRawBufferPointer
  /// Whether it copies lines.
  let joinsLines: Bool
  /// The stretch of the source the block comes from.
  private(set) var range = 0..<0
  private var text: [UInt8] = []
  private var links: [Span] = []

  /// A writer of lines of `bytes`; one that joins lines copies them, so its builder must be one that
  /// appends.
  init(_ bytes: UnsafeRawBufferPointer, joinsLines: Bool) {
    self.bytes = bytes
    self.joinsLines = joinsLines
  }

  /// Begins a block with the text at `start`.
  mutating func begin(_ start: Range<Int>) {
    range = start
    guard joinsLines else { return }
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: bytes[start])
  }

  /// Continues with a later stretch; without joining lines, all that lies between stays.
  mutating func append(_ next: Range<Int>, _ joint: Joint) {
    range = range.lowerBound..<next.upperBound
    guard joinsLines else { return }
    switch joint {
    case .lineBreak: text.append(0x0A)
    case .blank: text.append(0x20)
    case .nothing: break
    }
    text.append(contentsOf: bytes[next])
  }

  /// Ends the block and adds it, unless it is empty.
  mutating func end(
    _ kind: Block.Kind,
    level: Int = 0,
    quoteDepth: Int = 0,
    ordinal: Int32? = nil,
    findsLinks: Bool = true,
    into builder: inout DocumentBuilder
  ) {
    guard !range.isEmpty else { return }
    let placed = endText(findsLinks: findsLinks, into: &builder)
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

  /// Adds title and byline.
  mutating func add(_ head: ArticleHead, to builder: inout DocumentBuilder) {
    if let title = head.title {
      begin(title)
      builder.title = endText(findsLinks: false, into: &builder)
    }
    if let byline = head.byline {
      begin(byline.line.offsets)
      let placed = endText(findsLinks: false, into: &builder)
      builder.byline = placed
      builder.articleAuthor = TextRange(
        start: placed.start + byline.author.start - byline.line.start,
        count: byline.author.count
      )
    }
  }

  /// Where the text went; `links` are those in it.
  private mutating func endText(
    findsLinks: Bool,
    into builder: inout DocumentBuilder
  ) -> TextRange {
    if !links.isEmpty { links.removeAll(keepingCapacity: true) }
    guard joinsLines else {
      if findsLinks { LinkScanner.links(in: range, of: bytes, into: &links) }
      return TextRange(range.lowerBound, range.upperBound)
    }
    let text = text
    return text.withUnsafeBytes { text in
      let placed = builder.append(text)
      guard findsLinks else { return placed }
      LinkScanner.links(in: 0..<text.count, of: text, into: &links)
      for index in links.indices {
        let link = links[index].text
        let moved = TextRange(start: placed.start + link.start, count: link.count)
        links[index] = Span(.link, text: moved, url: moved)
      }
      return placed
    }
  }
}
