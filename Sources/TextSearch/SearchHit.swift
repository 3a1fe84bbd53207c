import DocumentModel

/// One match in a document.
public struct SearchHit: Hashable, Sendable {
  /// The matched bytes, in the arena of the document that holds the text.
  public let range: TextRange
  /// The index of the full text that contains it, as passed to the search; `nil`: the document's own.
  public var part: Int? { partIndex < 0 ? nil : Int(partIndex) }
  /// Where it is.
  public let place: SearchPlace
  private let partIndex: Int32

  init(range: TextRange, place: SearchPlace, part: Int32 = -1) {
    self.range = range
    self.place = place
    partIndex = part
  }
}

/// A searched text of a document; ordered as they are read.
public struct SearchPlace: Hashable, Comparable, Sendable {
  /// The kind of text.
  public enum Kind: Hashable, Sendable {
    /// The article's title.
    case title
    /// The line that names the article's author.
    case byline
    /// A block of the article: an index into `Document.blocks`.
    case articleBlock(Int)
    /// The name of a comment's author.
    case author(CommentID)
    /// A block of a comment: an index into `blocks` of the document that holds the text.
    case commentBlock(CommentID, block: Int)
  }

  private static let title: Int32 = -2
  private static let byline: Int32 = -1
  private static let author: Int32 = -1
  /// The first slot of a comment.
  static let beforeBlocks = author

  /// The comment's index, -1 for the article.
  let item: Int32
  /// The block's index, below 0 for texts before all blocks.
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

  /// The kind of text.
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

/// The full text of a cut comment, from another document.
public struct CompletedText: Sendable {
  /// The comment it belongs to.
  public let comment: CommentID
  /// The document that holds the text.
  public let document: Document
  /// Its blocks.
  public let blocks: Range<Int32>

  /// The full text of `comment` in another document.
  public init(comment: CommentID, document: Document, blocks: Range<Int32>) {
    self.comment = comment
    self.document = document
    self.blocks = blocks
  }
}
