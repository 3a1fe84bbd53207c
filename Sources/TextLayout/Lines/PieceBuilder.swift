import DocumentModel
import Terminal

/// Cuts lines into pieces where spans begin and end and where tabs stand.
///
/// Quickest for lines in the order of the text: then all of them together pass over each span once.
struct PieceBuilder {
  private let bytes: UnsafeRawBufferPointer
  private let nest: SpanNest
  /// The byte the two below are about.
  private var place = -1
  /// The first node that starts after `place`.
  private var next = 0
  /// The innermost node about `place`, -1 if there is none.
  private var inner: Int32 = -1

  init(_ bytes: UnsafeRawBufferPointer, nest: SpanNest) {
    self.bytes = bytes
    self.nest = nest
  }

  /// The pieces of `slice`, whose text starts at `indent`.
  mutating func pieces(of slice: LineSlice, indent: Int, adding kinds: SpanSet = []) -> [Piece] {
    var pieces: [Piece] = []
    if slice.contentEnd > slice.start {
      if !slice.hasTabs, !slice.endsInHyphen, !meetsSpans(slice) {
        let text = TextRange(slice.start, slice.contentEnd)
        return [Piece(text: text, column: indent, width: slice.width, spans: kinds)]
      }
      pieces = cutPieces(of: slice, indent: indent, adding: kinds)
    }
    if slice.endsInHyphen {
      pieces.append(Piece(column: indent + slice.width - 1, width: 1, spans: kinds, literal: "-"))
    }
    return pieces
  }

  private mutating func meetsSpans(_ slice: LineSlice) -> Bool {
    guard !nest.nodes.isEmpty else { return false }
    seek(slice.start)
    return inner >= 0 || next < nest.nodes.count && Int(nest.nodes[next].start) < slice.contentEnd
  }

  private mutating func cutPieces(
    of slice: LineSlice,
    indent: Int,
    adding kinds: SpanSet
  ) -> [Piece] {
    var pieces: [Piece] = []
    var column = 0
    var start = slice.start
    while start < slice.contentEnd {
      if bytes[start] == 0x09 {
        column += LineScan.tabStop - column % LineScan.tabStop
        start += 1
        continue
      }
      let (node, end) = look(at: start, until: slice.contentEnd)
      let stop = bytes[start..<end].firstIndex(of: 0x09) ?? end
      let width = slice.isPlain ? stop - start : DisplayWidth.of(utf8: bytes, in: start..<stop)
      pieces.append(
        Piece(
          text: TextRange(start, stop),
          column: indent + column,
          width: width,
          spans: kinds.union(node?.spans ?? []),
          link: node?.link
        )
      )
      column += width
      start = stop
    }
    return pieces
  }

  /// What the text at `place` is, and where that changes.
  private mutating func look(at place: Int, until end: Int) -> (SpanNest.Node?, Int) {
    seek(place)
    var end = end
    if next < nest.nodes.count { end = min(end, Int(nest.nodes[next].start)) }
    guard inner >= 0 else { return (nil, end) }
    let node = nest.nodes[Int(inner)]
    return (node, min(end, Int(node.end)))
  }

  /// Finds the nodes about `target`.
  private mutating func seek(_ target: Int) {
    if place < 0 || target < place {
      next = nest.count(startingBy: target)
      inner = Int32(next) - 1
    } else {
      while next < nest.nodes.count, Int(nest.nodes[next].start) <= target {
        inner = Int32(next)
        next += 1
      }
    }
    while inner >= 0, Int(nest.nodes[Int(inner)].end) <= target {
      inner = nest.nodes[Int(inner)].parent
    }
    place = target
  }
}
