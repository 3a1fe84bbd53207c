/// The contents of comments, blocks and spans.
extension Document {
  /// The title of the article, empty if there is none.
  public var title: String { text[article.title] }

  /// The author with this id.
  @inlinable
  public subscript(author: AuthorID) -> Author { authors[author.index] }

  /// The name of an author.
  ///
  /// O(length), as for every function here that returns a string.
  public func name(of author: AuthorID) -> String { text[self[author].name] }

  /// The name of a comment's author, stated or inferred; `nil` if the author is unknown.
  public func name(of comment: Comment) -> String? { comment.author.map { name(of: $0) } }

  /// The name of a comment's author, stated or inferred; `nil` if the author is unknown.
  public func name(of comment: CommentID) -> String? { name(of: self[comment]) }

  /// The blocks of a comment, in order; O(1).
  @inlinable
  public func blocks(of comment: Comment) -> ArraySlice<Block> { blocks(in: comment.blocks) }

  /// The blocks of a comment, in order; O(1).
  @inlinable
  public func blocks(of comment: CommentID) -> ArraySlice<Block> { blocks(of: self[comment]) }

  /// What the site says of a comment or its author in a few words each; O(1).
  @inlinable
  public func badges(of comment: Comment) -> ArraySlice<TextRange> {
    badges[Int(comment.badges.lowerBound)..<Int(comment.badges.upperBound)]
  }

  /// The blocks of an article, in order; O(1).
  @inlinable
  public func blocks(of article: Article) -> ArraySlice<Block> { blocks(in: article.blocks) }

  /// The blocks with these indices, which must exist; O(1).
  @inlinable
  package func blocks(in range: Range<Int32>) -> ArraySlice<Block> {
    blocks[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The spans of a block, in order; O(1).
  @inlinable
  public func spans(of block: Block) -> ArraySlice<Span> {
    spans[Int(block.spans.lowerBound)..<Int(block.spans.upperBound)]
  }

  /// The text of a block.
  public func text(of block: Block) -> String { text[block.text] }

  /// The text of a span.
  public func text(of span: Span) -> String { text[span.text] }

  /// The text of a comment: its blocks, separated by blank lines.
  public func text(of comment: CommentID) -> String {
    blocks(of: comment).map { text(of: $0) }.joined(separator: "\n\n")
  }

  /// The text of an article: its blocks, separated by blank lines; the title is not among them.
  public func text(of article: Article) -> String {
    blocks(of: article).map { text(of: $0) }.joined(separator: "\n\n")
  }
}
