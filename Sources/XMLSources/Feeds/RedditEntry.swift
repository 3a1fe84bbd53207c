import HTMLParsing
import PageModel

/// A post in a feed of Reddit: its text ends with links to the page it is about and to its comments,
/// `[link]` and `[comments]`.
struct RedditEntry {
  /// The page it is about; nil if it is a text of its own.
  let article: String?
  /// Its own text on one line; nil if it has none.
  let text: String?
  /// Its own text as mark-up.
  let markup: String

  /// Nil of any other entry.
  init?(_ entry: FeedEntry) {
    guard entry.id.hasPrefix("t3_"), let body = entry.body else { return nil }
    let page = HTMLPage(markup: body.markup)
    let links = page.tree.descendants(of: HTMLDocument.root).filter { page.tree[$0].tag == .a }
    guard let link = links.last(where: { page.text($0) == "[link]" }) else { return nil }
    let address = page.link(link)
    article = address == entry.link ? nil : address
    let own = page.first("md", in: HTMLDocument.root)
    text = own.map { page.text($0) }
    markup = own == nil ? "" : Self.ownText(of: body.markup)
  }

  /// What stands between the comments that Reddit puts around what somebody wrote.
  private static func ownText(of markup: String) -> String {
    let bytes = Array(markup.utf8)
    guard let start = bytes.range(ofBytes: "<!-- SC_OFF -->".utf8)?.upperBound,
      let end = bytes[start...].range(ofBytes: "<!-- SC_ON -->".utf8)?.lowerBound
    else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
