import Fetching
import PageSystems

/// Reads the latest comments of a WordPress post from its feed (RSS 2.0).
struct CommentFeedClient: SiteClient {
  let name = "comment feed"

  func fullTexts(
    of comments: [WantedComment],
    from interfaces: WordPressSite,
    over connection: SiteConnection
  ) throws(SiteError) -> [SiteComment] {
    guard let feed = interfaces.commentFeed else { throw .notOffered("no comment feed") }
    let answer = try connection.send(feed, accept: "application/rss+xml,application/xml;q=0.9")
    guard 200...299 ~= answer.status else {
      throw .notOffered("comment feed closed (status \(answer.status))")
    }
    return SiteComment.read(feed: answer.body)
  }
}
