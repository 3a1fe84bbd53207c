import DocumentModel
import Terminal

/// Cuts lines into pieces where spans begin and end and where tabs stand.
///
/// To be given the lines of a block in order.
struct PieceBuilder {
  private let bytes: UnsafeRawBufferPointer
  private let spans: ArraySlice<Span>
  /// The first span that may still reach into the lines to come.
  private var first: Int

  init(_ bytes: UnsafeRawBufferPointer, spans: ArraySlice<Span>) {
    self.bytes = bytes
    self.spans = spans
    first = spans.startIndex
  }

  /// The pieces of `slice`, whose text starts at `indent`.
  mutating func pieces(of slice: LineSlice, indent: Int, adding kinds: SpanSet = []) -> [Piece] {
    var pieces: [Piece] = []
    skip(to: slice.start)
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

  /// Passes over the spans that end before `place`; no text before it may come after this.
  mutating func skip(to place: Int) {
    while first < spans.endIndex, Int(spans[first].text.end) <= place { first += 1 }
  }

  private func meetsSpans(_ slice: LineSlice) -> Bool {
    first < spans.endIndex && Int(spans[first].text.start) < slice.contentEnd
  }

  private func cutPieces(of slice: LineSlice, indent: Int, adding kinds: SpanSet) -> [Piece] {
    var pieces: [Piece] = []
    var column = 0
    var start = slice.start
    while start < slice.contentEnd {
      if bytes[start] == 0x09 {
        column += LineScan.tabStop - column % LineScan.tabStop
        start += 1
        continue
      }
      let (span, end) = look(at: start, until: slice.contentEnd)
      let stop = bytes[start..<end].firstIndex(of: 0x09) ?? end
      let width = slice.isPlain ? stop - start : DisplayWidth.of(utf8: bytes, in: start..<stop)
      pieces.append(
        Piece(
          text: TextRange(start, stop),
          column: indent + column,
          width: width,
          spans: kinds.union(span.kinds),
          link: span.link
        )
      )
      column += width
      start = stop
    }
    return pieces
  }

  /// What the text at `place` is, and where that changes.
  private func look(at place: Int, until end: Int) -> ((kinds: SpanSet, link: Int32?), Int) {
    var kinds: SpanSet = []
    var link: Int32?
    var end = end
    for index in first..<spans.endIndex {
      let text = spans[index].text.offsets
      if text.lowerBound > place {
        end = min(end, text.lowerBound)
        break
      }
      guard text.contains(place) else { continue }
      end = min(end, text.upperBound)
      kinds.insert(SpanSet(spans[index].kind))
      if spans[index].kind == .link { link = Int32(index) }
    }
    return ((kinds, link), end)
  }
}
