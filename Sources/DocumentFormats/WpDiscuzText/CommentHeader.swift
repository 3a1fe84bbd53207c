import DocumentModel
import DocumentParsing

/// The lines above a comment's text: name twice, once or not at all, date, whom it answers.
struct CommentHeader {
  /// The first line of the header.
  var first: Int
  /// The line after the header, where the text may begin.
  var bodyStart: Int
  /// The author's name, empty if the page lost it.
  var name = 0..<0
  /// Whether the name stands twice, as avatar text and name.
  var isDoubled = false
  /// The line of the date, `nil` if the page lost it.
  var dateLine: Int?
  /// The date's parts.
  var date: DateLine?
  /// The name behind «Reply to», `nil` if there is no such line.
  var replyName: Range<Int>?
}
