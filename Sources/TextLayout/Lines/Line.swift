import DocumentModel

/// One laid out line of a block.
public struct Line: Hashable, Sendable {
  /// Columns before the text: quote bars, the indent of a list or of code.
  public var indent: Int
  /// The number of quote bars, drawn from column 0 in every second column, inside the indent.
  public var quoteDepth: Int
  /// A list marker (`•`, `12.`), the mark of an image (`▦`) or of a continued code line (`↪`).
  public var marker: String?
  /// The column of the marker, inside the indent; one blank column or more follows it.
  public var markerColumn: Int
  /// The pieces to draw, from left to right, without overlap.
  public var pieces: [Piece]
  /// The bytes of the line, including trailing spaces but not the newline.
  public var text: TextRange
  /// Whether this is the last line of its block.
  public var isLast: Bool
  /// Whether it may be wider than the width and can be scrolled sideways: a line of code or of a wide
  /// table.
  public var scrolls = false
  /// What it is in a patch, also where it goes on from the line above; of other text it is `context`.
  public var patchLine = PatchLine.context

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

/// A part of a line in one style.
public struct Piece: Hashable, Sendable {
  /// Its bytes in the arena; empty if there is a `literal`.
  public var text: TextRange
  /// Its first column, counted from the left edge of the block.
  public var column: Int
  /// The number of columns.
  public var width: Int
  /// The kinds of spans it is in.
  public var spans: SpanSet
  /// The index in `Document.spans` of the link it belongs to, else of the picture with an address.
  public var link: Int32?
  /// Text that is not in the document: a rule, a hyphen at the end of the line, an ellipsis.
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

/// A set of kinds of spans.
public struct SpanSet: OptionSet, Hashable, Sendable {
  /// One bit for each kind.
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
  /// A spoiler.
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
