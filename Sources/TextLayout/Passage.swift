import DocumentModel

/// Blocks that follow one another, laid out with a blank line between; items of a list without.
///
/// Lines are found when they are asked for. In a long passage with a cache a line costs the same
/// wherever it stands, once the lines above it were passed over; in a short one those are passed
/// over each time.
public struct Passage: Sendable {
  /// A line of a passage.
  public enum Line: Hashable, Sendable {
    /// Between two blocks.
    case blank
    /// A line of the block at index `block`.
    case text(TextLayout.Line, block: Int)
  }

  /// Passages of as many bytes or blocks are not worth remembering.
  private static let shortText = 4_096
  private static let fewBlocks = 32

  private let layout: BlockLayout
  private let blocks: Range<Int>
  private let cache: LayoutCache?

  /// The blocks at the indices `blocks` of `Document.blocks`; `cache` remembers a long passage.
  public init(_ layout: BlockLayout, blocks: Range<Int>, cache: LayoutCache?) {
    self.layout = layout
    self.blocks = blocks
    self.cache = Self.isLong(blocks, in: layout.document) ? cache : nil
  }

  /// How many lines there are, counted no further than `limit`.
  public func count(upTo limit: Int) -> Int { withIndex { $0.count(upTo: limit) } }

  /// The lines in `range`, those of them that exist.
  public func lines(_ range: Range<Int>) -> [Line] { withIndex { $0.lines(range) } }

  /// The first line that shows the byte at `offset` of `block` or what comes after it; `nil` if
  /// that is beyond the end.
  public func line(showing offset: UInt32, of block: Int) -> Int? {
    withIndex { $0.line(showing: offset, of: block) }
  }

  private func withIndex<Result: Sendable>(_ body: (inout LineIndex) -> Result) -> Result {
    if let cache { return cache.withIndex(of: blocks, in: layout, body) }
    var index = LineIndex(layout, blocks: blocks)
    return body(&index)
  }

  private static func isLong(_ blocks: Range<Int>, in document: Document) -> Bool {
    guard blocks.count <= fewBlocks else { return true }
    return blocks.reduce(0) { $0 + Int(document.blocks[$1].text.count) } > shortText
  }
}
