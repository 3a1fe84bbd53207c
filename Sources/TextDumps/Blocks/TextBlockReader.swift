import DocumentModel
import DocumentParsing

/// Makes blocks of lines of plain text, as far as the lines show them.
///
/// Blank lines separate chunks. What a chunk holds depends on how its lines came about: see
/// `TextBlockReader+Flattened` and `TextBlockReader+Typed`. Common to all: `>` begins a quoted line,
/// and lines with tabs inside are a table.
struct TextBlockReader {
  /// How the lines of a text came about.
  enum Layout {
    /// An extractor flattened the article of a page: lines are paragraphs.
    case article
    /// An extractor flattened the comments of a page.
    case comments
    /// Somebody typed them, and a program may have broken them at a column.
    case typed(WrapColumn?)
  }

  let lines: TextLines
  let policy: TextBlockPolicy
  /// Whether headings and quotations are found, which comments do not have.
  let isArticle: Bool
  /// The column where typed lines were broken, `nil` if they were not.
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
    }
    writer = TextBlockWriter(lines.bytes, joinsLines: wrap != nil)
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
    // No block should be as long as a whole log.
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
