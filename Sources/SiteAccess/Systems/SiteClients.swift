/// The clients for all systems, with what they have learnt about sites in this run.
package struct SiteClients: Sendable {
  private let wpDiscuz = WpDiscuzClient()
  private let rest = WordPressRESTClient()
  private let feed = CommentFeedClient()
  private let reddit = RedditClient()

  /// From this number of comments on, one list of all costs less than a request for each.
  private static let many = 4

  /// Clients that know nothing yet.
  package init() {}

  /// The clients to ask for the full texts of `count` comments, the cheapest first.
  func forFullTexts(of count: Int) -> [any SiteClient] {
    count < Self.many ? [wpDiscuz, rest, feed] : [rest, wpDiscuz, feed]
  }

  /// The clients that know the requests of a system's scripts.
  var forParts: [any SiteClient] { [wpDiscuz, reddit] }
}
