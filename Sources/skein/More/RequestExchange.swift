import DocumentModel
import Fetching

/// A way in which the script of some system asks its site for more.
protocol RequestExchange: Sendable {
  /// Whether a request in these terms is one of this system's.
  func answers(_ fields: [String: String]) -> Bool

  /// What the request comes to: a document as `DiscussionSource.part` has it.
  func part(
    _ fields: [String: String],
    _ visit: DiscussionVisit
  ) throws(DiscussionSourceError) -> Document
}

/// One visit to a site for more of a discussion.
struct DiscussionVisit: Sendable {
  /// What is followed.
  let continuation: Continuation
  /// What it continues.
  let document: Document
  /// The site the document is from.
  let site: DiscussionSite
  /// The way to the web.
  let fetcher: Fetcher
  /// Stops it.
  let cancellation: FetchCancellation

  /// What an address of the site answers with success; a relative one is meant from the page's own.
  ///
  /// Sends `form` with POST if there is one. Throws `closed` for an address outside the site.
  func fetch(
    _ address: String,
    form: [FormField]? = nil,
    accept: String? = nil
  ) throws(DiscussionSourceError) -> FetchAnswer {
    let answer = try ask(address, form: form, accept: accept)
    do throws(FetchError) {
      return try answer.successful()
    } catch {
      throw .failed(error)
    }
  }

  /// The same, whatever the status of the answer.
  func ask(
    _ address: String,
    form: [FormField]? = nil,
    accept: String? = nil
  ) throws(DiscussionSourceError) -> FetchAnswer {
    var request = FetchRequest(try site.address(address), form: form)
    if let accept { request.accept = accept }
    request.totalTime = 60
    do throws(FetchError) {
      return try fetcher.fetch(request, cancellation: cancellation)
    } catch {
      throw .failed(error)
    }
  }
}
