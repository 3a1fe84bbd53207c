import Fetching
import PageSystems

/// Comments from WordPress' REST interface, `/wp-json/wp/v2/comments`.
struct WordPressREST: SiteExchange {
  /// How many comments an answer holds at most; WordPress allows no more.
  private static let pageSize = 100
  /// How many pages of a discussion are asked for at most.
  private static let pageLimit = 200

  func comments(for visit: SiteVisit) throws(DiscussionSourceError) -> [SiteComment] {
    guard let root = visit.site.restRoot else { throw .closed("the page names no interface") }
    let ids = visit.wanted.compactMap(\.id)
    guard ids.count < visit.wanted.count else { return try named(ids, root, visit) }
    guard let post = visit.site.post else { throw .closed("the page does not tell its number") }
    return try all(of: post, root, visit)
  }

  /// The comments with these ids.
  private func named(
    _ ids: [String],
    _ root: String,
    _ visit: SiteVisit
  ) throws(DiscussionSourceError) -> [SiteComment] {
    let groups = stride(from: 0, to: ids.count, by: Self.pageSize).map {
      ids[$0..<min($0 + Self.pageSize, ids.count)].joined(separator: ",")
    }
    return try collect(groups.map { address(root, "include=\($0)") }, visit)
  }

  /// All comments of a post.
  private func all(
    of post: String,
    _ root: String,
    _ visit: SiteVisit
  ) throws(DiscussionSourceError) -> [SiteComment] {
    let query = "post=\(post)&order=asc&page="
    let first = try answer(address(root, query + "1"), visit)
    let pages = first.headers["x-wp-totalpages"].flatMap { Int($0) } ?? 1
    let comments = SiteComment.read(rest: first.body)
    guard pages > 1 else { return comments }
    let rest = (2...min(pages, Self.pageLimit)).map { address(root, query + "\($0)") }
    return comments + (try collect(rest, visit))
  }

  private func collect(
    _ addresses: [String],
    _ visit: SiteVisit
  ) throws(DiscussionSourceError) -> [SiteComment] {
    let lists = try visit.collect(addresses) { address throws(DiscussionSourceError) in
      SiteComment.read(rest: try answer(address, visit).body)
    }
    return lists.flatMap { $0 }
  }

  private func answer(
    _ address: String,
    _ visit: SiteVisit
  ) throws(DiscussionSourceError) -> FetchAnswer {
    let answer: FetchAnswer
    do throws(FetchError) {
      answer = try visit.fetch(address)
    } catch {
      throw .failed(error)
    }
    switch answer.status {
    case 200...299 where answer.contentType?.contains("json") != false: return answer
    case 429, 500...599: throw .failed(.status(answer.status, "\(answer.address)"))
    default: throw .closed("its REST interface is closed (status \(answer.status))")
    }
  }

  private func address(_ root: String, _ query: String) -> String {
    let fields = "per_page=\(Self.pageSize)&_fields=id,author_name,date,content"
    // Without rewritten addresses the root is `…/?rest_route=/`.
    let mark = root.contains("?") ? "&" : "?"
    let slash = root.hasSuffix("/") ? "" : "/"
    return root + slash + "wp/v2/comments" + mark + query + "&" + fields
  }
}
