import DocumentModel

/// What a comment's header tells besides its author and its date.
struct CommentFacts {
  /// In a few words each: the badges of the author and of the comment.
  let badges: [String]
  /// Points, when it was edited, and that it was deleted.
  let rest: [String]

  /// The facts of `comment`.
  init(_ comment: Comment, of document: Document) {
    badges =
      (comment.isByArticleAuthor ? ["author"] : [])
      + document.badges(of: comment).map { document.text[$0] }
    let points = comment.score.map { $0.counted("point") }
    let deleted = comment.state == .deleted ? "deleted" : nil
    let edited = comment.edited.map { "edited \($0)" }
    rest = [points, edited, deleted].compactMap { $0 }
  }
}
