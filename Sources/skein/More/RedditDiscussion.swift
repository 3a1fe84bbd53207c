import DocumentModel
import Fetching
import PageSystems

/// More of a discussion on old Reddit, as its «load more comments» fetches it.
struct RedditDiscussion: RequestExchange {
  func answers(_ fields: [String: String]) -> Bool { RedditRequest(fields) != nil }

  func part(
    _ fields: [String: String],
    _ visit: DiscussionVisit
  ) throws(DiscussionSourceError) -> Document {
    guard let request = RedditRequest(fields) else { throw .closed("not a request of Reddit's") }
    let answer = try visit.fetch(
      RedditRequest.path,
      form: request.form.map { FormField($0.name, $0.value) },
      accept: "application/json"
    )
    let address = visit.site.page.map { "\($0)" }
    guard let document = request.document(of: answer.body, address: address) else {
      throw .closed("Reddit does not tell these comments; save the page after loading them")
    }
    return document
  }
}
