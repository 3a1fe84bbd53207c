extension Document {
  /// A listing as a document, for what shows nothing but documents.
  ///
  /// Each entry is an item of a list in the article, its title a link. O(entries).
  public init(_ listing: Listing) {
    var items = ListingItems()
    let title = items.append(listing.title)
    for entry in listing.entries { items.add(entry) }
    self.init(
      text: TextArena(TextStorage(copying: items.bytes)),
      source: listing.source,
      article: Article(title: title, blocks: 0..<Int32(items.blocks.count)),
      blocks: items.blocks,
      spans: items.spans,
      diagnostics: listing.diagnostics
    )
  }

  /// This document of a listing, in which every entry has a block, with some of the entries, by their
  /// indices, in the order given; O(entries), the text is shared.
  package func showing(entries: [Int]) -> Document {
    var shown: [Block] = []
    shown.reserveCapacity(entries.count)
    for (number, index) in entries.enumerated() where blocks.indices.contains(index) {
      let block = blocks[index]
      let ordinal = Int32(number + 1)
      shown.append(Block(block.kind, ordinal: ordinal, text: block.text, spans: block.spans))
    }
    return Document(
      text: text,
      source: source,
      article: Article(title: article.title, blocks: 0..<Int32(shown.count)),
      blocks: shown,
      spans: spans,
      diagnostics: diagnostics
    )
  }
}

/// The entries of a listing as the items of a list.
private struct ListingItems {
  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var spans: [Span] = []

  mutating func append(_ text: String) -> TextRange {
    let start = bytes.count
    bytes += text.utf8
    return TextRange(start, bytes.count)
  }

  /// Adds an entry: its title, and in brackets what is known of it.
  mutating func add(_ entry: ListingEntry) {
    let address = entry.article ?? entry.discussion
    let title = append(entry.title.isEmpty ? address ?? "" : entry.title)
    let facts = entry.facts
    let text = facts.isEmpty ? title : title.joined(with: append(" (\(facts))"))
    guard !text.isEmpty else { return }
    let first = Int32(spans.count)
    if let address, !title.isEmpty {
      spans.append(Span(.link, text: title, url: append(address)))
    }
    blocks.append(
      Block(
        .listItem,
        ordinal: Int32(blocks.count + 1),
        text: text,
        spans: first..<Int32(spans.count)
      )
    )
  }
}

extension TextRange {
  /// The text from the beginning of this one to the end of `other`, which follows it.
  fileprivate func joined(with other: TextRange) -> TextRange {
    TextRange(start: start, count: other.end - start)
  }
}

extension ListingEntry {
  /// Points, comments, author and date, as far as they are stated.
  fileprivate var facts: String {
    [
      score?.counted("point"),
      comments?.counted("comment"),
      author,
      dateText ?? date?.description,
    ].compactMap { $0 }.joined(separator: " · ")
  }
}
