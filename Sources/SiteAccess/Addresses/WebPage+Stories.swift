import DocumentParsing
import Fetching
import SystemServices

/// Lists of Hacker News's own interface, `topstories.json` and the like: they hold nothing but ids, and
/// each story is asked for by its own.
extension WebPage {
  /// How many stories of a list are asked for: two front pages.
  private static let mostStories = 60

  /// The stories that the page lists, put into one array; `nil` if it is no such list.
  ///
  /// Several are asked for at the same time. Those that fail are left out; throws if all do.
  func listedStories(
    with fetcher: Fetcher,
    cancellation: Cancellation
  ) throws(FetchError) -> WebPage? {
    guard address.host == "hacker-news.firebaseio.com", address.path.hasPrefix("/v0/"),
      address.path.prefix(while: { $0 != "?" }).hasSuffix("stories.json"),
      let root = JSONTree(storage).root
    else { return nil }
    let ids = root.elements.prefix(Self.mostStories).compactMap(\.integer)
    guard !ids.isEmpty else { return nil }
    let page = address
    let answers = BackgroundThread.map(ids, atMost: Fetcher.parallelRequests) { id in
      Result { () throws(FetchError) in
        guard let address = page.resolving("/v0/item/\(id).json") else {
          throw .badAddress("\(id)")
        }
        var request = FetchRequest(address)
        request.accept = "application/json"
        return try fetcher.fetch(request, cancellation: cancellation).successful()
      }
    }
    if cancellation.isCancelled { throw .cancelled }
    var bodies: [[UInt8]] = []
    var failure: FetchError?
    for answer in answers {
      switch answer {
      case .success(let answer) where answer.body.first == UInt8(ascii: "{"):
        bodies.append(answer.body)
      case .success: break
      case .failure(let error): failure = failure ?? error
      }
    }
    if bodies.isEmpty, let failure { throw failure }
    return holding(Array("[".utf8) + bodies.joined(separator: ",".utf8) + Array("]".utf8))
  }
}
