import DocumentModel

extension Document {
  /// The thread as lines: the author and the text of each comment, indented by depth; what is no
  /// plain comment and no plain answer is told.
  var outline: [String] {
    comments.map { comment in
      let author = name(of: comment) ?? "?"
      let words = blocks(of: comment).map { text(of: $0) }.joined(separator: " ")
      var line = String(repeating: "  ", count: comment.depth) + "\(author): \(words)"
      if comment.state != .shown { line += " [\(comment.state)]" }
      if ![.root, .stated].contains(comment.replyLink) {
        line += " (\(comment.replyLink))"
      }
      return line
    }
  }

  /// The texts of the article's blocks.
  var articleTexts: [String] { blocks(of: article).map { text(of: $0) } }

  /// The same document with other ways to more.
  func with(_ continuations: [Continuation], _ diagnostics: [Diagnostic] = []) -> Document {
    Document(
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

extension Continuation {
  /// A page of the discussion at `address`.
  static func page(
    _ address: String,
    at comment: Int? = nil,
    of subject: Subject = .discussion
  ) -> Continuation {
    Continuation(subject, .page(address), comment: comment.map { CommentID($0) })
  }
}
