/// A block of text of an article or a comment.
public struct Block: Hashable, Sendable {
  /// What a block is.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Running text; a newline in it is a line the author broke.
    case paragraph
    /// A heading; `level` 1 to 6.
    case heading
    /// One item of a list; `level` is its nesting from 0, `ordinal` its number in a numbered list.
    case listItem
    /// Code: lines are kept as they stand, tabs included.
    case code
    /// A table: a row on each line, cells parted by tabs; `level` 1 if the first row is a heading.
    case table
    /// An image; the text is its caption, or with `level` 1 what it shows, for want of one.
    case image
    /// A rule across the column; no text.
    case rule
  }

  /// What this block is.
  public let kind: Kind
  /// Heading level, list nesting, heading rows or sort of caption, as `Kind` says; else 0.
  public let level: UInt8
  /// How many quotations the block stands in; 0 for the writer's own words.
  public let quoteDepth: UInt8
  /// The number of an item in a numbered list, else `nil`.
  public let ordinal: Int32?
  /// The block's text; never ends in a newline.
  public let text: TextRange
  /// Its spans, as indices into `Document.spans`, in the order of the text, none overlapping badly:
  /// a span lies inside another or beside it.
  public let spans: Range<Int32>

  /// A block of text.
  public init(
    _ kind: Kind,
    level: UInt8 = 0,
    quoteDepth: UInt8 = 0,
    ordinal: Int32? = nil,
    text: TextRange,
    spans: Range<Int32> = 0..<0
  ) {
    self.kind = kind
    self.level = level
    self.quoteDepth = quoteDepth
    self.ordinal = ordinal
    self.text = text
    self.spans = spans
  }
}

/// A stretch of a block's text that stands out: a link, emphasis, code.
public struct Span: Hashable, Sendable {
  /// What a span is.
  public enum Kind: UInt8, Sendable, CaseIterable {
    case link, emphasis, strong, code, strikethrough, image
    /// Text the writer hid from those who do not want to know yet.
    case spoiler
  }

  /// What this span is.
  public let kind: Kind
  /// Where it stands in the arena; inside its block's text.
  public let text: TextRange
  /// The address of a link or an image, else empty.
  public let url: TextRange

  /// A stretch of text.
  public init(_ kind: Kind, text: TextRange, url: TextRange = .empty) {
    self.kind = kind
    self.text = text
    self.url = url
  }
}
