import DocumentModel
import HTMLParsing
import PageModel

/// Cleans authors' names of words that a theme prints in the same element, such as "says:".
///
/// Which words these are shows where a name is set apart in the element, else in the names together:
/// all of them end in the same.
struct WordPressNames {
  private var tails: [String]

  /// Learns what the names of a page end in; `tails` is known already.
  init(_ comments: [PageComment], tails: Set<String>) {
    self.tails = tails.sorted()
    guard tails.isEmpty else { return }
    var names = Set<Substring>()
    for comment in comments where comment.state != .ping && !comment.author.isEmpty {
      names.insert(comment.author[...])
    }
    while names.count > 1, let tail = names.min().flatMap(Self.lastWord) {
      guard tail.hasSuffix(":") || !self.tails.isEmpty else { break }
      guard names.allSatisfy({ Self.lastWord($0) == tail }) else { break }
      names = Set(names.map { $0.dropLast(tail.count + 1) })
      self.tails.append(String(tail))
    }
  }

  /// Takes what names end in off each of them.
  func clean(_ comments: inout [PageComment]) {
    for index in comments.indices where comments[index].state != .ping {
      for tail in tails where comments[index].author.hasSuffix(" " + tail) {
        comments[index].author.removeLast(tail.count + 1)
      }
    }
  }

  private static func lastWord(_ name: Substring) -> Substring? {
    name.lastIndex(of: " ").map { name[name.index(after: $0)...] }
  }
}
