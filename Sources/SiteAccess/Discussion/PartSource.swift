import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import SystemServices

/// Something that has more of a discussion than a document holds.
package protocol PartSource: Sendable {
  /// What `continuation`, one of `document`, leads to; blocks until it is there.
  ///
  /// The part is a document of its own. Comments with ids that `document` has as well are the same
  /// comments; its roots belong where `continuation` says; its continuations lead on from there.
  func part(
    _ continuation: Continuation,
    of document: Document,
    cancellation: Cancellation
  ) throws(SiteError) -> Document
}

/// More of a discussion from the site that its page comes from.
package struct SiteParts: PartSource {
  private let clients: SiteClients
  private let fetcher: Fetcher
  /// The address of the page as the user stated it, `nil` if they did not.
  package var statedAddress: String?

  /// Parts that `clients` load through `fetcher`.
  package init(clients: SiteClients, fetcher: Fetcher) {
    self.clients = clients
    self.fetcher = fetcher
  }

  package func part(
    _ continuation: Continuation,
    of document: Document,
    cancellation: Cancellation
  ) throws(SiteError) -> Document {
    let connection = SiteConnection(
      fetcher: fetcher,
      site: DocumentSite(of: document, stated: statedAddress),
      job: SiteJob(cancellation: cancellation)
    )
    switch continuation.link {
    case .page(let address):
      return try page(at: address, for: continuation, of: document, over: connection)
    case .request(let fields):
      for client in clients.forParts {
        if let part = try client.part(fields, of: document, over: connection) { return part }
      }
      throw .notOffered("skein does not know the request that loads more of this page")
    }
  }

  /// The page at `address` if it holds what `continuation` of `document` leads to.
  private func page(
    at address: String,
    for continuation: Continuation,
    of document: Document,
    over connection: SiteConnection
  ) throws(SiteError) -> Document {
    let page = try connection.page(address)
    let source = page.source(location: "\(page.address)")
    let part: Document
    do throws(FormatError) {
      // A page without comments says little about the system that the one with them is of.
      let format = document.comments.isEmpty ? nil : document.source.format
      part = try FormatRegistry.builtIn.parse(source, format: format)
    } catch {
      throw .notOffered(error.description)
    }
    let check = AnswerCheck(of: page, part, as: continuation, of: document)
    if let reason = check.doubt { throw .unusable(reason) }
    return part
  }
}
