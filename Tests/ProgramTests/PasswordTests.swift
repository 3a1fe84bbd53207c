import FlyingFox
import FlyingSocks
import Foundation
import Synchronization
import SystemServices
import Testing

@Suite("A password in an address")
struct PasswordTests {
  /// What a site saw when it was asked.
  private final class Site: Sendable {
    private let server: HTTPServer
    private let seen: Seen
    /// Its host and port.
    let authority: String

    /// A site whose page has this status; the system chooses its port.
    init(status: Int) async throws {
      let server = try HTTPServer(address: .inet(ip4: "127.0.0.1", port: 0))
      let seen = Seen()
      await server.appendRoute("GET /page") { request in
        seen.note(request.headers[.authorization] ?? "")
        return HTTPResponse(
          statusCode: HTTPStatusCode(status, phrase: ""),
          headers: [.contentType: "text/html"],
          body: Data("<!DOCTYPE html><title>Quay</title><p>The harbour paid for it.</p>".utf8)
        )
      }
      let run = Task { try await server.run() }
      try await server.waitUntilListening()
      guard case .ip4(_, let port) = await server.listeningAddress else {
        run.cancel()
        throw CancellationError()
      }
      (self.server, self.seen) = (server, seen)
      authority = "127.0.0.1:\(port)"
    }

    func stop() async { await server.stop() }

    /// The login that was sent.
    var login: String { seen.state.withLock { $0.login } }
    /// The command lines of all processes then, as any user of the machine sees them.
    var processes: String { seen.state.withLock { $0.processes } }
  }

  private final class Seen: Sendable {
    let state = Mutex((login: "", processes: ""))

    func note(_ login: String) {
      let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      let lines = folders.filter { Int($0) != nil }.compactMap {
        FileManager.default.contents(atPath: "/proc/\($0)/cmdline")
      }
      let text = lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
      state.withLock { $0 = (login, text) }
    }
  }

  @Test(
    "is sent to the site, and is in no output, no message and no list of processes",
    arguments: [
      ["export", "%"], ["export", "--to", "text", "%"], ["search", "harbour", "%"],
      ["formats", "--why", "%"], ["read", "%"], ["%"],
    ],
    [200, 404]
  )
  func hidden(_ words: [String], _ status: Int) async throws {
    let site = try await Site(status: status)
    let authority = site.authority
    let secret = "hunter-\(UUID().uuidString)"
    let run = try await withCheckedContinuation { continuation in
      BackgroundThread.start {
        let address = "http://marta:\(secret)@\(authority)/page"
        continuation.resume(
          returning: Result { try ProgramRun(words.map { $0 == "%" ? address : $0 }) }
        )
      }
    }.get()
    await site.stop()
    let token = Data("marta:\(secret)".utf8).base64EncodedString()
    #expect(site.login == "Basic \(token)")
    #expect(run.status == (status == 200 ? 0 : 2))
    for text in [run.output, run.errors, site.processes] {
      #expect(!text.contains(secret) && !text.contains(token))
    }
    #expect(site.processes.contains("\0http://\(authority)/page"))
  }
}
