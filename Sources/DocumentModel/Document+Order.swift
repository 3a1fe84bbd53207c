/// Documents whose comments stand in another order.
extension Document {
  /// The same document with its comments in `order`, which holds each once, a comment before its
  /// replies and those before everything else; `nil` if its texts are too long for one arena.
  ///
  /// The texts of comments are copied, so that they follow each other as the comments do. O(size).
  package func reordered(_ order: [CommentID]) -> Document? {
    let copied = order.reduce(0) { sum, id in
      blocks(of: id).reduce(sum) { $0 + Int($1.text.count) + 1 }
    }
    guard text.count + copied <= Int(UInt32.max) else { return nil }
    var places = [Int](repeating: 0, count: comments.count)
    for (place, id) in order.enumerated() { places[id.index] = place }
    var copy = Copy(of: self)
    let storage = TextStorage(capacity: text.count + copied) { output in
      text.withBytes { for byte in $0 { output.append(byte) } }
      for id in order { copy.add(id, of: self, under: places, to: &output) }
    }
    let first = article.blocks.lowerBound
    return Document(
      text: TextArena(storage),
      source: source,
      article: article.moved(by: -first),
      blocks: copy.blocks,
      spans: copy.spans,
      comments: copy.comments,
      authors: authors,
      badges: badges,
      opening: opening,
      missingComments: missingComments,
      continuations: continuations.map { continuation in
        var moved = continuation
        moved.comment = continuation.comment.map { CommentID(places[$0.index]) }
        return moved
      },
      diagnostics: diagnostics
    )
  }

  /// The parts of a document that is being put together.
  private struct Copy {
    var blocks: [Block]
    var spans: [Span]
    var comments: [Comment] = []

    init(of document: Document) {
      blocks = Array(document.blocks(of: document.article))
      spans = document.spans
    }

    mutating func add(
      _ id: CommentID,
      of document: Document,
      under places: [Int],
      to output: inout TextOutput
    ) {
      var comment = document[id]
      let first = Int32(blocks.count)
      for block in document.blocks(of: id) { add(block, of: document, to: &output) }
      comment.blocks = first..<Int32(blocks.count)
      comment.place(
        under: comment.parent.map { CommentID(places[$0.index]) },
        comment.replyLink,
        depth: comment.depth,
        subtreeSize: comment.subtreeSize
      )
      comments.append(comment)
    }

    private mutating func add(_ block: Block, of document: Document, to output: inout TextOutput) {
      let start = UInt32(output.count)
      document.text.withBytes(of: block.text) { for byte in $0 { output.append(byte) } }
      output.append(0x0A)
      let firstSpan = Int32(spans.count)
      for span in document.spans(of: block) {
        let range = TextRange(
          start: start + span.text.start - block.text.start,
          count: span.text.count
        )
        spans.append(Span(span.kind, text: range, url: span.url))
      }
      let text = TextRange(start: start, count: block.text.count)
      blocks.append(block.moved(to: text, spans: firstSpan..<Int32(spans.count)))
    }
  }
}

extension Article {
  /// The same article with its blocks `distance` further on in the document's.
  fileprivate func moved(by distance: Int32) -> Article {
    Article(
      title: title,
      author: author,
      byline: byline,
      date: date,
      score: score,
      url: url,
      blocks: blocks.lowerBound + distance..<blocks.upperBound + distance
    )
  }
}
