import DocumentModel
import Terminal

/// Lays out the blocks of a document at one width.
///
/// Keeps no state: every call costs the length of its block. A `TextFlow` costs only the lines asked
/// for.
public struct BlockLayout: Sendable {
  /// The document whose blocks these are.
  public let document: Document
  /// The available columns, 1 or more.
  public let width: Int
  /// Whether long code lines are wrapped, marked `↪`, and tables are squeezed into the width.
  ///
  /// Otherwise code lines have up to a thousand columns, and the columns of tables are at least eight
  /// wide if they need it.
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

  /// The frame of the block at `index`.
  func frame(of index: Int) -> LineFrame {
    let block = document.blocks[index]
    let marker = marker(of: block)
    let widest = marker == nil ? 0 : markerWidth(around: index)
    return LineFrame(block, marker: marker, markerWidth: widest, width: width)
  }

  /// Whether the block at `index` follows the previous one without a blank line: both are list items.
  func standsTightly(_ index: Int) -> Bool {
    document.blocks[index].kind == .listItem && index > 0
      && document.blocks[index - 1].kind == .listItem
  }

  /// How many quote bars the blank line above the block at `index` carries: those of the quotations that
  /// it shares with the block before it, as far as they fit.
  public func bars(above index: Int) -> Int {
    guard document.blocks.indices.contains(index), index > 0 else { return 0 }
    let shared = min(document.blocks[index - 1].quoteDepth, document.blocks[index].quoteDepth)
    guard shared > 0 else { return 0 }
    return min(Int(shared), frame(of: index - 1).quoteDepth, frame(of: index).quoteDepth)
  }

  private func marker(of block: Block) -> String? {
    switch block.kind {
    case .listItem: block.ordinal.map { "\($0)." } ?? "•"
    case .image: "▦"
    case .embed: "▶"
    default: nil
    }
  }

  /// The greatest number of the list around the block at `index`.
  ///
  /// Reads at most a hundred blocks in both directions, so that the cost of an item is bounded.
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
