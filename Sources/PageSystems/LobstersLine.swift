import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The line on Lobsters that says who wrote something and when.
enum LobstersLine {
  /// The link to a profile that has a name in it; the one before holds the picture.
  static func user(in line: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    page.first(in: line) { node in
      let address = page.value(.href, node)
      let isProfile = address.has("/~") || address.has("/u/")
      return page.tree[node].tag == .a && isProfile && !page.text(node).isEmpty
    }
  }

  /// The moment in seconds since 1970, or as a date in `datetime` or, before 2024, in `title`.
  static func date(in line: HTMLNodeID, _ page: HTMLPage) -> PageDate {
    let time = page.first(in: line) { node in
      page.tree[node].tag == .time || Timestamp(iso: page.value(.title, node)) != nil
    }
    guard let time else { return .none }
    var date = page.date(time)
    let seconds = Int64(page.value("data-at-unix", time))
    date.moment =
      seconds.flatMap(Timestamp.init(unix:)) ?? date.moment
      ?? Timestamp(iso: page.value(.title, time))
    return date
  }
}
