import DocumentModel
import DocumentParsing
import Fetching
import PageContent
import SystemServices

/// Finds the feeds that a page names.
package enum FeedSearch {
  /// The feeds that `source` names, as entries of a list; of one that names none, those that the page
  /// at `location` names, which may be another where an interface was asked in place of it.
  ///
  /// Blocks if it fetches the page.
  package static func feeds(
    in source: SourceText?,
    at location: String?,
    with fetcher: Fetcher,
    cancellation: Cancellation
  ) throws(FetchError) -> [ListingEntry] {
    if let source {
      let found = entries(source)
      if !found.isEmpty { return found }
    }
    guard let location, let address = WebAddress(location) else { return [] }
    func send(_ request: FetchRequest) throws(FetchError) -> FetchAnswer {
      try fetcher.fetchPatiently(request, cancellation: cancellation)
    }
    return entries(try WebPage.fetch(FetchRequest(address), by: send).source(location: location))
  }

  private static func entries(_ source: SourceText) -> [ListingEntry] {
    var builder = ListingBuilder(from: source, format: "feeds")
    for feed in source.feeds {
      builder.add(ListingEntry(title: feed.title, discussion: feed.address, tags: [feed.kind]))
    }
    return builder.finish().entries
  }
}
