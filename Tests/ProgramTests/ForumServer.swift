import Fetching
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A forum on the loopback whose thread runs over several pages and goes on while it is read.
final class ForumServer: Sendable {
  /// The posts of the thread, in the order of their numbers.
  struct Thread: Sendable {
    var posts: [(number: Int, text: String)]
    var postsPerPage = 4
    /// Where the last page sends readers who want more, `nil`: nowhere.
    var beyond: String?
    /// The page that fails, counted from 1.
    var failing: Int?
    /// What every page of the thread is answered with, `nil`: itself.
    ///
    /// Sends on to an address behind `-> `.
    var instead: String?
  }

  /// The first page of the thread.
  let page: WebAddress
  private let server: HTTPServer
  private let thread: Shared

  /// Starts a forum; the system chooses its port.
  init(_ thread: Thread) async throws {
    let server = try HTTPServer(address: .inet(ip4: "127.0.0.1", port: 0))
    let shared = Shared(thread)
    await server.appendRoute("GET /thread") { request in
      let number = request.query["page"].flatMap { Int($0) } ?? 1
      let thread = shared.note(number)
      guard number != thread.failing else { return HTTPResponse(statusCode: .serviceUnavailable) }
      if let other = thread.instead, other.hasPrefix("-> ") {
        let headers: HTTPHeaders = [.location: String(other.dropFirst(3))]
        return HTTPResponse(statusCode: .found, headers: headers, body: Data())
      }
      return HTTPResponse(
        statusCode: .ok,
        headers: [.contentType: "text/html; charset=UTF-8"],
        body: Data((thread.instead ?? Self.page(number, of: thread)).utf8)
      )
    }
    await server.appendRoute("GET /login") { _ in
      HTTPResponse(
        statusCode: .ok,
        headers: [.contentType: "text/html; charset=UTF-8"],
        body: Data(Self.login.utf8)
      )
    }
    let run = Task { try await server.run() }
    try await server.waitUntilListening()
    guard case .ip4(_, let port) = await server.listeningAddress,
      let page = WebAddress("http://127.0.0.1:\(port)/thread")
    else {
      run.cancel()
      throw CancellationError()
    }
    (self.server, self.thread, self.page) = (server, shared, page)
  }

  /// Ends it.
  func stop() async { await server.stop() }

  /// Lets the thread change.
  func change(_ body: (inout Thread) -> Void) { thread.change(body) }

  /// The numbers of the pages that were asked for, in order.
  var asked: [Int] { thread.asked }

  /// The form that the forum has members fill in.
  static let login = """
    <!DOCTYPE html><html><head><title>Log in</title></head><body><h1>Log in</h1>
    <form method="post"><input name="login"><input type="password" name="password"></form>
    </body></html>
    """

  private static func page(_ number: Int, of thread: Thread) -> String {
    let first = (number - 1) * thread.postsPerPage
    let posts = thread.posts.dropFirst(first).prefix(thread.postsPerPage)
    let isLast = first + posts.count >= thread.posts.count
    let next = isLast ? thread.beyond : "/thread?page=\(number + 1)"
    let link = next.map { "<a href=\"\($0)\" class=\"pageNav-jump pageNav-jump--next\">Next</a>" }
    return """
      <!DOCTYPE html><html id="XF"><head><title>The quay</title></head><body>
      <h1 class="p-title-value">The quay</h1>
      \(posts.map { post($0.number, $0.text) }.joined(separator: "\n"))
      <nav>\(link ?? "")</nav></body></html>
      """
  }

  private static func post(_ number: Int, _ text: String) -> String {
    let author = ["Ann", "Bob", "Cy"][number % 3]
    return """
      <article class="message message--post" data-author="\(author)" data-content="post-\(number)">
      <a href="/member/\(author)" class="username">\(author)</a>
      <time datetime="2024-05-01T0\(number % 10):00:00+0000">May 1</time>
      <a href="/thread/post-\(number)">#\(number)</a>
      <div class="bbWrapper">\(text)</div></article>
      """
  }

  /// What the server's tasks share.
  private final class Shared: Sendable {
    private let state: Mutex<(thread: Thread, asked: [Int])>

    init(_ thread: Thread) { state = Mutex((thread, [])) }

    func note(_ page: Int) -> Thread {
      state.withLock {
        $0.asked.append(page)
        return $0.thread
      }
    }

    func change(_ body: (inout Thread) -> Void) { state.withLock { body(&$0.thread) } }

    var asked: [Int] { state.withLock { $0.asked } }
  }
}
