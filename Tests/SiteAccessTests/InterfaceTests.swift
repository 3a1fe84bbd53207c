import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import SystemServices
import Testing

@testable import SiteAccess

@Suite("Asking interfaces in place of pages")
struct InterfaceTests {
  /// What is at `location`, from `answers`, and what was asked for.
  private func open(
    _ location: String,
    _ answers: [String: String]
  ) async throws -> (contents: SourceContents, page: WebPage, requests: [String]) {
    let proxy = try await ProxyServer(answers)
    let fetcher = proxy.fetcher
    // What blocks would keep the server from answering.
    let result = await withCheckedContinuation { continuation in
      BackgroundThread.start {
        continuation.resume(
          returning: Result { () throws(FetchError) in
            try WebPage.fetch(location, with: fetcher)
          }
        )
      }
    }
    await proxy.stop()
    let page = try result.get()
    let contents = try FormatRegistry.builtIn.contents(of: page.source(location: location))
    return (contents, page, proxy.requests)
  }

  private static let algolia = """
    {"id":1,"created_at_i":1709366400,"type":"story","author":"ines","title":"Gulls","points":7,
    "url":"https://gulls.example/","story_id":1,"children":[{"id":2,"parent_id":1,"author":"hugo",
    "created_at_i":1709366460,"text":"<p>See <a href=\\"item?id=9\\">this</a>.","points":null,
    "story_id":1,"children":[]}]}
    """

  @Test("A story of Hacker News comes with all its comments from Algolia")
  func hackerNews() async throws {
    let (contents, _, requests) = try await open(
      "http://news.ycombinator.com/item?id=1",
      ["hn.algolia.com/api/v1/items/1": Self.algolia]
    )
    #expect(requests == ["hn.algolia.com/api/v1/items/1"])
    let document = contents.document
    #expect(document.source.format == "hn-algolia")
    #expect(document.commentCount == 1)
    // Addresses in it are those of Hacker News, not of who was asked.
    #expect(
      document.spans.map { document.text[$0.url] }.contains(
        "https://news.ycombinator.com/item?id=9"
      )
    )
  }

  @Test("Stories of Hacker News's own lists are asked for by their ids; what fails is left out")
  func hackerNewsIDs() async throws {
    func item(_ id: Int) -> String {
      """
      {"by":"ines","descendants":4,"id":\(id),"score":9,"time":1697697000,"title":"Story \(id)",
      "type":"story","url":"https://gulls.example/\(id)"}
      """
    }
    let host = "hacker-news.firebaseio.com/v0/"
    let (contents, _, requests) = try await open(
      "http://\(host)topstories.json",
      [
        host + "topstories.json": "[3, 1, 2, 4]", host + "item/3.json": item(3),
        host + "item/1.json": item(1), host + "item/2.json": "null",
      ]
    )
    #expect(contents.listing?.entries.map(\.title) == ["Story 3", "Story 1"])
    #expect(
      contents.listing?.entries.first?.discussion == "https://news.ycombinator.com/item?id=3"
    )
    #expect(requests.count == 5)
    let single = host + "item/1.json"
    let (other, _, more) = try await open("http://\(single)", [single: "[7]"])
    #expect(more.count == 1 && other.listing == nil)
  }

  @Test("Where the interface fails, or sends a page, the page itself is read")
  func fallback() async throws {
    let page = "<!DOCTYPE html><html><body><h1>Gulls</h1><p>They came back.</p></body></html>"
    for answer in [nil, "<!DOCTYPE html><html><body>Prove that you are human</body></html>"] {
      var answers = ["news.ycombinator.com/item?id=1": page]
      answers["hn.algolia.com/api/v1/items/1"] = answer
      let (contents, _, requests) = try await open("http://news.ycombinator.com/item?id=1", answers)
      #expect(requests == ["hn.algolia.com/api/v1/items/1", "news.ycombinator.com/item?id=1"])
      #expect(contents.document.source.format == "html")
    }
  }

  @Test("Readers of a page are told that its server's interface failed, but not of what it has not")
  func interfaceFailure() async throws {
    let shell = "<!DOCTYPE html><html><body><script>window.isoData={}</script></body></html>"
    let page = "boats.example/post/7"
    let check = "<!DOCTYPE html><html><body>Prove that you are human</body></html>"
    let answers = [page: shell, "boats.example/api/v3/post?id=7": check]
    let refused = try await open("http://\(page)", answers)
    #expect(refused.requests.count == 3)
    #expect(refused.page.interfaceFailure?.contains("answered with a page") == true)
    #expect(refused.page.note?.contains("what the page itself holds") == true)
    let unknown = try await open("http://\(page)", [page: shell])
    #expect(unknown.page.interfaceFailure == nil && unknown.page.note == nil)
  }

  @Test(
    "Lobsters is asked for the twin of a page",
    arguments: [
      ("", "hottest.json"), ("newest", "newest.json"), ("t/swift", "t/swift.json"),
      ("s/ab12cd/a_story", "s/ab12cd.json"), ("page/2", "page/2.json"),
    ]
  )
  func lobsters(_ page: String, _ twin: String) async throws {
    let (_, _, requests) = try await open("http://lobste.rs/\(page)", ["lobste.rs/\(twin)": "[]"])
    #expect(requests == ["lobste.rs/\(twin)"])
  }

  @Test("Of Reddit only the feed is asked for, and readers are told so")
  func reddit() async throws {
    let feed = "www.reddit.com/r/harbours/top/.rss?t=week"
    let (_, page, requests) = try await open(
      "http://old.reddit.com/r/harbours/top/?t=week",
      [feed: "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>"]
    )
    #expect(requests == [feed])
    #expect(page.note?.contains("without a login") == true)
  }

  @Test("A post of Bluesky is asked for by its page or by its own address")
  func bluesky() async throws {
    let thread =
      "public.api.bsky.app/xrpc/app.bsky.feed.getPostThread"
      + "?uri=at://ines.example/app.bsky.feed.post/3k&depth=1000"
    let answer = #"{"thread":{"$type":"app.bsky.feed.defs#threadViewPost","post":{"record":{}}}}"#
    let (contents, _, requests) = try await open(
      "http://bsky.app/profile/ines.example/post/3k",
      [thread: answer]
    )
    #expect(requests == [thread])
    #expect(contents.document.source.format == "bluesky")
    #expect(
      PostAddress.page(of: "at://ines.example/app.bsky.feed.post/3k")
        == "https://bsky.app/profile/ines.example/post/3k"
    )
  }

  @Test("A site of any name is asked only if its page says that it is one of a system's")
  func marks() async throws {
    let topic = """
      {"title":"Gulls","post_stream":{"posts":[{"post_number":1,"username":"ines",
      "created_at":"2024-03-02T08:00:00Z","cooked":"<p>They came back.</p>"}],"stream":[1,2]},
      "chunk_size":1}
      """
    let plain = "<!DOCTYPE html><html><head></head><body><p>Nothing.</p></body></html>"
    let forum = plain.replacing(
      "<head>",
      with: "<head><meta name=\"generator\" content=\"Discourse 3.4\">"
    )
    let page = "forum.example/t/gulls/12"
    let marked = try await open("http://\(page)", [page: forum, "forum.example/t/12.json": topic])
    #expect(marked.requests == [page, "forum.example/t/12.json"])
    #expect(marked.contents.document.source.format == "discourse-json")
    // What the topic holds more of is on the next page of the same interface.
    #expect(
      marked.contents.document.continuations.map(\.link)
        == [.page("http://forum.example/t/12.json?page=2")]
    )
    let other = try await open("http://\(page)", [page: plain, "forum.example/t/12.json": topic])
    #expect(other.requests == [page])
  }

  @Test("A post and what answers it are two answers of a server and one discussion")
  func severalAnswers() async throws {
    let page = "<!DOCTYPE html><html><body><div id=\"mastodon\"></div></body></html>"
    func status(_ id: Int, _ text: String) -> String {
      """
      {"id":"\(id)","created_at":"2024-03-02T08:00:00Z","content":"<p>\(text)</p>",
      "account":{"acct":"ines","url":"https://tides.example/@ines"},"in_reply_to_id":"\(id - 1)"}
      """
    }
    let (contents, _, requests) = try await open(
      "http://tides.example/@ines/7",
      [
        "tides.example/@ines/7": page,
        "tides.example/api/v1/statuses/7": status(7, "High water."),
        "tides.example/api/v1/statuses/7/context":
          "{\"ancestors\":[],\"descendants\":[\(status(8, "At six."))]}",
      ]
    )
    #expect(requests.count == 3)
    let document = contents.document
    #expect(document.source.format == "mastodon")
    #expect(document.commentCount == 1)
    #expect(document.blocks(of: document.article).map { document.text(of: $0) } == ["High water."])
  }

  @Test("Where a server has no newer interface the older one is asked")
  func olderInterface() async throws {
    let page = "<!DOCTYPE html><html><body><script>window.isoData={}</script></body></html>"
    let list = "boats.example/api/v3/post/list?community_name=harbours"
    let posts = """
      {"posts":[{"post":{"id":1,"name":"Gulls","ap_id":"https://boats.example/post/1"},
      "creator":{"name":"ines"},"counts":{"comments":3,"score":4}}]}
      """
    let (contents, _, requests) = try await open(
      "http://boats.example/c/harbours",
      ["boats.example/c/harbours": page, list: posts]
    )
    #expect(requests.last == list && requests.count == 3)
    #expect(contents.listing?.entries.map(\.comments) == [3])
  }

  private static let mailbox = """
    From a Mon Mar  4 08:00:00 2024
    Message-ID: <gate.1@quay.example>
    From: Ines <ines@quay.example>
    Subject: The gate
    Date: Mon, 4 Mar 2024 08:00:00 +0000

    It slips.

    """

  @Test(
    "Archives of mail are asked for the mailbox of a thread, which goes by the page's address",
    arguments: [
      (
        "lore.kernel.org/git/gate.1@quay.example/T", "",
        "lore.kernel.org/git/gate.1@quay.example/t.mbox.gz"
      ),
      (
        "lists.example/inbox/quay/gate.1@quay.example", "<a href=../t.mbox.gz>mbox.gz</a>",
        "lists.example/inbox/quay/gate.1@quay.example/t.mbox.gz"
      ),
      (
        "lists.example/archives/list/quay@lists.example/thread/ABC",
        "<link href=/static/hyperkitty/css/a.css>",
        "lists.example/archives/list/quay@lists.example/export/quay@lists.example-ABC.mbox.gz?thread=ABC"
      ),
    ]
  )
  func mail(_ page: String, _ mark: String, _ mailbox: String) async throws {
    let text = "<!DOCTYPE html><html><body><h1>Gate</h1>\(mark)<p>It slips.</p></body></html>"
    let found = try await open("http://\(page)", [page: text, mailbox: Self.mailbox])
    #expect(found.requests.last == mailbox)
    #expect(found.contents.document.source.format == "mbox")
    #expect("\(found.page.address)" == "http://\(page)")
    let refused = try await open("http://\(page)", [page: text])
    #expect(refused.contents.document.source.format == "html")
  }

  @Test("A list, a feed and the message itself are no thread of an archive")
  func otherMail() async throws {
    for place in ["git", "git/new.atom", "git/gate.1@quay.example/raw", "r/gate.1@quay.example"] {
      let page = "lore.kernel.org/\(place)"
      let found = try await open("http://\(page)", [page: "<!DOCTYPE html><html><body>Hm"])
      #expect(found.requests == [page])
    }
  }

  @Test("The id of a message, the name of a list and an address lead to an archive of mail")
  func lore() {
    let all = "https://lore.kernel.org/all/"
    #expect(LoreAddress.page(of: "<a/b@quay.example>") == all + "a%2Fb@quay.example/")
    #expect(LoreAddress.page(of: "Message-ID: <a@quay.example>") == all + "a@quay.example/")
    #expect(LoreAddress.page(of: "git") == "https://lore.kernel.org/git/")
    #expect(LoreAddress.page(of: "https://lists.example/a") == "https://lists.example/a")
    #expect(LoreAddress.page(of: "a gate") == nil)
  }
}
