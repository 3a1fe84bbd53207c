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

  /// The fewest bytes of letters and digits by which a passage is found that is marked as a quotation.
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
  public internal(set) var text: TextRange
  /// Where they come from, in the order of the quotation; empty where that is not in the document.
  ///
  /// Several for a quotation that goes over several blocks.
  public internal(set) var passages: [Passage] = []

  /// Whether `next` goes on with it: a sentence after a sentence, from the same block.
  func goesOn(with next: Quotation) -> Bool {
    guard mark == .repeated, next.mark == .repeated, comment == next.comment,
      let last = passages.last, let following = next.passages.first
    else { return false }
    return last.comment == following.comment && last.block == following.block
      && last.text.end <= following.text.start && text.end <= next.text.start
  }

  /// Goes on with the words of `next`.
  mutating func append(_ next: Quotation) {
    text = text.joined(with: next.text)
    passages[0].text = passages[0].text.joined(with: next.passages[0].text)
  }
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

extension TextRange {
  /// Both ranges, and what stands between them.
  func joined(with other: TextRange) -> TextRange {
    TextRange(Int(min(start, other.start)), Int(max(end, other.end)))
  }
}
