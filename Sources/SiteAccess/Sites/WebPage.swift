import DocumentModel
import DocumentParsing
import Fetching
import Glibc
import SystemServices

/// A page fetched from the web.
package struct WebPage: Sendable {
  /// Its bytes, as the site encodes them.
  package let storage: TextStorage
  /// Its address after all redirects.
  package let address: WebAddress
  /// The encoding the site states, in lower case.
  package let charset: String?

  init(_ answer: FetchAnswer) {
    storage = TextStorage(copying: answer.body)
    address = answer.address
    charset = answer.charset
  }

  /// The page as input for the formats; messages call it `location`.
  package func source(location: String) -> SourceText {
    SourceText(decoding: storage, location: location, url: "\(address)", charset: charset)
  }

  /// Whether `location` is an address, and there is no file of that name.
  package static func isAddress(_ location: String) -> Bool {
    location.contains("://") && location.withFileName { access($0, F_OK) } != 0
  }

  /// Fetches the page at an address that the user has given; blocks until it is there.
  ///
  /// From then on `fetcher` may contact that host even in a private network.
  package static func fetch(
    _ location: String,
    with fetcher: Fetcher,
    cancellation: Cancellation = Cancellation(),
    progress: (FetchProgress) -> Void = { _ in }
  ) throws(FetchError) -> WebPage {
    guard let address = WebAddress(location) else { throw .badAddress(location) }
    fetcher.trust(address)
    return WebPage(
      try fetcher.fetch(
        FetchRequest(address),
        cancellation: cancellation,
        progress: progress
      ).successful()
    )
  }
}
