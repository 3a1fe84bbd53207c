import DocumentModel

/// Blocks as JSON: consecutive list items become one list, quoted blocks become quotes.
struct JSONBlocks {
  private let document: Document
  private let bytes: UnsafeRawBufferPointer

  init(_ document: Document, _ bytes: UnsafeRawBufferPointer) {
    self.document = document
    self.bytes = bytes
  }

  /// The array of blocks in `range`.
  func write(_ range: Range<Int32>, to json: inout JSONWriter) {
    json.begin("[")
    var index = Int(range.lowerBound)
    while index < Int(range.upperBound) {
      let end = groupEnd(index, Int(range.upperBound))
      write(group: index..<end, to: &json)
      index = end
    }
    json.end("]")
  }

  /// The text of the blocks in `range` as one string: list items are separated by a newline, other blocks
  /// by two.
  ///
  /// Descriptions of images are left out.
  func writeText(_ range: Range<Int32>, to json: inout JSONWriter) {
    json.openString()
    var index = Int(range.lowerBound)
    var isFirst = true
    while index < Int(range.upperBound) {
      let end = groupEnd(index, Int(range.upperBound))
      defer { index = end }
      if isDescription(document.blocks[index]) { continue }
      if !isFirst { json.escape(newlines(2)) }
      isFirst = false
      writeJoined(index..<end, to: &json)
    }
    json.closeString()
  }

  /// The end of the run of list items that begins at `index`; the next block for other kinds.
  private func groupEnd(_ index: Int, _ limit: Int) -> Int {
    var end = index + 1
    guard document.blocks[index].kind == .listItem else { return end }
    while end < limit, document.blocks[end].kind == .listItem,
      document.blocks[end].quoteDepth == document.blocks[index].quoteDepth
    {
      end += 1
    }
    return end
  }

  private func write(group: Range<Int>, to json: inout JSONWriter) {
    let block = document.blocks[group.lowerBound]
    json.begin("{")
    json.key("kind")
    json.value(kind(block))
    if block.kind == .heading {
      json.key("level")
      json.value(Int(block.level))
    }
    json.key(isDescription(block) ? "alt" : "text")
    json.openString()
    writeJoined(group, to: &json)
    json.closeString()
    writeSpans(group, to: &json)
    json.end("}")
  }

  /// Whether a block's text is the description of an image, which the page does not show.
  private func isDescription(_ block: Block) -> Bool { block.kind == .image && block.level == 1 }

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
        counted += scalars(offset..<max(offset, Int(span.text.start)))
        offset = max(offset, Int(span.text.start))
        write(span, start: base + counted, to: &json)
      }
      guard index + 1 < group.upperBound else { break }
      base += counted + scalars(offset..<Int(block.text.end)) + 1
    }
    json.end("]")
  }

  private func write(_ span: Span, start: Int, to json: inout JSONWriter) {
    json.begin("{")
    json.key("kind")
    json.value(kind(span))
    json.key("start")
    json.value(start)
    json.key("length")
    json.value(scalars(span.text.offsets))
    if !span.url.isEmpty {
      json.key("url")
      json.openString()
      json.escape(UnsafeRawBufferPointer(rebasing: bytes[span.url.offsets]))
      json.closeString()
    }
    json.end("}")
  }

  /// The number of Unicode scalars in a range.
  private func scalars(_ range: Range<Int>) -> Int {
    var count = 0
    for offset in range where bytes[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private func newlines(_ count: Int) -> UnsafeRawBufferPointer {
    let text: StaticString = "\n\n"
    return UnsafeRawBufferPointer(start: text.utf8Start, count: count)
  }

  private func kind(_ block: Block) -> StaticString {
    switch block.kind {
    case .paragraph: block.quoteDepth > 0 ? "quote" : "paragraph"
    case .heading: "heading"
    case .listItem: "list"
    case .code: "code"
    case .table: "table"
    case .image: "image"
    case .rule: "rule"
    }
  }

  private func kind(_ span: Span) -> StaticString {
    switch span.kind {
    case .link: "link"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .code: "code"
    case .strikethrough: "strikethrough"
    case .image: "image"
    case .spoiler: "spoiler"
    }
  }
}
