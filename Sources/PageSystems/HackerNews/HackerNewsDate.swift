import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// When something was written on Hacker News.
struct HackerNewsDate {
  let date: PageDate

  /// The date in a line with a name.
  init(in line: HTMLNodeID, _ page: HTMLPage) { date = Self.date(in: line, page) }

  /// Whether an element links to somebody's profile.
  static func isUser(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    guard page.tree[node].tag == .a else { return false }
    return page.has("hnuser", node) || page.value(.href, node).has("user?id=")
  }

  /// The date beside a name: `title` has it in UTC (and from 2024 in seconds), else a text.
  private static func date(in head: HTMLNodeID, _ page: HTMLPage) -> PageDate {
    var date = PageDate.none
    if let age = page.first("age", in: head) {
      let words = page.value(.title, age).split(separator: " ")
      date.text = page.text(age)
      date.moment = words.dropFirst().first.flatMap { Int64($0) }.flatMap(Timestamp.init(unix:))
      date.moment = date.moment ?? words.first.flatMap { Timestamp(iso: $0) }
      return date
    }
    let user = page.first(in: head, where: { isUser($0, page) })
    var next = user.flatMap { page.tree[$0].nextSibling }
    while let node = next, date.text.isEmpty {
      if page.tree[node].kind == .text {
        let words = page.text(node).split(separator: "|")
        date.text = words.first.map { String($0).collapsed } ?? ""
      }
      next = page.tree[node].nextSibling
    }
    return date
  }
}
