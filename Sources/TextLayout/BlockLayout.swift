import DocumentModel
import Terminal

/// Lays out the blocks of a document at one width.
///
/// Keeps nothing: a block costs its own length each time it is asked for. A `TextFlow` costs only
/// the lines asked for.
public struct BlockLayout: Sendable {
  /// The document whose blocks these are.
  public let document: Document
  /// The columns there are, 1 or more.
  public let width: Int
  /// Whether code lines go on below, marked `↪`, where they are longer than there is room, and
  /// tables are squeezed into it.
  ///
  /// Else a code line is as long as it is, up to a thousand columns, and no column of a table is
  /// narrower than eight unless that is all it needs.
  public let codeWraps: Bool

  /// A layout of `document` at `width` columns; less than 1 counts as 1.
  public init(document: Document, width: Int, codeWraps: Bool = true) {
    self.document = document
    self.width = max(1, width)
    self.codeWraps = codeWraps
  }

  /// The lines of the block at index `block` of `Document.blocks`.
  ///
  /// Never empty for a block with text; one line for a rule.
  public func lines(of block: Int) -> [Line] {
    document.text.withBytes { bytes in
      var walker = LineWalker(self, blocks: block..<block + 1, bytes: bytes)
      var lines: [Line] = []
      while case .text(let line, _)? = walker.next() { lines.append(line) }
      return lines
    }
  }

  /// The lines of a text without spans, such as a title.
  public func lines(of range: TextRange) -> [Line] {
    let alone = Document(
      text: document.text,
      source: document.source,
      article: Article(),
      blocks: [Block(.paragraph, text: range)]
    )
    return BlockLayout(document: alone, width: width).lines(of: 0)
  }

  /// What stands before the lines of the block at `index`.
  func frame(of index: Int) -> LineFrame {
    let block = document.blocks[index]
    let marker = marker(of: block)
    let widest = marker == nil ? 0 : markerWidth(around: index)
    return LineFrame(block, marker: marker, markerWidth: widest, width: width)
  }

  /// Whether no blank line parts the block at `index` from the one before: both are items of lists.
  func standsTightly(_ index: Int) -> Bool {
    document.blocks[index].kind == .listItem && index > 0
      && document.blocks[index - 1].kind == .listItem
  }

  private func marker(of block: Block) -> String? {
    switch block.kind {
    case .listItem: block.ordinal.map { "\($0)." } ?? "•"
    case .image: "▦"
    default: nil
    }
  }

  /// The widest number among the items of a numbered list about the block at `index`.
  ///
  /// Looks a hundred blocks either way and no further, so that an item costs no whole list.
  private func markerWidth(around index: Int) -> Int {
    let blocks = document.blocks
    guard blocks[index].kind == .listItem, var widest = blocks[index].ordinal else { return 0 }
    func look(at other: Block) -> Bool {
      guard other.kind == .listItem, other.level >= blocks[index].level else { return false }
      if other.level == blocks[index].level { widest = max(widest, other.ordinal ?? 0) }
      return true
    }
    _ = blocks[max(0, index - 100)..<index].reversed().first { !look(at: $0) }
    _ = blocks[index..<min(blocks.count, index + 100)].first { !look(at: $0) }
    return DisplayWidth.of("\(widest).")
  }
}
