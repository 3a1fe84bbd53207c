import DocumentModel
import Quotations

/// Who and what comments quote.
extension Reading {
  /// What comments quote; O(document) unless that was looked for before.
  public var quotations: QuotationIndex {
    quotationIndex ?? QuotationIndex(of: document) { body(of: $0) }
  }

  /// Looks for what comments quote, if that is not known; O(document).
  mutating func findQuotations() {
    if quotationIndex == nil { quotationIndex = quotations }
  }

  /// The comments that quote the article; as `quotations`.
  func commentsQuotingArticle() -> CommentSet {
    comments(quoting: { $0 == nil })
  }

  /// The comments that quote one of `quoted`; as `quotations`.
  func comments(quoting quoted: CommentSet) -> CommentSet {
    comments(quoting: { $0.map(quoted.contains) ?? false })
  }

  private func comments(quoting isWanted: (CommentID?) -> Bool) -> CommentSet {
    var found = CommentSet()
    for quotation in quotations.quotations
    where quotation.passages.contains(where: { isWanted($0.comment) }) {
      found.insert(quotation.comment)
    }
    return found
  }

  /// Whether the block at `index`, of the text shown of `id`, is part of a quotation.
  func isQuotation(_ index: Int, of id: CommentID) -> Bool {
    let body = body(of: id)
    return body.blocks.contains(Int32(index)) && body.document.blocks[index].quoteDepth > 0
  }
}
