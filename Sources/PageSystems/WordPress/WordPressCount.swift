import HTMLParsing
import PageModel

/// The number of comments in the heading above them.
///
/// It counts all that are approved, on whichever page of comments they stand.
struct WordPressCount {
  /// The number; nil if the heading holds none, or several of which the title has one.
  private(set) var declared: Int?

  /// Reads the heading.
  init(_ page: HTMLPage) {
    let headings: [StaticString] = [
      "comments-title", "wp-block-comments-title", "comment-title", "commentsheader",
    ]
    let heading =
      headings.lazy.flatMap { page.elements($0) }.first { page.tree[$0].tag != .style }
      ?? Self.headingWithID(page)
    guard let heading else { return }
    var text = page.text(heading)
    let titles: [StaticString] = ["entry-title", "wp-block-post-title", "post-title"]
    for title in titles.compactMap({ page.elements($0).first }).map({ page.text($0) }) {
      guard !title.isEmpty, let place = text.firstRange(of: title) else { continue }
      text.removeSubrange(place)
    }
    let numbers = Self.numbers(in: Self.unquoted(text))
    declared = numbers.count == 1 ? numbers[0] : nil
  }

  private static func headingWithID(_ page: HTMLPage) -> HTMLNodeID? {
    page.tree.nodes.indices.lazy.map(HTMLNodeID.init).first { node in
      switch page.tree[node].tag {
      case .h2, .h3, .h4:
        ["comments", "comments-title"].contains(page.tree.attribute(.id, of: node))
      default: false
      }
    }
  }

  /// What stands before the first quotation mark: titles are quoted.
  private static func unquoted(_ text: String) -> Substring {
    text.prefix { !"\"“”„«»‘‹「『".contains($0) }
  }

  /// The numbers in a text, groups of three digits joined: `1,234`, `1.234`, `1 234`.
  private static func numbers(in text: Substring) -> [Int] {
    var numbers: [Int] = []
    var digits = ""
    var rest = text
    while let first = rest.first {
      if let digit = first.wholeNumberValue, first.isNumber, digit < 10 {
        digits.append(String(digit))
        rest = rest.dropFirst()
      } else if !digits.isEmpty, ",.' \u{A0}\u{202F}’".contains(first), Self.isGroup(rest) {
        rest = rest.dropFirst()
      } else {
        if let number = Int(digits) { numbers.append(number) }
        digits = ""
        rest = rest.dropFirst()
      }
    }
    if let number = Int(digits) { numbers.append(number) }
    return numbers
  }

  private static func isGroup(_ text: Substring) -> Bool {
    let next = text.dropFirst().prefix(4)
    return next.prefix(3).count == 3 && next.prefix(3).allSatisfy(\.isNumber)
      && next.dropFirst(3).allSatisfy { !$0.isNumber }
  }
}
