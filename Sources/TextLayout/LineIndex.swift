import Algorithms
import DocumentModel

/// An index of where the lines of a flow start, built on demand.
///
/// Stores the place of every 64th line, 28 bytes each: 9 KB for 20,000 lines; finding a line costs at
/// most 64 others.
struct LineIndex: Sendable {
  /// The distance between stored places, in lines.
  private static let spacing = 64

  private let layout: BlockLayout
  private let blocks: Range<Int>
  /// The places of lines 0, 64, 128 and so on.
  private var places: [LinePlace] = []
  /// The number of lines found so far.
  private(set) var known = 0
  /// The place of the next line to find; `nil` at the end, and before the first.
  private var frontier: LinePlace?
  private var isBegun = false
  private var prepared = PreparedBlocks()

  /// An empty index of `blocks` of `layout`.
  init(_ layout: BlockLayout, blocks: Range<Int>) {
    self.layout = layout
    self.blocks = blocks
  }

  /// Whether this is the index of `blocks` of `layout`.
  func isOf(_ blocks: Range<Int>, in layout: BlockLayout) -> Bool {
    self.blocks == blocks && self.layout.width == layout.width
      && self.layout.codeWraps == layout.codeWraps
      && self.layout.document.text.isIdentical(to: layout.document.text)
  }

  /// The number of lines, or `limit` if there are more.
  mutating func count(upTo limit: Int) -> Int {
    learn { index, _ in index.known < limit }
    return min(known, max(0, limit))
  }

  /// The lines in `range`, as far as they exist.
  mutating func lines(_ range: Range<Int>) -> [TextFlow.Line] {
    learn { index, _ in index.known < range.lowerBound + 1 }
    guard range.lowerBound < known, !range.isEmpty else { return [] }
    let first = range.lowerBound / Self.spacing
    return walk(from: places[first]) { walker in
      for _ in first * Self.spacing..<range.lowerBound { walker.skip() }
      var lines: [TextFlow.Line] = []
      while lines.count < range.count, let line = walker.next() { lines.append(line) }
      return lines
    }
  }

  /// The first line that shows the byte at `offset` of `block` or what comes after it.
  mutating func line(showing offset: UInt32, of block: Int) -> Int? {
    learn { _, next in next.isAtOrBefore(block, offset) }
    guard !places.isEmpty else { return nil }
    let next = places.partitioningIndex { !$0.isAtOrBefore(block, offset) }
    var first = max(0, next - 1)
    // All lines of a table's row have its offset: go back to the first one.
    while first > 0, places[first].part > 0, isTable(places[first]) { first -= 1 }
    return walk(from: places[first]) { walker in
      var number = first * Self.spacing
      while let place = walker.place {
        if !place.isBlank, Int(place.block) > block { return number }
        guard case .text(let line, let own)? = walker.next() else {
          number += 1
          continue
        }
        if own == block, line.text.end > offset { return number }
        number += 1
      }
      return nil
    }
  }

  /// Finds further lines while `isWanted` accepts the next one.
  private mutating func learn(while isWanted: (LineIndex, LinePlace) -> Bool) {
    guard !isBegun || frontier.map({ isWanted(self, $0) }) == true else { return }
    layout.document.text.withBytes { bytes in
      var walker = walker(from: isBegun ? frontier : nil, bytes)
      isBegun = true
      while let place = walker.place, isWanted(self, place) {
        if known % Self.spacing == 0 { places.append(place) }
        walker.skip()
        known += 1
      }
      frontier = walker.place
      prepared = walker.prepared
    }
  }

  private mutating func walk<Result>(
    from place: LinePlace,
    _ body: (inout LineWalker) -> Result
  ) -> Result {
    layout.document.text.withBytes { bytes in
      var walker = walker(from: place, bytes)
      let result = body(&walker)
      prepared = walker.prepared
      return result
    }
  }

  private func isTable(_ place: LinePlace) -> Bool {
    layout.document.blocks[Int(place.block)].kind == .table
  }

  private func walker(from place: LinePlace?, _ bytes: UnsafeRawBufferPointer) -> LineWalker {
    LineWalker(layout, blocks: blocks, bytes: bytes, from: place, prepared: prepared)
  }
}
