import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import SystemServices
import Testing

@testable import SiteAccess

@Suite("Whether an answer is what a site was asked for")
struct AnswerCheckTests {
  private static func comment(_ id: Int) -> String {
    """
    <li id="comment-\(id)" class="comment even depth-1"><div class="comment-body">
    <cite class="fn">Sender \(id)</cite><a class="comment-date"
    href="SITE/tides/comment-page-\(id)/#comment-\(id)">May \(id), 2022</a>
    <div class="comment-content"><p>Letter \(id).</p></div></div></li>
    """
  }

  private static func page(_ comments: String, title: String = "Tides", links: [Int]) -> String {
    let pages = links.map { #"<a href="SITE/tides/comment-page-\#($0)/#comments">\#($0)</a>"# }
    return """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(title)</title>
      </head><body class="single"><article class="post"><h1 class="entry-title">\(title)</h1>
      <div class="entry-content"><p>The tables hang in the harbour office all year.</p>
      </div></article><div id="comments" class="comments-area"><ol class="comment-list">
      \(comments)</ol><nav class="comment-navigation">\(pages.joined())</nav></div></body></html>
      """
  }

  static let login = """
    <!DOCTYPE html><html><head><title>Blog</title></head><body><h1>Blog</h1>
    <form><input name="log"><input type="password" name="pwd"></form></body></html>
    """

  /// What a page of a discussion is answered with, and why that is no part of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let pages: [String: String]
    let reason: String?
  }

  private static let path = "/tides/comment-page-2/"

  static let cases = [
    Case(
      testDescription: "a redirect to a form to log in",
      pages: [path: "-> SITE/wp-login.php?next=2", "/wp-login.php/?next=2": login],
      reason: "127.0.0.1 asks for a login; try again later"
    ),
    Case(
      testDescription: "a redirect to a page to log in that only scripts can show",
      pages: [
        path: "-> SITE/account/login", "/account/login/": "<html><title>App</title><p>…</p></html>",
      ],
      reason: "127.0.0.1 redirects to its login page; try again later"
    ),
    Case(
      testDescription: "a redirect to the front page",
      pages: [path: "-> SITE/", "/": page(comment(7), title: "The harbour", links: [])],
      reason: "127.0.0.1 redirects to its front page; try again later"
    ),
    Case(
      testDescription: "a redirect to another article",
      pages: [path: "-> SITE/fog/", "/fog/": page(comment(8), title: "Fog", links: [])],
      reason: "127.0.0.1 answers with another page («Fog»); try again later"
    ),
    Case(
      testDescription: "a page in words that nobody knows",
      pages: [path: page("", title: "Tea break", links: [])],
      reason: "127.0.0.1 answers with a page without comments («Tea break»); try again later"
    ),
    Case(
      testDescription: "a page that leads on to the one that was meant",
      pages: [
        path: #"<html><title>Go</title><meta http-equiv=refresh content="0;url=/second/"></html>"#,
        "/second/": page(comment(2), links: [1]),
      ],
      reason: nil
    ),
    Case(
      testDescription: "a page that ends early",
      pages: [path: String(page(comment(2) + comment(3), links: [1]).dropLast(200))],
      reason: "127.0.0.1 answers with a page that ends too early; try again later"
    ),
    Case(
      testDescription: "a page behind the last",
      pages: [path: page("", links: [1])],
      reason: nil
    ),
  ]

  @Test("A part that is another page is a failure, to be tried again", arguments: cases)
  func parts(_ each: Case) async throws {
    let first = Self.page(Self.comment(1), links: [2])
    let server = try await DiscussionServer(pages: each.pages.merging(["/tides/": first]) { $1 })
    let visitor = await DiscussionVisitor.read(server.address + "tides/")
    await server.stop()
    #expect(visitor.failure == each.reason)
    let isRead = each.reason == nil
    #expect(visitor.open == (isRead ? 0 : 1))
    let second = isRead && each.pages.count > 1 ? ["2 Letter 2."] : []
    #expect(visitor.comments == ["1 Letter 1."] + second)
  }

  @Test(
    "A page to be read is told from what a site sends in its place",
    arguments: [
      ("-> SITE/wp-login.php?next=2", "127.0.0.1 asks for a login"),
      ("-> SITE/", "127.0.0.1 redirects to its front page"),
      ("-> SITE/fog/", nil),
      (
        #"<meta http-equiv="refresh" content="1; url=SITE/wp-login.php?next=2">"#,
        "127.0.0.1 asks for a login"
      ),
    ] as [(String, String?)]
  )
  func firstPage(_ answer: String, _ doubt: String?) async throws {
    let server = try await DiscussionServer(pages: [
      "/tides/": answer, "/wp-login.php/?next=2": Self.login,
      "/fog/": Self.page(Self.comment(8), title: "Fog", links: []),
      "/": Self.page("", title: "The harbour", links: []),
    ])
    let address = server.address + "tides/"
    let found = await onThread { () -> Result<String?, FetchError> in
      Result { () throws(FetchError) in
        let page = try WebPage.fetch(address, with: Fetcher())
        let source = page.source(location: address)
        return AnswerCheck(of: page, FormatRegistry.builtIn.detect(source).parse(source)).doubt
      }
    }
    await server.stop()
    #expect(try found.get() == doubt)
  }

  @Test("Pages that only lead to each other end, and one that leads elsewhere is told")
  func forwarding() async throws {
    func go(_ address: String) -> String {
      #"<html><title>Go</title><meta http-equiv=refresh content="0;url=\#(address)"></html>"#
    }
    let server = try await DiscussionServer(pages: [
      "/a/": go("/b/"), "/b/": go("/a/"), "/tides/": Self.page(Self.comment(1), links: [2]),
      Self.path: go("http://127.0.0.2:9/"),
    ])
    let address = server.address
    let error = await onThread { () -> FetchError? in
      do throws(FetchError) {
        _ = try WebPage.fetch(address + "a/", with: Fetcher())
        return nil
      } catch {
        return error
      }
    }
    let visitor = await DiscussionVisitor.read(address + "tides/")
    await server.stop()
    #expect(error == .redirectsWithoutEnd(address + "a/"))
    #expect(server.requests.count < 12)
    #expect(
      visitor.failure == "127.0.0.1: redirects to http://127.0.0.2:9, which skein does not follow"
    )
  }

  @Test("A page without scripts that has all comments is read as what it is, with its pages")
  func withoutScripts() async throws {
    let stub = """
      <html><title>Tides</title><article class="post"><h1 class="entry-title">Tides</h1>
      <div class="entry-content"><p>The tables hang in the harbour office all year.</p></div>
      </article><div id="comments"><a href="?noscript=1">Read</a></div></html>
      """
    let server = try await DiscussionServer(pages: [
      "/tides/": stub, "/tides/?noscript=1": Self.page(Self.comment(1), links: [2]),
      Self.path: Self.page(Self.comment(2), links: [1]),
    ])
    let visitor = await DiscussionVisitor.read(server.address + "tides/")
    await server.stop()
    #expect(visitor.failure == nil)
    #expect(visitor.comments == ["1 Letter 1.", "2 Letter 2."])
  }

  @Test("What to do about a notice of maintenance is to come again, not to save it")
  func maintenance() async throws {
    let server = try await DiscussionServer(pages: [
      "/tides/": "<html><title>Back soon</title><p>We are down for maintenance.</p></html>"
    ])
    let address = server.address + "tides/"
    let found = await onThread { () -> Result<String?, FetchError> in
      Result { () throws(FetchError) in
        let page = try WebPage.fetch(address, with: Fetcher())
        let source = page.source(location: address)
        return AnswerCheck(of: page, FormatRegistry.builtIn.detect(source).parse(source)).warning
      }
    }
    await server.stop()
    #expect(
      try found.get()
        == "127.0.0.1 says that the site is under maintenance: the page itself may be there later; try again then"
    )
  }

  @Test("Names of signs are unique, and each says what it looks at and why")
  func signs() {
    let names = AnswerSign.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(AnswerSign.all.allSatisfy { !$0.considers.isEmpty && !$0.evidence.isEmpty })
  }

  /// Runs `work`, which may wait, where that holds up nobody.
  private func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      BackgroundThread.start { continuation.resume(returning: work()) }
    }
  }
}
