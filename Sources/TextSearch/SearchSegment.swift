import Algorithms
import DocumentModel

/// A piece of a document to be searched in one go.
enum SearchSegment {
  /// A text that stands alone: the title, the byline.
  case text(TextRange, SearchPlace)
  /// Blocks whose texts follow each other closely in one arena; none is empty.
  ///
  /// The first belongs to `item` or a later one; `part` is an index into the completed texts, -1
  /// for the document's own blocks.
  case blocks(Range<Int>, item: Int, part: Int32)
  /// Names in which hits are known.
  case known([SearchHit])
}

/// The blocks of a segment, with what is needed to say where a match stands.
struct SegmentBlocks {
  let blocks: ArraySlice<Block>
  let comments: [Comment]
  let part: Int32
  /// The item the last place was in, -1 for the article; items follow each other as blocks do.
  private var item: Int

  /// The blocks of `document` in `range`.
  init(_ document: Document, _ range: Range<Int>, comments: [Comment], item: Int, part: Int32) {
    blocks = document.blocks[range]
    self.comments = comments
    self.item = item
    self.part = part
  }

  /// From the first byte of the texts to the last.
  var extent: Range<Int> {
    guard let first = blocks.first, let last = blocks.last else { return 0..<0 }
    return Int(first.text.start)..<Int(last.text.end)
  }

  /// The last block whose text starts at `offset` or before; O(log n).
  func block(startingBy offset: Int) -> Int {
    let next = blocks.partitioningIndex { Int($0.text.start) > offset }
    return max(next - 1, blocks.startIndex)
  }

  /// A hit in the block at `index`; to be asked for in the order of the text.
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
