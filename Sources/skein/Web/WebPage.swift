import DocumentModel
import DocumentParsing
import Fetching
import Glibc

/// A page as it came from the web.
struct WebPage: Sendable {
  /// Its bytes.
  let storage: TextStorage
  /// Where it came from in the end.
  let address: WebAddress
  /// Its encoding, by what the site says.
  let charset: String?

  init(_ answer: FetchAnswer) {
    storage = TextStorage(copying: answer.body)
    address = answer.address
    charset = answer.charset
  }

  /// The page as formats read it; `location` is what the person called it.
  func source(location: String) -> SourceText {
    SourceText(decoding: storage, location: location, url: "\(address)", charset: charset)
  }

  /// Whether `location` is an address, and not the path of a file that is called so.
  static func isAddress(_ location: String) -> Bool {
    location.contains("://") && access(location, F_OK) != 0
  }

  /// Fetches the page the person named by its address; waits for it.
  static func fetch(
    _ location: String,
    with fetcher: Fetcher,
    cancellation: FetchCancellation = FetchCancellation(),
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
