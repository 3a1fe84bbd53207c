import DocumentModel

/// Who and what comments quote: see `quotations(in:)`.
extension Reading {
  /// The comments that quote the article; O(document).
  func commentsQuotingArticle() -> CommentSet {
    var runs = WordRuns()
    add(document.blocks(of: document.article), to: &runs)
    return comments(quoting: runs)
  }

  /// The comments that quote one of `quoted`; O(document).
  func comments(quoting quoted: CommentSet) -> CommentSet {
    var runs = WordRuns()
    for id in document.commentIDs where quoted.contains(id) {
      add(document.blocks(of: document[id]), to: &runs)
    }
    return comments(quoting: runs)
  }

  /// Adds what `blocks` say themselves.
  private func add(_ blocks: some Sequence<Block>, to runs: inout WordRuns) {
    document.text.withBytes { bytes in
      for block in blocks where block.quoteDepth == 0 { runs.add(bytes[block.text.offsets]) }
    }
  }

  private func comments(quoting runs: WordRuns) -> CommentSet {
    var found = CommentSet()
    guard !runs.isEmpty else { return found }
    for id in document.commentIDs
    where quotations(in: id).contains(where: { runs.contains($0.text.utf8) }) {
      found.insert(id)
    }
    return found
  }

  /// Whether the block at `index`, of the text shown of `id`, is part of a quotation.
  func isQuotation(_ index: Int, of id: CommentID) -> Bool {
    let body = body(of: id)
    return body.blocks.contains(Int32(index)) && body.document.blocks[index].quoteDepth > 0
  }
}
