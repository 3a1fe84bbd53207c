/// A block of text of an article or a comment.
public struct Block: Hashable, Sendable {
  /// What a block is.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Running text; a newline in it is a line break of the author. `level` is 1 for an aside: a
    /// signature, an attachment, the line that says whom the next block quotes.
    case paragraph
    /// A heading; `level` 1 to 6.
    case heading
    /// One item of a list; `level` is its nesting, from 0, `ordinal` its number in a numbered list.
    case listItem
    /// Code: lines are kept as they are, including tabs. `level` is 1 for a patch, whose lines say by
    /// their first character whether they were added or removed (`PatchLine`).
    case code
    /// A table: a row on each line, cells separated by tabs; `level` is 1 if the first row is a heading.
    case table
    /// An image; the text is its caption, its description if `level` is 1, the name of its file if
    /// `level` is 2 and there is neither.
    ///
    /// A span of the kind `image` over all of the text has its address.
    case image
    /// A horizontal rule; no text.
    case rule
    /// A film, a piece of music, a document that the page shows inside itself.
    ///
    /// The text says what it is; a link over all of it leads there.
    case embed
  }

  /// What this block is.
  public let kind: Kind
  /// Heading level, list nesting, heading rows, kind of caption or whether it is an aside or a patch, as
  /// `Kind` says; otherwise 0.
  public let level: UInt8
  /// How many quotations surround the block; 0 for the writer's own words.
  public let quoteDepth: UInt8
  /// The number of an item in a numbered list, otherwise `nil`.
  public let ordinal: Int32?
  /// The block's text; never ends in a newline.
  public let text: TextRange
  /// Its spans, as indices into `Document.spans`, in the order of the text; each is inside another or
  /// beside it.
  public let spans: Range<Int32>

  /// Whether it is a paragraph that stands beside what its writer says.
  public var isAside: Bool { kind == .paragraph && level > 0 }

  /// Whether it is code whose lines were added to something or removed from it.
  public var isPatch: Bool { kind == .code && level > 0 }

  /// A block of `kind`.
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

/// A marked range of a block's text: a link, emphasis, code.
public struct Span: Hashable, Sendable {
  /// What a span is.
  public enum Kind: UInt8, Sendable, CaseIterable {
    case link, emphasis, strong, code, strikethrough, image
    /// Text that the writer hid as a spoiler.
    case spoiler
  }

  /// What this span is.
  public let kind: Kind
  /// Its range in the arena, inside the text of its block.
  public let text: TextRange
  /// The address of a link or an image, otherwise empty.
  public let url: TextRange

  /// A span of `kind`.
  public init(_ kind: Kind, text: TextRange, url: TextRange = .empty) {
    self.kind = kind
    self.text = text
    self.url = url
  }
}

extension Block {
  /// The same block with its text and its spans elsewhere.
  package func moved(to text: TextRange, spans: Range<Int32>) -> Block {
    Block(
      kind,
      level: level,
      quoteDepth: quoteDepth,
      ordinal: ordinal,
      text: text,
      spans: spans
    )
  }
}
