import DocumentModel
import Glibc
import Terminal

/// What stands before the text of a block's lines: quote bars, list marker, indent.
struct LineFrame {
  /// Text keeps this many columns; indents give way where there are fewer.
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
  init(_ block: Block, marker: String?, width: Int) {
    let room = max(0, width - Self.leastText)
    let quotes = 2 * Int(block.quoteDepth)
    let markerWidth = marker.map { DisplayWidth.of($0) + 1 } ?? 0
    let nesting =
      switch block.kind {
      case .listItem: 2 * Int(block.level)
      case .code: 2
      default: 0
      }
    // A marker says more than an indent, so it is the last to go.
    let hanging = min(markerWidth, max(room, width / 2))
    let fits = markerWidth == hanging
    let before = min(quotes + nesting, max(0, room - hanging))
    indent = before + (fits ? markerWidth : 0)
    quoteDepth = min(Int(block.quoteDepth), before / 2)
    self.marker = fits ? marker : nil
    markerColumn = before
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

  /// Marks `line` as the rest of the code line above it, if there is room.
  func markContinued(_ line: inout Line) {
    guard indent >= 2 * quoteDepth + 2 else { return }
    line.marker = "↪"
    line.markerColumn = indent - 2
  }
}

/// The lines of a text as its author broke them, without their newlines.
struct SourceLines: Sequence, IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private var rest: Range<Int>?

  /// The lines of the bytes in `range`; none if it is empty.
  init(_ bytes: UnsafeRawBufferPointer, of range: Range<Int>) {
    self.bytes = bytes
    rest = range.isEmpty ? nil : range
  }

  mutating func next() -> Range<Int>? {
    guard let range = rest else { return nil }
    let end =
      Self.newline(in: UnsafeRawBufferPointer(rebasing: bytes[range]))
      .map { range.lowerBound + $0 } ?? range.upperBound
    rest = end < range.upperBound ? end + 1..<range.upperBound : nil
    return range.lowerBound..<end
  }

  private static func newline(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let start = bytes.baseAddress, let found = memchr(start, 0x0A, bytes.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - start
  }
}
