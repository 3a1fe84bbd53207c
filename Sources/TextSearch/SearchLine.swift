import DocumentModel

/// A line of a document with a hit, as `grep` lists it.
public struct SearchLine: Hashable, Sendable {
  /// Where a line is.
  public enum Origin: Hashable, Sendable {
    /// In the article, its title or its byline.
    case article
    /// In the comment with this number, counted from 1 in page order.
    case comment(CommentID, number: Int)
    /// In text of the discussion without a header.
    case thread
  }

  /// Where it is.
  public let origin: Origin
  /// The line, or the lines that a hit extends over, in the arena of the document that holds it.
  public let text: TextRange
  let part: Int32
}

extension DocumentSearch {
  /// The lines with a hit in reading order, each once however many hits it has.
  ///
  /// Hits in names of authors are left out. With `author`, so are the article and all comments whose
  /// author's name it does not match. O(hits and the length of their lines).
  public func lines(by author: SearchPattern? = nil) -> [SearchLine] {
    let document = self.document
    let authors = author.map { Self.authors(of: document, matching: $0) }
    var numbers = CommentNumbers(document)
    var lines: [SearchLine] = []
    var place = SearchPlace(.title)
    var end: UInt32 = 0
    for hit in hits where hit.place != place || hit.range.end > end {
      let comment = hit.place.comment
      if comment != nil, hit.place.slot < 0 { continue }
      if let authors {
        guard let comment, let author = document[comment].author, authors[author.index]
        else { continue }
      }
      let extent = wholeLines(around: hit)
      (place, end) = (hit.place, extent.end)
      let origin = comment.map { numbers.origin(in: $0) } ?? .article
      lines.append(SearchLine(origin: origin, text: extent, part: Int32(hit.part ?? -1)))
    }
    return lines
  }

  /// Calls `body` with the bytes of a line; the pointer is valid only inside the call.
  public func withBytes(of line: SearchLine, _ body: (UnsafeRawBufferPointer) -> Void) {
    places.text(ofPart: line.part).withBytes(of: line.text, body)
  }

  /// Whether the name matches, for each author of `document`.
  private static func authors(of document: Document, matching pattern: SearchPattern) -> [Bool] {
    document.text.withBytes { bytes in
      document.authors.map {
        pattern.firstMatch(in: bytes, from: Int($0.name.start), to: Int($0.name.end)) != nil
      }
    }
  }

  /// The whole lines that contain `hit`.
  private func wholeLines(around hit: SearchHit) -> TextRange {
    let text = text(at: hit)
    return places.text(ofPart: Int32(hit.part ?? -1)).withBytes { bytes in
      var start = Int(hit.range.start)
      while start > Int(text.start), bytes[start - 1] != 0x0A { start -= 1 }
      var end = Int(hit.range.end)
      while end < Int(text.end), bytes[end] != 0x0A { end += 1 }
      return TextRange(start, end)
    }
  }
}

/// Numbers comments in the order of the document.
private struct CommentNumbers {
  private let document: Document
  private var next = 0
  private var count = 0

  init(_ document: Document) { self.document = document }

  /// The place of `id`, which must not be before the previous one.
  mutating func origin(in id: CommentID) -> SearchLine.Origin {
    while next <= id.index {
      if document.comments[next].state.isComment { count += 1 }
      next += 1
    }
    return document.comments[id.index].state.isComment ? .comment(id, number: count) : .thread
  }
}
