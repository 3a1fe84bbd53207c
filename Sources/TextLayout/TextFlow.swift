import DocumentModel

/// Consecutive blocks laid out as lines, with a blank line between blocks other than list items.
///
/// Lines are computed on demand. With a cache, a line of a long flow costs the same wherever it is,
/// once the lines above it have been passed over; in a short flow they are passed over each time.
public struct TextFlow: Sendable {
  /// A line of a flow.
  public enum Line: Hashable, Sendable {
    /// Between two blocks, with the bars of the quotations that both stand in.
    case blank(bars: Int)
    /// A line of the block at index `block`.
    case text(TextLayout.Line, block: Int)
  }

  /// Flows of up to as many bytes or blocks are not cached.
  private static let shortText = 4_096
  private static let fewBlocks = 32

  private let layout: BlockLayout
  private let blocks: Range<Int>
  private let cache: LayoutCache?

  /// The blocks at the indices `blocks` of `Document.blocks`; `cache` is used for long flows.
  public init(_ layout: BlockLayout, blocks: Range<Int>, cache: LayoutCache?) {
    self.layout = layout
    self.blocks = blocks
    self.cache = Self.isLong(blocks, in: layout.document) ? cache : nil
  }

  /// The number of lines, or `limit` if there are more.
  public func count(upTo limit: Int) -> Int { withIndex { $0.count(upTo: limit) } }

  /// The lines in `range`, as far as they exist.
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
