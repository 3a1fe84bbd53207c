import DocumentModel
import Terminal

/// The space before the text of a block's lines: quote bars, list marker, indent.
struct LineFrame {
  /// The longest code line: longer ones are wrapped in any case, so that the cost of a line is bounded.
  static let longestCodeLine = 1_000

  /// The columns kept for text; indents shrink where there are fewer.
  private static let leastText = 12

  /// Columns before the text.
  let indent: Int
  /// Columns for the text, 1 or more.
  let textWidth: Int
  /// Bars that fit into the indent.
  let quoteDepth: Int
  /// The marker of the first line, if it fits.
  let marker: String?
  private let markerColumn: Int

  /// The frame of `block` in `width` columns; `marker` goes before its first line.
  ///
  /// `markerWidth` is the width of the widest marker of the list, to which this one is aligned.
  init(_ block: Block, marker: String? = nil, markerWidth: Int = 0, width: Int) {
    let room = max(0, width - Self.leastText)
    let quotes = 2 * Int(block.quoteDepth)
    let own = marker.map { DisplayWidth.of($0) + 1 } ?? 0
    let markerWidth = marker == nil ? 0 : max(own, markerWidth + 1)
    let nesting =
      switch block.kind {
      case .listItem: 2 * Int(block.level)
      case .code: 2
      default: 0
      }
    // A marker is more important than an indent, so it is dropped last.
    let hanging = min(markerWidth, max(room, width / 2))
    let fits = markerWidth == hanging
    let before = min(quotes + nesting, max(0, room - hanging))
    indent = before + (fits ? markerWidth : 0)
    quoteDepth = min(Int(block.quoteDepth), before / 2)
    self.marker = fits ? marker : nil
    markerColumn = before + markerWidth - own
    textWidth = max(1, width - indent)
  }

  /// A line without text in this frame.
  func line(isFirst: Bool) -> Line {
    Line(
      indent: indent,
      quoteDepth: quoteDepth,
      marker: isFirst ? marker : nil,
      markerColumn: markerColumn
    )
  }

  /// Marks `line` as a continuation of the code line above it, if there is room.
  func markContinued(_ line: inout Line) {
    guard indent >= 2 * quoteDepth + 2 else { return }
    line.marker = "↪"
    line.markerColumn = indent - 2
  }
}
