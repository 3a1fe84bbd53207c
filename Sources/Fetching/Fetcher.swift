import Synchronization
import SystemServices

/// Fetches from the web, through `curl`; what it learns lasts for the run.
///
/// Follows redirects itself, one by one, so that each can be looked at. Addresses inside private
/// networks are fetched only from hosts the person has named.
package final class Fetcher: Sendable {
  private struct Memory {
    var cookies = CookieJar()
    var trustedHosts: Set<String> = []
  }

  /// How many requests to one site run at the same time, at most.
  package static let parallelRequests = 4

  /// How many redirects are followed.
  private static let redirectLimit = 10

  private let program: String
  private let memory = Mutex(Memory())

  /// A fetcher without cookies, that trusts no private host; `program` is curl's name or path.
  package init(program: String = "curl") { self.program = program }

  /// Lets the host of an address be reached wherever it is, for the person has named it.
  package func trust(_ address: WebAddress) {
    memory.withLock { _ = $0.trustedHosts.insert(address.host) }
  }

  /// Fetches, and waits for it; meant for a thread of its own.
  ///
  /// `progress` is called on that thread, at most 20 times a second or for each piece that comes.
  package func fetch(
    _ request: FetchRequest,
    cancellation: Cancellation = Cancellation(),
    progress: (FetchProgress) -> Void = { _ in }
  ) throws(FetchError) -> FetchAnswer {
    var request = request
    for _ in 0...Self.redirectLimit {
      let outcome = try transfer(request, cancellation, progress)
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
    _ cancellation: Cancellation,
    _ progress: (FetchProgress) -> Void
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
    // A package name may lead inside all the same. Behind a proxy the machine is the proxy.
    guard isTrusted || Self.usesProxy || !PrivateNetwork.contains(address: outcome.machine) else {
      throw .privateNetwork(host)
    }
    memory.withLock { $0.cookies.store(outcome.headers, from: request.address) }
    return outcome
  }

  /// What to ask next if the answer sends elsewhere, `nil` if it does not.
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
    // As browsers do: only 307 and 308 ask for the form once more.
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

  private static var usesProxy: Bool {
    ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
      .contains { Environment.value(of: $0) != nil }
  }
}
