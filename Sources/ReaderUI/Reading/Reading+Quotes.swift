import DocumentModel
import TextSearch

/// Who and what comments quote, as far as they mark it as a quotation.
extension Reading {
  /// The comments that quote the article.
  func commentsQuotingArticle() -> CommentSet {
    var runs = WordRuns()
    document.text.withBytes { bytes in
      for block in document.blocks(of: document.article) where block.quoteDepth == 0 {
        runs.add(bytes[block.text.offsets])
      }
    }
    return comments(where: runs.contains)
  }

  /// The comments that quote one of `quoted`.
  func comments(quoting quoted: CommentSet) -> CommentSet {
    var runs = WordRuns()
    document.text.withBytes { bytes in
      for id in document.commentIDs where quoted.contains(id) {
        for block in document.blocks(of: document[id]) where block.quoteDepth == 0 {
          runs.add(bytes[block.text.offsets])
        }
      }
    }
    guard !runs.isEmpty else { return CommentSet() }
    return comments(where: runs.contains)
  }

  /// The comments with a quotation that `fits`.
  private func comments(where fits: (Slice<UnsafeRawBufferPointer>) -> Bool) -> CommentSet {
    var found = CommentSet()
    document.text.withBytes { bytes in
      for id in document.commentIDs {
        let quotes = document.blocks(of: document[id]).lazy.filter { $0.quoteDepth > 0 }
        if quotes.contains(where: { fits(bytes[$0.text.offsets]) }) { found.insert(id) }
      }
    }
    return found
  }

  /// Whether the block at `index`, of the text shown of `id`, is part of a quotation.
  func isQuotation(_ index: Int, of id: CommentID) -> Bool {
    let body = body(of: id)
    return body.blocks.contains(Int32(index)) && body.document.blocks[index].quoteDepth > 0
  }
}
