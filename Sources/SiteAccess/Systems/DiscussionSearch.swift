import DocumentModel
import DocumentParsing
import Fetching
import SystemServices

/// Finds the discussions of an article on sites that can be asked by its address: Hacker News, by the
/// search of Algolia, and Lobsters.
package struct DiscussionSearch: Sendable {
  /// What was found, those with the most comments first.
  package private(set) var entries: [ListingEntry] = []
  /// Why sites did not answer, a line each.
  package private(set) var failures: [String] = []

  private init() {}

  /// Asks all sites for discussions of the article at `address`; blocks.
  package static func discussions(
    of address: String,
    with fetcher: Fetcher,
    cancellation: Cancellation
  ) -> DiscussionSearch {
    var search = DiscussionSearch()
    for site in DiscussionSite.allCases {
      do throws(FetchError) {
        let answer = try WebPage.fetch(
          site.request(for: address),
          with: fetcher,
          isTrusted: false,
          cancellation: cancellation
        )
        search.entries += site.entries(in: JSONTree(answer.storage), about: address)
      } catch .status(404, _) {
        continue
      } catch {
        search.failures.append("\(error)")
      }
    }
    search.entries.sort { ($0.comments ?? 0) > ($1.comments ?? 0) }
    return search
  }

  /// Those of `entries` that are none of the discussions at `known` addresses, each once; those without
  /// comments only if none has any.
  package static func without(_ known: [String], in entries: [ListingEntry]) -> [ListingEntry] {
    var known = known
    let hasComments = entries.contains { ($0.comments ?? 0) > 0 }
    return entries.filter { entry in
      guard let address = entry.discussion, isNew(address, besides: known) else { return false }
      known.append(address)
      return !hasComments || (entry.comments ?? 0) > 0
    }
  }

  /// Whether the discussion at `address` is none of those at `known` addresses.
  package static func isNew(_ address: String, besides known: [String]) -> Bool {
    let plain = DiscussionSite.plain(address)
    return !known.contains { DiscussionSite.plain($0) == plain }
  }

  /// What the site at `address` is called, its host if it has no other name; `nil` for what is no
  /// address.
  package static func site(of address: String) -> String? {
    guard let host = WebAddress(address)?.host else { return nil }
    if let site = DiscussionSite.allCases.first(where: { $0.host == host }) { return site.name }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}

/// A site that can be asked for discussions of an address.
enum DiscussionSite: CaseIterable {
  case hackerNews, lobsters

  /// What it is called.
  var name: String { self == .hackerNews ? "Hacker News" : "Lobsters" }

  /// The host of its discussions.
  var host: String { self == .hackerNews ? "news.ycombinator.com" : "lobste.rs" }

  /// The address to ask.
  func request(for address: String) -> String {
    let value = FormField("q", address).encoded.dropFirst(2)
    return switch self {
    case .hackerNews:
      "https://hn.algolia.com/api/v1/search?query=\(value)"
        + "&restrictSearchableAttributes=url&hitsPerPage=50"
    case .lobsters: "https://lobste.rs/stories/url/all.json?url=\(value)"
    }
  }

  /// The discussions of `address` in the answer `tree`.
  ///
  /// Algolia finds addresses by their words; only the same address counts.
  func entries(in tree: JSONTree, about address: String) -> [ListingEntry] {
    guard let root = tree.root else { return [] }
    var builder = ListingBuilder(
      from: SourceText(decoding: TextStorage(copying: []), location: ""),
      format: ""
    )
    switch self {
    case .hackerNews:
      guard let hits = root["hits"] else { return [] }
      for hit in hits.elements where Self.isSame(hit["url"]?.string, address) {
        guard let id = hit["objectID"]?.string else { continue }
        builder.add(
          ListingEntry(
            title: hit["title"]?.string ?? "",
            discussion: "https://news.ycombinator.com/item?id=\(id)",
            comments: hit["num_comments"]?.integer.map { Int($0) },
            score: hit["points"]?.integer.map { Int($0) },
            author: hit["author"]?.string,
            date: hit["created_at_i"]?.integer.map {
              Timestamp(wallClock: $0, offset: 0, precision: .second)
            },
            site: name
          )
        )
      }
    case .lobsters:
      for story in root.elements {
        builder.add(
          ListingEntry(
            title: story["title"]?.string ?? "",
            discussion: story["comments_url"]?.string ?? story["short_id_url"]?.string,
            comments: story["comment_count"]?.integer.map { Int($0) },
            score: story["score"]?.integer.map { Int($0) },
            author: story["submitter_user"]?.string,
            dateText: story["created_at"]?.string.map { String($0.prefix(10)) },
            site: name
          )
        )
      }
    }
    return builder.finish().entries
  }

  /// Whether both addresses lead to the same: scheme, `www.`, fragment and a last slash aside.
  private static func isSame(_ one: String?, _ other: String) -> Bool {
    one.map { plain($0) == plain(other) } ?? false
  }

  /// `address` without what does not matter for where it leads; of a story on Lobsters its id alone is
  /// kept.
  static func plain(_ address: String) -> String {
    var rest = address[..<(address.firstIndex(of: "#") ?? address.endIndex)]
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    while rest.last == "/" { rest.removeLast() }
    let steps = rest.split(separator: "/")
    if steps.count > 3, steps[0] == Self.lobsters.host, steps[1] == "s" {
      return steps[..<3].joined(separator: "/")
    }
    return String(rest)
  }
}
