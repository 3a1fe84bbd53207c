import Algorithms
import DocumentModel

/// A part of a document that is searched in one call.
enum SearchSegment {
  /// A single text: the title, the byline.
  case text(TextRange, SearchPlace)
  /// Blocks whose texts are close to each other in one arena; none is empty.
  ///
  /// The first belongs to `item` or a later one; `part` is an index into the full texts, -1 for the
  /// document's own blocks.
  case blocks(Range<Int>, item: Int, part: Int32)
  /// Hits in names, which are known.
  case known([SearchHit])
}

/// The blocks of a segment, and the state needed to locate matches.
struct SegmentBlocks {
  let blocks: ArraySlice<Block>
  let comments: [Comment]
  let part: Int32
  /// The item of the last hit, -1 for the article.
  private var item: Int

  /// The blocks of `document` in `range`.
  init(_ document: Document, _ range: Range<Int>, comments: [Comment], item: Int, part: Int32) {
    blocks = document.blocks[range]
    self.comments = comments
    self.item = item
    self.part = part
  }

  /// The offsets from the first byte of the texts to the last.
  var extent: Range<Int> {
    guard let first = blocks.first, let last = blocks.last else { return 0..<0 }
    return Int(first.text.start)..<Int(last.text.end)
  }

  /// The last block whose text starts at `offset` or before; O(log n).
  func block(startingBy offset: Int) -> Int {
    let next = blocks.partitioningIndex { Int($0.text.start) > offset }
    return max(next - 1, blocks.startIndex)
  }

  /// A hit in the block at `index`; must be called in the order of the text.
  mutating func hit(_ match: Range<Int>, in index: Int) -> SearchHit {
    if part < 0, item >= 0 {
      while item + 1 < comments.count, !comments[item].blocks.contains(Int32(index)) { item += 1 }
    }
    return SearchHit(
      range: TextRange(match.lowerBound, match.upperBound),
      place: SearchPlace(item: Int32(item), slot: Int32(index)),
      part: part
    )
  }
}
