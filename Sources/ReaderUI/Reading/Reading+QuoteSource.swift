import DocumentModel

/// Where quoted words stand.
enum QuoteSource: Equatable, Sendable {
  /// A block of the article, an index into the document's.
  case article(block: Int)
  /// A comment, and the block of its text that has them.
  case comment(CommentID, block: Int)
}

extension Reading {
  /// Where the words of `quotation`, which stands in `id`, come from, `nil` if they are nowhere here.
  ///
  /// Looks through what `id` answers, the nearest first, then the article, then all other comments,
  /// those before it first. Only what their writers say themselves counts. O(document).
  func source(of quotation: Quotation, in id: CommentID) -> QuoteSource? {
    for above in document.ancestors(of: id) {
      if let found = passage(of: quotation, in: above) { return found }
    }
    for block in document.article.blocks
    where says(quotation, document.blocks[Int(block)], in: document) {
      return .article(block: Int(block))
    }
    let before = (0..<id.index).reversed()
    for index in Array(before) + Array(id.index + 1..<document.comments.count) {
      if let found = passage(of: quotation, in: CommentID(index)) { return found }
    }
    return nil
  }

  private func passage(of quotation: Quotation, in id: CommentID) -> QuoteSource? {
    let body = body(of: id)
    let block = body.blocks.first { index in
      let block = body.document.blocks[Int(index)]
      return block.quoteDepth == 0 && says(quotation, block, in: body.document)
    }
    return block.map { .comment(id, block: Int($0)) }
  }

  private func says(_ quotation: Quotation, _ block: Block, in document: Document) -> Bool {
    block.text.count >= quotation.words.bytes.count
      && ComparableWords(document.text(of: block)).contains(quotation.words)
  }

  /// The comments other than `id` that quote one of `texts`, with the words they quote; O(document).
  func comments(
    quoting texts: [ComparableWords],
    except id: CommentID? = nil
  ) -> [(id: CommentID, quotation: Quotation)] {
    document.commentIDs.compactMap { comment in
      guard comment != id else { return nil }
      let quotation = quotations(in: comment).first { quotation in
        texts.contains { $0.contains(quotation.words) || Self.isQuoted($0, in: quotation) }
      }
      return quotation.map { (comment, $0) }
    }
  }

  /// Whether a quotation of several paragraphs in one has all of `text`.
  private static func isQuoted(_ text: ComparableWords, in quotation: Quotation) -> Bool {
    text.bytes.count >= Quotation.leastSpoken && quotation.words.contains(text)
  }
}
