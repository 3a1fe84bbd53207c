import DocumentModel
import DocumentParsing

/// Makes blocks of lines of plain text.
///
/// Blank lines separate chunks. Flattened pages and typed text show differently what a chunk holds:
/// see `TextBlockReader+Flattened` and `TextBlockReader+Typed`. In both, `>` begins a quoted line, and
/// lines with tabs inside are a table.
struct TextBlockReader {
  /// Where the lines of a text come from.
  enum Layout {
    /// The article of a page that an extractor flattened: lines are paragraphs.
    case article
    /// The comments of such a page.
    case comments
    /// Somebody who typed them; a program may have wrapped them at a column.
    case typed(WrapColumn?)
    /// The article of a page whose text was copied, or printed at a column.
    case copied(WrapColumn?)
    /// A comment of such a page.
    case dump(WrapColumn?)
  }

  let lines: TextLines
  let policy: TextBlockPolicy
  /// Whether headings and quotations are found, which comments do not have.
  let isArticle: Bool
  /// The column where typed lines were wrapped, `nil` if they were not.
  let wrap: WrapColumn?
  var writer: TextBlockWriter
  /// The lines of the chunk that is read, if it was typed.
  var chunk: [TextLine] = []
  /// Whether most of the chunk's lines are full.
  var isWrapped = false
  /// The indents of wrapped text so far.
  var proseIndents: Set<Int> = [0]
  /// The indents of the items that are open, outermost first.
  var openItems: [Int] = []
  private let isTyped: Bool

  var bytes: UnsafeRawBufferPointer { lines.bytes }

  /// A reader of the lines of `bytes`.
  init(
    _ lines: TextLines,
    layout: Layout,
    policy: TextBlockPolicy
  ) {
    self.lines = lines
    self.policy = policy
    switch layout {
    case .article: (isArticle, isTyped, wrap) = (true, false, nil)
    case .comments: (isArticle, isTyped, wrap) = (false, false, nil)
    case .typed(let column): (isArticle, isTyped, wrap) = (true, true, column)
    case .copied(let column): (isArticle, isTyped, wrap) = (true, column != nil, column)
    case .dump(let column): (isArticle, isTyped, wrap) = (false, column != nil, column)
    }
    let joinsLines =
      switch layout {
      case .article, .comments: false
      case .typed: wrap != nil
      case .copied, .dump: true
      }
    writer = TextBlockWriter(lines.bytes, joinsLines: joinsLines)
  }

  /// Adds the lines of `range` to `builder` as the article: title, byline, blocks.
  mutating func readArticle(_ range: Range<Int>, into builder: inout DocumentBuilder) {
    let head = ArticleHead(lines, in: range, wrap: wrap, policy: policy)
    writer.add(head, to: &builder)
    read(min(head.end, range.upperBound)..<range.upperBound, into: &builder)
    builder.endArticle()
  }

  /// Adds the blocks of the lines in `range` to `builder`, their text cut off at offset `end`.
  mutating func read(
    _ range: Range<Int>,
    upTo end: Int = .max,
    into builder: inout DocumentBuilder
  ) {
    // A whole log would otherwise be one block.
    let longest = isTyped ? policy.longestChunk : .max
    let isWrapped = wrap != nil
    var line = range.lowerBound
    while line < range.upperBound {
      if lines.isGap(line, isWrapped: isWrapped) {
        line += 1
        continue
      }
      var next = line + 1
      while next < range.upperBound, next - line < longest,
        !lines.isGap(next, isWrapped: isWrapped)
      {
        next += 1
      }
      if isTyped {
        readTyped(line..<next, into: &builder)
      } else {
        readFlattened(line..<next, upTo: end, into: &builder)
      }
      line = next
    }
  }

  /// Whether a line has cells: a tab inside.
  func isRow(_ line: Range<Int>) -> Bool {
    line.count <= policy.longestRow && bytes.first(0x09, in: line) != nil
  }
}
