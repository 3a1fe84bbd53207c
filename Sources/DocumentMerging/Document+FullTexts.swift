import DocumentModel

extension Document {
  /// The document with full texts in place of cut ones; `texts` are ranges of `source.blocks`.
  ///
  /// `nil` if the texts of both exceed 4 GiB. O(size of both).
  package func completed(by texts: [CommentID: Range<Int32>], of source: Document) -> Document? {
    guard var joined = JoinedDocument(self, source) else { return nil }
    joined.addArticle(article.blocks, [], place: .after)
    joined.addComments(
      commentIDs.map { id in
        JoinedDocument.Piece(
          isSecond: false,
          comment: id,
          parent: self[id].parent?.index,
          link: self[id].replyLink,
          fullText: texts[id]
        )
      }
    )
    return joined.finish(
      missingComments: missingComments,
      continuations: continuations,
      diagnostics: diagnostics
    )
  }
}
