import HTMLParsing
import PageModel

/// The software of a forum: how its topics are recognised, and where the parts of posts stand.
package protocol Board: Sendable {
  /// What `--format` and `source.format` call it.
  static var name: String { get }
  /// What is read, in a few words.
  static var summary: String { get }
  /// How its pages are recognised.
  static var signs: [PageSign] { get }
  /// The elements that hold a post each, in order.
  static func posts(_ page: HTMLPage) -> [HTMLNodeID]
  /// The parts of a post, nil if the element has no text of one.
  static func parts(of post: HTMLNodeID, _ page: HTMLPage) -> BoardPost?
  /// The topic's title, nil if only the head of the page has it.
  static func title(_ page: HTMLPage) -> HTMLNodeID?
}

/// Where the parts of one post stand.
package struct BoardPost {
  /// The site's own id.
  var id = ""
  /// The elements that hold the text.
  var text: [HTMLNodeID]
  /// Who wrote it: the name, or an element that holds little else.
  var author: HTMLNodeID?
  /// When.
  var date = PageDate.none
  /// The link to the post.
  var link: HTMLNodeID?
  /// Which post of the topic it is, the first 1.
  var number: Int?
  /// What the board calls its author: ranks, groups.
  var ranks: [HTMLNodeID] = []
  /// The note that says when it was changed.
  var change: HTMLNodeID?
  /// Elements inside the text that are none of it.
  var leftOut: Set<HTMLNodeID> = []
  /// How deep it stands, where the board shows answers below what they answer.
  var depth: Int?

  /// A post with a text.
  init(text: [HTMLNodeID]) { self.text = text }
}

extension HTMLPage {
  /// The part of an id behind `mark`, nil if it is no number.
  func number(of node: HTMLNodeID?, after mark: String) -> String? {
    let id = value(.id, node)
    guard id.hasPrefix(mark) else { return nil }
    let number = id.dropFirst(mark.count)
    return !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber } ? String(number) : nil
  }

  /// The number behind the sign `#` in an element's text: `#12`, `Reply #12 on …`.
  func count(in node: HTMLNodeID?) -> Int? {
    text(node).behind("#").flatMap(\.leadingNumber)
  }

  /// The first link in an element that leads to a post, by what its address holds.
  func link(holding part: StaticString, in node: HTMLNodeID) -> HTMLNodeID? {
    first(in: node) { tree[$0].tag == .a && value(.href, $0).has(part) }
  }
}
