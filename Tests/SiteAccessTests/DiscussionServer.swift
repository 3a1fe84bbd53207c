import Fetching
import FlyingFox
import FlyingSocks
import Foundation

/// A site on the loopback that gives pages by their paths and answers forms.
///
/// `SITE` in what it sends stands for its own address.
final class DiscussionServer: Sendable {
  /// A form as it came in: where to, and its fields.
  struct Form: Sendable {
    let path: String
    let fields: [String: String]

    subscript(name: String) -> String { fields[name] ?? "" }
  }

  /// The site, with a slash at the end.
  let address: String
  private let server: HTTPServer
  private let log: RequestLog

  /// Starts a site; the system chooses its port.
  ///
  /// `answer` gives status and body for a form.
  ///
  /// A page that begins with `-> ` and an address redirects there, with status 302.
  init(
    pages: [String: String] = [:],
    answer: @escaping @Sendable (Form) -> (Int, String) = { _ in (404, "") }
  ) async throws {
    let server = try HTTPServer(address: .inet(ip4: "127.0.0.1", port: 0))
    let log = RequestLog()
    await server.appendRoute("GET /*") { request in
      let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
      let folder = request.path.hasSuffix("/") ? request.path : request.path + "/"
      let path = folder + (query.isEmpty ? "" : "?\(query)")
      log.note(path)
      let site = "http://\(request.headers[.host] ?? "")"
      let page = pages[path]
      if let page, page.hasPrefix("-> ") {
        return HTTPResponse(
          statusCode: .found,
          headers: [
            .location: String(page.dropFirst(3)).replacingOccurrences(of: "SITE", with: site)
          ],
          body: Data()
        )
      }
      return Self.response(page.map { (200, $0) } ?? (404, "no such page"), site)
    }
    await server.appendRoute("POST /*") { request in
      let form = Form(path: request.path, fields: Self.fields(try await request.bodyData))
      log.note("\(form.path) \(form["action"])")
      return Self.response(answer(form), "http://\(request.headers[.host] ?? "")")
    }
    let run = Task { try await server.run() }
    try await server.waitUntilListening()
    guard case .ip4(_, let port) = await server.listeningAddress else {
      run.cancel()
      throw CancellationError()
    }
    (self.server, self.log) = (server, log)
    address = "http://127.0.0.1:\(port)/"
  }

  /// Ends it.
  func stop() async { await server.stop() }

  /// What was asked for, in order: paths, those of forms with the action.
  var requests: [String] { log.all }

  private static func response(_ answer: (status: Int, body: String), _ site: String)
    -> HTTPResponse
  {
    let body = answer.body.replacingOccurrences(of: "SITE", with: site)
    let type = body.hasPrefix("<") ? "text/html; charset=UTF-8" : "application/json"
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: ""),
      headers: [.contentType: type],
      body: Data(body.utf8)
    )
  }

  private static func fields(_ body: Data) -> [String: String] {
    var parts = URLComponents()
    parts.percentEncodedQuery = String(decoding: body, as: UTF8.self)
    return Dictionary(
      (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") },
      uniquingKeysWith: { first, _ in first }
    )
  }
}
