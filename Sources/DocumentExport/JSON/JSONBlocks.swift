import DocumentModel

/// Blocks as JSON: consecutive list items become one list, quoted blocks become quotes.
struct JSONBlocks {
  private let document: Document
  private let bytes: UnsafeRawBufferPointer
  /// Writes where the blocks are quoted, `nil` if that is not told of them.
  private let quotes: JSONQuotations?

  init(
    _ document: Document,
    _ bytes: UnsafeRawBufferPointer,
    quotes: JSONQuotations? = nil
  ) {
    self.document = document
    self.bytes = bytes
    self.quotes = quotes
  }

  /// The array of blocks in `range`.
  func write(_ range: Range<Int32>, to json: inout JSONWriter) {
    json.begin("[")
    var index = Int(range.lowerBound)
    while index < Int(range.upperBound) {
      let end = document.groupEnd(index, Int(range.upperBound))
      write(group: index..<end, to: &json)
      index = end
    }
    json.end("]")
  }

  /// The text of the blocks in `range` as one string: list items are separated by a newline, other blocks
  /// by two.
  ///
  /// Descriptions and names of images are left out.
  func writeText(_ range: Range<Int32>, to json: inout JSONWriter) {
    json.openString()
    var index = Int(range.lowerBound)
    var isFirst = true
    while index < Int(range.upperBound) {
      let end = document.groupEnd(index, Int(range.upperBound))
      defer { index = end }
      if document.blocks[index].isDescription { continue }
      if !isFirst { json.escape(newlines(2)) }
      isFirst = false
      writeJoined(index..<end, to: &json)
    }
    json.closeString()
  }

  private func write(group: Range<Int>, to json: inout JSONWriter) {
    let block = document.blocks[group.lowerBound]
    json.begin("{")
    json.key("kind")
    json.value(block.word)
    writeLevels(of: block, to: &json)
    if block.kind == .image {
      json.key("alt")
      if block.level != 1 { json.null() }
    }
    // The name of a file is no word of the page.
    if block.kind != .image || block.level < 2 {
      if !block.isDescription { json.key("text") }
      json.openString()
      writeJoined(group, to: &json)
      json.closeString()
      writeSpans(group, to: &json)
    }
    writeParts(group, to: &json)
    quotes?.write(quotesOf: group, to: &json)
    json.end("}")
  }

  /// The level of a heading or a quotation, whether a paragraph is an aside, that code is a patch, and how
  /// deep other quoted blocks are quoted.
  private func writeLevels(of block: Block, to json: inout JSONWriter) {
    let isQuote = block.kind == .paragraph && block.quoteDepth > 0
    if block.kind == .heading || isQuote {
      json.key("level")
      json.value(Int(isQuote ? block.quoteDepth : block.level))
    }
    if block.isAside {
      json.key("aside")
      json.value(true)
    }
    if block.isPatch { json.write("language", "diff") }
    guard block.quoteDepth > 0, !isQuote else { return }
    json.key("quoted")
    json.value(Int(block.quoteDepth))
  }

  /// What else is to be said of some kinds of blocks: items, rows, an address.
  private func writeParts(_ group: Range<Int>, to json: inout JSONWriter) {
    let block = document.blocks[group.lowerBound]
    switch block.kind {
    case .listItem: writeItems(group, to: &json)
    case .table: writeRows(of: block, to: &json)
    case .image: write(addressOf: .image, in: block, to: &json)
    case .embed: write(addressOf: .link, in: block, to: &json)
    case .paragraph, .heading, .code, .rule: break
    }
  }

  private func writeItems(_ group: Range<Int>, to json: inout JSONWriter) {
    json.key("items")
    json.begin("[")
    for block in document.blocks[group] {
      json.begin("{")
      json.key("level")
      json.value(Int(block.level))
      json.key("number")
      if let number = block.ordinal { json.value(Int(number)) } else { json.null() }
      json.key("text")
      json.value(block.text, of: bytes)
      json.end("}")
    }
    json.end("]")
  }

  private func writeRows(of block: Block, to json: inout JSONWriter) {
    json.key("headingRows")
    json.value(Int(block.level))
    json.key("rows")
    json.begin("[")
    let text = bytes[block.text.offsets]
    for row in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      json.begin("[")
      for cell in row.split(separator: 0x09, omittingEmptySubsequences: false) {
        json.value(TextRange(cell.startIndex, cell.endIndex), of: bytes)
      }
      json.end("]")
    }
    json.end("]")
  }

  /// The address of the first span of a kind.
  private func write(addressOf kind: Span.Kind, in block: Block, to json: inout JSONWriter) {
    let span = document.spans(of: block).first { $0.kind == kind }
    json.write("url", span?.url ?? .empty, of: bytes)
  }

  private func writeJoined(_ group: Range<Int>, to json: inout JSONWriter) {
    for index in group {
      if index > group.lowerBound { json.escape(newlines(1)) }
      json.escape(UnsafeRawBufferPointer(rebasing: bytes[document.blocks[index].text.offsets]))
    }
  }

  private func writeSpans(_ group: Range<Int>, to json: inout JSONWriter) {
    guard group.contains(where: { !document.blocks[$0].spans.isEmpty }) else { return }
    json.key("spans")
    json.begin("[")
    var base = 0
    for index in group {
      let block = document.blocks[index]
      var (counted, offset) = (0, Int(block.text.start))
      for span in document.spans(of: block) {
        counted += bytes.scalarCount(offset..<max(offset, Int(span.text.start)))
        offset = max(offset, Int(span.text.start))
        write(span, start: base + counted, to: &json)
      }
      guard index + 1 < group.upperBound else { break }
      base += counted + bytes.scalarCount(offset..<Int(block.text.end)) + 1
    }
    json.end("]")
  }

  private func write(_ span: Span, start: Int, to json: inout JSONWriter) {
    json.begin("{")
    json.key("kind")
    json.value(span.kind.word)
    json.key("start")
    json.value(start)
    json.key("length")
    json.value(bytes.scalarCount(span.text.offsets))
    if !span.url.isEmpty {
      json.key("url")
      json.openString()
      json.escape(UnsafeRawBufferPointer(rebasing: bytes[span.url.offsets]))
      json.closeString()
    }
    json.end("}")
  }

  private func newlines(_ count: Int) -> UnsafeRawBufferPointer {
    let text: StaticString = "\n\n"
    return UnsafeRawBufferPointer(start: text.utf8Start, count: count)
  }
}
