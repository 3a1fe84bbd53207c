import Fetching
import PageSystems

/// Reads the latest comments of a WordPress post from its feed (RSS 2.0).
struct CommentFeedClient: SiteClient {
  let name = "comment feed"

  func fullTexts(
    of comments: [WantedComment],
    from interfaces: WordPressSite,
    over connection: SiteConnection
  ) throws(SiteError) -> Collected<SiteComment> {
    guard let feed = interfaces.commentFeed else {
      throw .notOffered("the site has no comment feed")
    }
    let answer = try connection.ask(feed, accept: "application/rss+xml,application/xml;q=0.9")
    try answer.refuse(unlessOpen: name)
    return Collected(values: SiteComment.read(feed: answer.body))
  }
}
