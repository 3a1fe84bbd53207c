import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A site on the loopback with pages that lead to one another.
final class BrowsingServer: Sendable {
  /// What an address is answered with.
  struct Page: Sendable {
    var body: String
    var type = "text/html; charset=UTF-8"
    var status = 200
    /// For how long the answer is held back.
    var delay = Duration.zero
  }

  /// The site's address, without a slash at its end.
  let address: String
  private let server: HTTPServer
  private let pages: Shared

  /// Starts the site with the pages that `pages` makes of its address, by path.
  init(_ make: (String) -> [String: Page]) async throws {
    let server = try HTTPServer(address: .inet(ip4: "127.0.0.1", port: 0))
    let shared = Shared()
    await server.appendRoute("GET /*") { request in
      guard let page = shared.note(request.path) else {
        return HTTPResponse(statusCode: .notFound)
      }
      try await Task.sleep(for: page.delay)
      return HTTPResponse(
        statusCode: HTTPStatusCode(page.status, phrase: ""),
        headers: [.contentType: page.type],
        body: Data(page.body.utf8)
      )
    }
    let run = Task { try await server.run() }
    try await server.waitUntilListening()
    guard case .ip4(_, let port) = await server.listeningAddress else {
      run.cancel()
      throw CancellationError()
    }
    address = "http://127.0.0.1:\(port)"
    shared.change { $0 = make("http://127.0.0.1:\(port)") }
    (self.server, pages) = (server, shared)
  }

  /// Ends it.
  func stop() async { await server.stop() }

  /// Lets a page change; `nil`: there is none any more.
  func change(_ path: String, to page: Page?) { pages.change { $0[path] = page } }

  /// The paths that were asked for, in order.
  var asked: [String] { pages.asked }

  /// What the server's tasks share.
  private final class Shared: Sendable {
    private let state = Mutex<(pages: [String: Page], asked: [String])>(([:], []))

    func note(_ path: String) -> Page? {
      state.withLock {
        $0.asked.append(path)
        return $0.pages[path]
      }
    }

    func change(_ body: (inout [String: Page]) -> Void) { state.withLock { body(&$0.pages) } }

    var asked: [String] { state.withLock { $0.asked } }
  }
}

extension BrowsingServer {
  /// A story of a link site with two comments, which links to `link`.
  static func story(linking link: String, mentioning other: String) -> Page {
    Page(
      body: """
        {"short_id": "lamp1", "created_at": "2024-05-01T10:00:00.000-05:00",
        "title": "The lantern that burned for a century", "url": "\(link)", "score": 41,
        "comment_count": 2, "description": "", "submitter_user": "ines",
        "comments_url": "https://lobste.rs/s/lamp1/lantern", "tags": ["history"],
        "comments": [
        {"short_id": "c1", "created_at": "2024-05-01T11:00:00.000-05:00", "score": 5,
        "comment": "<p>See <a href=\\"\(other)\\">the keeper's log</a> for the oil.</p>",
        "commenting_user": "hugo", "depth": 0, "parent_comment": null},
        {"short_id": "c2", "created_at": "2024-05-01T12:00:00.000-05:00", "score": 2,
        "comment": "<p>The log is a joy.</p>",
        "commenting_user": "mara", "depth": 1, "parent_comment": "c1"}]}
        """,
      type: "application/json"
    )
  }

  /// A page with an article of several paragraphs and two comments below it.
  static func discussed(_ title: String, _ words: String) -> Page {
    let texts = [
      "I saw the lantern as a child, and its light reached our kitchen on most nights of the year.",
      "So did I, from the other side of the bay, where nobody else had any light at all then.",
    ]
    let comments = texts.enumerated().map { index, text in
      "<li class=\"comment depth-1\" id=\"comment-\(index + 1)\"><div class=\"comment-author vcard\">"
        + "<b class=\"fn\">Reader \(index + 1)</b></div><div class=\"comment-content\"><p>\(text)</p>"
        + "</div></li>"
    }
    let list =
      "</article><div id=\"comments\"><ol class=\"comment-list\">\(comments.joined())</ol></div>"
    var page = article(title, words)
    page.body = page.body.replacing("</article>", with: list)
    return page
  }

  /// A page with an article of several paragraphs.
  static func article(_ title: String, _ words: String) -> Page {
    let paragraphs = ["spring", "summer", "autumn", "winter"].map { season in
      "<p>\(words) In \(season) it was lit by a keeper who climbed the stairs with a can of oil, and it"
        + " could be seen from the islands, from the road and from the kitchen of the inn.</p>"
    }
    return Page(
      body: """
        <!DOCTYPE html><html><head><title>\(title)</title></head><body><article><h1>\(title)</h1>
        \(paragraphs.joined(separator: "\n"))</article></body></html>
        """
    )
  }
}
