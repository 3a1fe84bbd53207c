import Fetching
import FlyingFox
import FlyingSocks
import Foundation

/// A proxy on the loopback that answers for all sites itself, by host, path and query.
final class ProxyServer: Sendable {
  private let server: HTTPServer
  private let log: RequestLog
  private let port: UInt16

  /// Starts it; `answers` are bodies by what stands behind `http://`, everything else is not found.
  init(_ answers: [String: String]) async throws {
    let server = try HTTPServer(address: .inet(ip4: "127.0.0.1", port: 0))
    let log = RequestLog()
    await server.appendRoute("GET /*") { request in
      let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
      let host = request.headers[.host] ?? ""
      let place = host + request.path + (query.isEmpty ? "" : "?\(query)")
      log.note(place)
      let body = answers[place]
      let type = body?.hasPrefix("<") == true ? "text/html; charset=UTF-8" : "application/json"
      return HTTPResponse(
        statusCode: body == nil ? .notFound : .ok,
        headers: [.contentType: type],
        body: Data((body ?? "{\"error\":\"not found\"}").utf8)
      )
    }
    let run = Task { try await server.run() }
    try await server.waitUntilListening()
    guard case .ip4(_, let port) = await server.listeningAddress else {
      run.cancel()
      throw CancellationError()
    }
    (self.server, self.log, self.port) = (server, log, port)
  }

  /// A fetcher that asks this proxy for everything.
  var fetcher: Fetcher {
    let address = "http://127.0.0.1:\(port)"
    return Fetcher(proxies: ProxySettings { $0 == "http_proxy" ? address : nil })
  }

  /// What it was asked for, in order.
  var requests: [String] { log.all }

  /// Ends it.
  func stop() async { await server.stop() }
}
