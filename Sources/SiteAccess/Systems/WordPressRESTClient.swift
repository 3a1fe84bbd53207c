import Fetching
import PageSystems

/// Reads comments from the REST interface of WordPress, `/wp-json/wp/v2/comments`.
struct WordPressRESTClient: SiteClient {
  /// How many comments an answer may hold; WordPress allows no more.
  private static let pageSize = 100
  /// How many pages of a discussion are requested at most.
  private static let pageLimit = 200

  let name = "REST interface"

  func fullTexts(
    of comments: [WantedComment],
    from interfaces: WordPressSite,
    over connection: SiteConnection
  ) throws(SiteError) -> Collected<SiteComment> {
    guard let root = interfaces.restRoot else { throw .notOffered("no REST interface") }
    let interface = Interface(root: root, connection: connection)
    let ids = comments.compactMap(\.id)
    guard ids.count < comments.count else { return try interface.comments(withIDs: ids) }
    guard let post = interfaces.post else {
      throw .notOffered("the page does not say which post it is, which the REST interface needs")
    }
    return try interface.comments(ofPost: post)
  }

  /// The REST interface of one site.
  private struct Interface: Sendable {
    let root: String
    let connection: SiteConnection

    func comments(withIDs ids: [String]) throws(SiteError) -> Collected<SiteComment> {
      let groups = stride(from: 0, to: ids.count, by: pageSize).map {
        ids[$0..<min($0 + pageSize, ids.count)].joined(separator: ",")
      }
      return try comments(at: groups.map { address("include=\($0)") })
    }

    func comments(ofPost post: String) throws(SiteError) -> Collected<SiteComment> {
      let query = "post=\(post)&order=asc&page="
      let first = try answer(at: address(query + "1"))
      let pages = first.headers["x-wp-totalpages"].flatMap { Int($0) } ?? 1
      let comments = SiteComment.read(rest: first.body)
      guard pages > 1 else { return Collected(values: comments) }
      let addresses = (2...min(pages, pageLimit)).map { address(query + "\($0)") }
      do throws(SiteError) {
        let rest = try self.comments(at: addresses)
        return Collected(values: comments + rest.values, failure: rest.failure)
      } catch {
        return Collected(values: comments, failure: error)
      }
    }

    private func comments(at addresses: [String]) throws(SiteError) -> Collected<SiteComment> {
      let lists = try connection.collect(addresses) { address throws(SiteError) in
        SiteComment.read(rest: try answer(at: address).body)
      }
      return Collected(values: lists.values.flatMap { $0 }, failure: lists.failure)
    }

    private func answer(at address: String) throws(SiteError) -> FetchAnswer {
      let answer = try connection.ask(address, accept: "application/json")
      try answer.refuse(unlessOpen: "REST interface")
      guard answer.contentType?.contains("json") != false else {
        throw .notOffered("the REST interface answers with \(answer.contentType ?? "no JSON")")
      }
      return answer
    }

    private func address(_ query: String) -> String {
      let fields = "per_page=\(pageSize)&_fields=id,author_name,date,content"
      // Without rewritten addresses the root is `…/?rest_route=/`.
      let mark = root.contains("?") ? "&" : "?"
      let slash = root.hasSuffix("/") ? "" : "/"
      return root + slash + "wp/v2/comments" + mark + query + "&" + fields
    }
  }
}
