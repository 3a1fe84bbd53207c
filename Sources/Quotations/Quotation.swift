import DocumentModel

/// Words that a comment quotes.
public struct Quotation: Hashable, Sendable {
  /// How it is known that words are quoted.
  public enum Mark: UInt8, Sendable {
    /// The source says so: an element for quotations, `>` signs.
    case stated
    /// They stand between quotation marks.
    case spoken
    /// A whole sentence stands in the article, or in what the comment answers, word for word.
    case repeated
  }

  /// The fewest letters and digits by which a passage is found that is marked as a quotation.
  static let leastStated = 8
  /// The same for words between quotation marks, which may be anybody's.
  static let leastSpoken = 24
  /// The same for a sentence that is not marked.
  static let leastRepeated = 40

  /// The comment that quotes.
  public let comment: CommentID
  /// How it is known.
  public let mark: Mark
  /// The words as they stand in the text shown of the comment, in the arena of its document.
  public let text: TextRange
  /// Where they come from, in the order of the quotation; empty where that is not in the document.
  ///
  /// Several for a quotation that goes over several blocks.
  public internal(set) var passages: [Passage] = []
}

/// A part of a text that is quoted.
public struct Passage: Hashable, Sendable {
  /// The comment that has it, `nil` for the article.
  public let comment: CommentID?
  /// The block of its text, an index into the blocks of the document that holds the text.
  public let block: Int
  /// The words, in the arena of that document.
  public internal(set) var text: TextRange
}
