import DocumentModel

/// One laid out line of a block.
public struct Line: Hashable, Sendable {
  /// Columns before the text: quote bars, the indent of a list or of code.
  public var indent: Int
  /// Quote bars to draw from column 0, one every two columns; all lie inside the indent.
  public var quoteDepth: Int
  /// A list marker (`•`, `12.`), the mark of an image (`▦`) or of a continued code line (`↪`).
  public var marker: String?
  /// The column of the marker, inside the indent; one blank column or more follows it.
  public var markerColumn: Int
  /// What is to be drawn, from left to right, none overlapping.
  public var pieces: [Piece]
  /// All the bytes of the line, hanging spaces included, a newline not.
  public var text: TextRange
  /// Whether this is the last line of its block.
  public var isLast: Bool
  /// Whether it may be wider than there is room, and is then to be scrolled sideways: a line of
  /// code or of a wide table.
  public var scrolls = false

  /// A line.
  public init(
    indent: Int = 0,
    quoteDepth: Int = 0,
    marker: String? = nil,
    markerColumn: Int = 0,
    pieces: [Piece] = [],
    text: TextRange = .empty,
    isLast: Bool = false
  ) {
    self.indent = indent
    self.quoteDepth = quoteDepth
    self.marker = marker
    self.markerColumn = markerColumn
    self.pieces = pieces
    self.text = text
    self.isLast = isLast
  }

  /// The column after the last piece; the indent if there is none.
  public var width: Int { pieces.last.map { $0.column + $0.width } ?? indent }
}

/// A stretch of a line that looks the same throughout.
public struct Piece: Hashable, Sendable {
  /// Its bytes in the arena; empty if `literal` stands for it.
  public var text: TextRange
  /// Its first column, counted from the block's left edge, the indent included.
  public var column: Int
  /// How many columns it takes.
  public var width: Int
  /// What the text is.
  public var spans: SpanSet
  /// The index into `Document.spans` of the link it belongs to.
  public var link: Int32?
  /// Text that is not in the document: a rule, the hyphen at a line's end, an ellipsis.
  public var literal: String?

  /// A piece.
  public init(
    text: TextRange = .empty,
    column: Int,
    width: Int,
    spans: SpanSet = [],
    link: Int32? = nil,
    literal: String? = nil
  ) {
    self.text = text
    self.column = column
    self.width = width
    self.spans = spans
    self.link = link
    self.literal = literal
  }
}

/// What a piece of a line is, several at once.
public struct SpanSet: OptionSet, Hashable, Sendable {
  /// One bit a kind.
  public let rawValue: UInt16

  /// Kinds from their bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The text of a link.
  public static let link = SpanSet(rawValue: 1)
  /// Emphasised text.
  public static let emphasis = SpanSet(rawValue: 2)
  /// Strongly emphasised text.
  public static let strong = SpanSet(rawValue: 4)
  /// Code in running text.
  public static let code = SpanSet(rawValue: 8)
  /// Struck out text.
  public static let strikethrough = SpanSet(rawValue: 16)
  /// The description of an image in running text.
  public static let image = SpanSet(rawValue: 32)
  /// A cell of a table's heading rows.
  public static let tableHeading = SpanSet(rawValue: 64)
  /// A line between cells or rows of a table; always a literal.
  public static let tableRule = SpanSet(rawValue: 128)
  /// Text that is covered until the reader asks for it.
  public static let spoiler = SpanSet(rawValue: 256)

  /// The set of one kind of span.
  public init(_ kind: Span.Kind) {
    self =
      switch kind {
      case .link: .link
      case .emphasis: .emphasis
      case .strong: .strong
      case .code: .code
      case .strikethrough: .strikethrough
      case .image: .image
      case .spoiler: .spoiler
      }
  }
}
