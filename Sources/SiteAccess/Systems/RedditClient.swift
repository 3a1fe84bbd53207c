import DocumentModel
import Fetching
import PageSystems

/// Loads more of a discussion on old Reddit, as its «load more comments» does.
struct RedditClient: SiteClient {
  let name = "Reddit"

  func part(
    _ fields: [String: String],
    of document: Document,
    over connection: SiteConnection
  ) throws(SiteError) -> Document? {
    guard let request = RedditRequest(fields) else { return nil }
    let answer = try connection.ask(
      RedditRequest.path,
      form: request.form.map { FormField($0.name, $0.value) },
      accept: "application/json"
    )
    guard 200...299 ~= answer.status else { throw .failed(answer.failure) }
    let address = connection.site.page.map { "\($0)" }
    guard let part = request.document(of: answer.body, address: address) else {
      throw .notOffered(
        "Reddit does not send these comments; load them in a browser and save the page"
      )
    }
    return part
  }
}
