import DocumentModel
import DocumentParsing
import Fetching
import SystemServices
import Testing

@testable import SiteAccess

@Suite("Feeds that pages name")
struct FeedSearchTests {
  private static let page = """
    <!DOCTYPE html><html><head><title>Lamps</title>
    <link rel="stylesheet" href="/style.css">
    <link rel="alternate" hreflang="de" href="/de/">
    <link rel="alternate" type="application/rss+xml" title="Posts" href="/feed">
    <link rel="alternate home" type="Application/Atom+XML" href="http://lamps.example/comments">
    <link rel="alternate" type="application/rss+xml" title="The same" href="/feed">
    <link rel="alternate" type="application/feed+json" title="\u{1B}[31mred" href="/feed.json">
    </head><body><p>Lamps.</p></body></html>
    """

  private func source(_ text: String, url: String?) -> SourceText {
    SourceText(decoding: TextStorage(copying: Array(text.utf8)), location: "page", url: url)
  }

  @Test("Are found in its head, each once, in full where its address is known")
  func found() throws {
    let fetcher = Fetcher(proxies: .none)
    let feeds = try FeedSearch.feeds(
      in: source(Self.page, url: "http://lamps.example/2024/"),
      at: nil,
      with: fetcher,
      cancellation: Cancellation()
    )
    #expect(
      feeds.map(\.discussion) == [
        "http://lamps.example/feed", "http://lamps.example/comments",
        "http://lamps.example/feed.json",
      ]
    )
    #expect(feeds.map(\.tags) == [["RSS"], ["Atom"], ["JSON Feed"]])
    #expect(feeds.map(\.title).prefix(2) == ["Posts", "http://lamps.example/comments"])
    #expect(feeds.allSatisfy { !$0.title.unicodeScalars.contains("\u{1B}") })
  }

  @Test("Of what an interface gave, the page itself is asked")
  func pageItself() async throws {
    let proxy = try await ProxyServer(["lamps.example/": Self.page])
    let fetcher = proxy.fetcher
    let json = source("{\"topic_list\": {}}", url: "http://lamps.example/latest.json")
    let feeds = await withCheckedContinuation { continuation in
      BackgroundThread.start {
        let found = try? FeedSearch.feeds(
          in: json,
          at: "http://lamps.example/",
          with: fetcher,
          cancellation: Cancellation()
        )
        continuation.resume(returning: found)
      }
    }
    await proxy.stop()
    #expect(feeds?.count == 3)
    #expect(proxy.requests == ["lamps.example/"])
  }
}
