import DocumentModel

extension Document {
  /// The document with the comments `ids` as deleted ones that keep their texts; O(size).
  ///
  /// So exports tell comments that a site has removed while they were being read.
  package func deleting(_ ids: [CommentID]) -> Document {
    guard !ids.isEmpty else { return self }
    var comments = comments
    for id in ids where comments[id.index].state.isComment { comments[id.index].state = .deleted }
    return Document(
      text: text,
      source: source,
      article: article,
      blocks: blocks,
      spans: spans,
      comments: comments,
      authors: authors,
      badges: badges,
      opening: opening,
      missingComments: missingComments,
      continuations: continuations,
      diagnostics: diagnostics
    )
  }
}
