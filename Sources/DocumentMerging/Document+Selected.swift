import DocumentModel

extension Document {
  /// The comments `ids` alone, each as a thread of its own, without the article and without what is
  /// known of the rest; O(`ids`).
  package func selecting(_ ids: [CommentID]) -> Document {
    let selected = ids.map { id in
      let own = self[id]
      var comment = Comment(
        parent: nil,
        depth: 0,
        author: own.author,
        authorship: own.authorship,
        state: own.state,
        isTruncated: own.isTruncated,
        date: own.date,
        dateText: own.dateText,
        sourceID: own.sourceID,
        blocks: own.blocks
      )
      comment.url = own.url
      return comment
    }
    return Document(
      text: text,
      source: source,
      article: Article(),
      blocks: blocks,
      spans: spans,
      comments: selected,
      authors: authors
    )
  }
}
