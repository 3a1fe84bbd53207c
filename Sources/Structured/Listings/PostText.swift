import DocumentParsing
import HTMLParsing
import PageModel

/// The text of a post on one line, for lists.
enum PostText {
  /// The most characters that are looked at where only the beginning is wanted.
  private static let longest = 4096
  /// The most characters of what stands for a title.
  private static let titleLimit = 100

  /// What some mark-up says, on one line.
  static func line(_ markup: String) -> String {
    guard markup.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return markup
    }
    let page = HTMLPage(markup: markup)
    return page.tree.first(.body).map { page.text($0) } ?? ""
  }

  /// The beginning of what some mark-up says, on one line.
  static func beginning(_ markup: String) -> String { line(String(markup.prefix(longest))) }

  /// The beginning of a text as a title: whole words.
  static func title(_ text: String) -> String {
    guard text.count > titleLimit else { return text }
    let start = text.prefix(titleLimit)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<end] + "…"
  }
}
