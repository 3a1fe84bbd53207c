import DocumentModel

/// One match in a document.
public struct SearchHit: Hashable, Sendable {
  /// The matched bytes, in the arena of the document the text is from.
  public let range: TextRange
  /// Index of the completed text it stands in, as given to the search; `nil`: the document's own.
  public var part: Int? { partIndex < 0 ? nil : Int(partIndex) }
  /// Where it stands.
  public let place: SearchPlace
  private let partIndex: Int32

  init(range: TextRange, place: SearchPlace, part: Int32 = -1) {
    self.range = range
    self.place = place
    partIndex = part
  }
}

/// A text of a document that is searched; ordered as a person reads.
public struct SearchPlace: Hashable, Comparable, Sendable {
  /// A place in words.
  public enum Kind: Hashable, Sendable {
    /// The article's title.
    case title
    /// The line that names the article's author.
    case byline
    /// A block of the article: an index into `Document.blocks`.
    case articleBlock(Int)
    /// The name of who wrote a comment.
    case author(CommentID)
    /// A block of a comment: an index into `blocks` of the document the text is from.
    case commentBlock(CommentID, block: Int)
  }

  private static let title: Int32 = -2
  private static let byline: Int32 = -1
  private static let author: Int32 = -1
  /// The first slot of a comment.
  static let beforeBlocks = author

  /// The comment's index, -1 for the article.
  let item: Int32
  /// The block's index, below 0 for what stands before all blocks.
  let slot: Int32

  init(item: Int32, slot: Int32) {
    self.item = item
    self.slot = slot
  }

  /// The place `kind` names.
  public init(_ kind: Kind) {
    switch kind {
    case .title: self.init(item: -1, slot: Self.title)
    case .byline: self.init(item: -1, slot: Self.byline)
    case .articleBlock(let block): self.init(item: -1, slot: Int32(block))
    case .author(let id): self.init(item: Int32(id.index), slot: Self.author)
    case .commentBlock(let id, let block): self.init(item: Int32(id.index), slot: Int32(block))
    }
  }

  /// The place in words.
  public var kind: Kind {
    guard let comment else {
      return slot >= 0 ? .articleBlock(Int(slot)) : slot == Self.byline ? .byline : .title
    }
    return slot < 0 ? .author(comment) : .commentBlock(comment, block: Int(slot))
  }

  /// The comment it belongs to, `nil` for the article.
  public var comment: CommentID? { item < 0 ? nil : CommentID(Int(item)) }

  /// Orders by item, then by place in it.
  public static func < (left: SearchPlace, right: SearchPlace) -> Bool {
    (left.item, left.slot) < (right.item, right.slot)
  }
}

/// Text that takes the place of a comment's own: what a companion had of a comment that was cut.
public struct CompletedText: Sendable {
  /// The comment it belongs to.
  public let comment: CommentID
  /// The document that has the text.
  public let document: Document
  /// Which of its blocks.
  public let blocks: Range<Int32>

  /// The text of `comment`, from another document.
  public init(comment: CommentID, document: Document, blocks: Range<Int32>) {
    self.comment = comment
    self.document = document
    self.blocks = blocks
  }
}
