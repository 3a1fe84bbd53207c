import DocumentModel

extension ShortenedText {
  /// Behind how many blocks of quotations the writer's own words are looked for.
  private static var leadingBlocks: Int { 50 }

  /// The first words of a comment, its writer's own if it has any; O(columns).
  init(startOf body: Body, columns: Int) {
    let blocks = body.document.blocks(in: body.blocks)
    let own = blocks.prefix(Self.leadingBlocks).first { $0.quoteDepth == 0 && !$0.isAside }
    guard let first = own ?? blocks.first, columns > 0 else {
      self.init("", columns: 0)
      return
    }
    // Eight bytes are enough for any scalar, and marks beyond that are not worth the time.
    let head = TextRange(start: first.text.start, count: min(first.text.count, UInt32(columns) * 8))
    self.init(
      body.document.text[head],
      columns: columns,
      hasMore: blocks.count > 1 || head.count < first.text.count
    )
  }
}
