import Fetching
import PageSystems

/// The latest comments of a post, from its feed (RSS 2.0).
struct CommentFeed: SiteExchange {
  func comments(for visit: SiteVisit) throws(DiscussionSourceError) -> [SiteComment] {
    guard let feed = visit.site.commentFeed else { throw .closed("it has no feed of comments") }
    let answer: FetchAnswer
    do throws(FetchError) {
      answer = try visit.fetch(feed, accept: "application/rss+xml,application/xml;q=0.9")
    } catch {
      throw .failed(error)
    }
    guard 200...299 ~= answer.status else {
      throw .closed("its feed of comments is closed (status \(answer.status))")
    }
    return SiteComment.read(feed: answer.body)
  }
}
