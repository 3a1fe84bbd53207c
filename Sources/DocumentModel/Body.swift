/// The blocks of a text, and the document whose arena holds them: the text of a comment may come from
/// another document than the comment.
public struct Body: Sendable {
  /// The document the blocks belong to.
  public let document: Document
  /// Indices into its blocks.
  public let blocks: Range<Int32>

  /// The blocks of `document` with these indices.
  public init(document: Document, blocks: Range<Int32>) {
    self.document = document
    self.blocks = blocks
  }
}
