import Synchronization
import SystemServices

/// Fetches from the web with `curl`, and keeps cookies until the program ends.
///
/// Follows redirects itself, so that each can be checked. Contacts hosts in private networks only if
/// the user has named them.
package final class Fetcher: Sendable {
  private struct Memory {
    var cookies = CookieJar()
    var trustedHosts: Set<String> = []
  }

  /// How many requests to one site may run at the same time.
  package static let parallelRequests = 4

  /// How many redirects are followed.
  private static let redirectLimit = 10

  private let program: String
  private let usesProxy: Bool
  private let memory = Mutex(Memory())

  /// A fetcher that trusts no private host; `program` is the name or path of curl.
  ///
  /// `usesProxy` says whether curl connects to a proxy instead of the host; `nil`: if the environment
  /// names one.
  package init(program: String = "curl", usesProxy: Bool? = nil) {
    self.program = program
    self.usesProxy = usesProxy ?? Self.environmentHasProxy
  }

  /// Allows the host of an address that the user has named, even in a private network.
  package func trust(_ address: WebAddress) {
    memory.withLock { _ = $0.trustedHosts.insert(address.host) }
  }

  /// Fetches an address and blocks until the answer is complete.
  ///
  /// `progress` is called on the same thread, at most 20 times a second.
  package func fetch(
    _ request: FetchRequest,
    cancellation: Cancellation = Cancellation(),
    progress: (FetchProgress) -> Void = { _ in }
  ) throws(FetchError) -> FetchAnswer {
    var request = request
    for _ in 0...Self.redirectLimit {
      let outcome = try transfer(request, cancellation: cancellation, progress: progress)
      guard let next = try redirect(of: request, outcome.headers) else {
        try checkIsText(outcome, request)
        return FetchAnswer(
          status: outcome.headers.status,
          address: request.address,
          headers: outcome.headers,
          body: outcome.body
        )
      }
      request = next
    }
    throw .redirectsWithoutEnd("\(request.address)")
  }

  private func transfer(
    _ request: FetchRequest,
    cancellation: Cancellation,
    progress: (FetchProgress) -> Void
  ) throws(FetchError) -> CurlTransfer.Outcome {
    let host = request.address.host
    let (isTrusted, cookie) = memory.withLock {
      ($0.trustedHosts.contains(host), $0.cookies.header(for: request.address))
    }
    guard isTrusted || !PrivateNetwork.contains(host: host) else { throw .privateNetwork(host) }
    let outcome = try CurlTransfer(
      program: program,
      request: request,
      cookie: cookie,
      cancellation: cancellation
    ).run(progress)
    // A public name may resolve to a private address. With a proxy, curl reports the proxy's.
    guard isTrusted || usesProxy || !PrivateNetwork.contains(address: outcome.serverAddress) else {
      throw .privateNetwork(host)
    }
    memory.withLock { $0.cookies.store(outcome.headers, from: request.address) }
    return outcome
  }

  /// The next request if the answer is a redirect, `nil` otherwise.
  private func redirect(
    of request: FetchRequest,
    _ headers: HeaderBlock
  ) throws(FetchError) -> FetchRequest? {
    guard [301, 302, 303, 307, 308].contains(headers.status), let link = headers["location"]
    else { return nil }
    guard let next = request.address.resolving(link),
      next.credentials == nil
        || next.credentials == request.address.credentials
    else {
      throw .redirectRefused(from: request.address.description, to: String(link.prefix(200)))
    }
    var following = request
    following.address = next
    // As in browsers, only 307 and 308 send the form again.
    if headers.status < 307 { following.form = nil }
    return following
  }

  private func checkIsText(
    _ outcome: CurlTransfer.Outcome,
    _ request: FetchRequest
  ) throws(FetchError) {
    let type = outcome.headers.contentType ?? ""
    let isOther =
      ["image/", "audio/", "video/", "font/"].contains { type.hasPrefix($0) }
      || ["application/pdf", "application/zip", "application/gzip"].contains(type)
    let start = outcome.body.prefix(1024)
    let isWide = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
    guard isOther || (!isWide && start.contains(0)) else { return }
    throw .notText("\(request.address)", type.isEmpty ? "binary data" : type)
  }

  private static var environmentHasProxy: Bool {
    ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
      .contains { Environment.value(of: $0) != nil }
  }
}
