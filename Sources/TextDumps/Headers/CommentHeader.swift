import DocumentModel
import DocumentParsing

/// The lines above a comment's text: its name (twice, once or not at all), date and reply line.
///
/// Small, because all headers of a page are held at once.
struct CommentHeader {
  private var firstLine: Int32
  private var startLine: Int32
  private var lineOfDate: Int32 = -1
  private var endLine: Int32 = 0
  private var author = TextRange.empty
  private var answered: TextRange?
  /// Whether the name is printed twice, as the text of the avatar and as name.
  var isDoubled = false
  /// Whether a badge calls the commenter the author of the article.
  var isByArticleAuthor = false
  /// When the comment was written, if the date tells.
  var moment: Timestamp?
  /// Whether the date tells a time of day or an age.
  var hasTime = false
  /// Whether the line of the date is indented.
  var isIndented = false

  /// A header from line `first` on; the text may begin at line `bodyStart`.
  init(first: Int, bodyStart: Int) {
    firstLine = Int32(first)
    startLine = Int32(bodyStart)
  }

  /// The first line of the header.
  var first: Int {
    get { Int(firstLine) }
    set { firstLine = Int32(newValue) }
  }
  /// The line after the header, where the text may begin.
  var bodyStart: Int {
    get { Int(startLine) }
    set { startLine = Int32(newValue) }
  }
  /// The line the comment ends before.
  var end: Int {
    get { Int(endLine) }
    set { endLine = Int32(newValue) }
  }
  /// The author's name, empty if the page lost it.
  var name: Range<Int> {
    get { author.offsets }
    set { author = TextRange(newValue.lowerBound, newValue.upperBound) }
  }
  /// The line of the date, `nil` if the page lost it.
  var dateLine: Int? {
    get { lineOfDate < 0 ? nil : Int(lineOfDate) }
    set { lineOfDate = Int32(newValue ?? -1) }
  }
  /// The name behind «Reply to», `nil` if there is no such line.
  var replyName: Range<Int>? {
    get { answered?.offsets }
    set { answered = newValue.map { TextRange($0.lowerBound, $0.upperBound) } }
  }

  /// Drops a reply line above the date that lies above `line`: it belongs to another header.
  mutating func loseReply(above line: Int) {
    guard first < line, let dateLine, first < dateLine else { return }
    replyName = nil
    first += 1
  }
}
