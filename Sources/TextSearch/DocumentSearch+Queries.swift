import Algorithms
import DocumentModel

/// Queries on the hits found so far; each is O(log n).
extension DocumentSearch {
  /// The hits in one text, as indices into `hits`.
  public func hits(at place: SearchPlace) -> Range<Int> {
    hits.partitioningIndex { $0.place >= place }..<hits.partitioningIndex { $0.place > place }
  }

  /// The hits in `range` of one text, as indices into `hits`.
  public func hits(at place: SearchPlace, meeting range: TextRange) -> Range<Int> {
    let first = hits.partitioningIndex { ($0.place, $0.range.end) > (place, range.start) }
    return
      first..<max(
        first,
        hits.partitioningIndex { ($0.place, $0.range.start) >= (place, range.end) }
      )
  }

  /// The hits in a comment and its author's name; in the article for `nil`.
  public func hits(in comment: CommentID?) -> Range<Int> {
    hits(inItems: comment.map { $0.index..<$0.index + 1 } ?? -1..<0)
  }

  /// The hits in a comment and everything below it.
  public func hits(inSubtreeOf comment: CommentID) -> Range<Int> {
    let size = comment.index < document.comments.count ? document[comment].subtreeSize : 1
    return hits(inItems: comment.index..<comment.index + size)
  }

  /// The hits in the replies below a comment, which a fold hides.
  public func hits(below comment: CommentID) -> Range<Int> {
    hits(in: comment).upperBound..<hits(inSubtreeOf: comment).upperBound
  }

  /// The first hit that starts at `offset` of `place` or later, `nil` if there is none.
  public func firstHit(from place: SearchPlace, offset: UInt32 = 0) -> Int? {
    let found = hits.partitioningIndex { ($0.place, $0.range.start) >= (place, offset) }
    return found < hits.count ? found : nil
  }

  /// The last hit that starts before `offset` of `place`, `nil` if there is none.
  public func lastHit(before place: SearchPlace, offset: UInt32 = 0) -> Int? {
    let found = hits.partitioningIndex { ($0.place, $0.range.start) >= (place, offset) }
    return found > 0 ? found - 1 : nil
  }

  private func hits(inItems items: Range<Int>) -> Range<Int> {
    hits.partitioningIndex {
      Int($0.place.item) >= items.lowerBound
    }..<hits.partitioningIndex {
      Int($0.place.item) >= items.upperBound
    }
  }
}

extension DocumentSearch {
  /// The document that holds the text of a hit.
  public func source(of hit: SearchHit) -> Document {
    places.document(ofPart: Int32(hit.part ?? -1))
  }

  /// The whole text that contains a hit: a title, a byline, a name or a block.
  public func text(at hit: SearchHit) -> TextRange {
    switch hit.place.kind {
    case .title: document.article.title
    case .byline: document.article.byline
    case .articleBlock(let block): document.blocks[block].text
    case .author(let id):
      document[id].author.map { document[$0].name } ?? hit.range
    case .commentBlock(_, let block): source(of: hit).blocks[block].text
    }
  }
}
