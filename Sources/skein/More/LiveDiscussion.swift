import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching

/// The rest of a discussion from the site its page is from.
struct LiveDiscussion: DiscussionSource {
  let fetcher: Fetcher
  /// The page's own address as the person told it, `nil` if they did not.
  var address: String?
  /// The exchanges that answer requests in the terms of some system.
  var exchanges: [any RequestExchange] = [WpDiscuzDiscussion(), RedditDiscussion()]

  func part(
    _ continuation: Continuation,
    of document: Document,
    _ cancellation: FetchCancellation
  ) throws(DiscussionSourceError) -> Document {
    let visit = DiscussionVisit(
      continuation: continuation,
      document: document,
      site: DiscussionSite(of: document, told: address),
      fetcher: fetcher,
      cancellation: cancellation
    )
    switch continuation.link {
    case .page(let address): return try page(at: address, visit)
    case .request(let fields):
      guard let exchange = exchanges.first(where: { $0.answers(fields) }) else {
        throw .closed("what this page would ask its site for is not known")
      }
      return try exchange.part(fields, visit)
    }
  }

  /// The page at `address`, read as the document was.
  private func page(
    at address: String,
    _ visit: DiscussionVisit
  ) throws(DiscussionSourceError) -> Document {
    let page = WebPage(try visit.fetch(address))
    let source = page.source(location: "\(page.address)")
    do throws(FormatError) {
      return try FormatRegistry.builtIn.parse(source, format: visit.document.source.format)
    } catch {
      throw .closed(error.description)
    }
  }
}
