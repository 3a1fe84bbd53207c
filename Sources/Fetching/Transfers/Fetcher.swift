import Synchronization
import SystemServices

/// Fetches from the web with `curl`, and keeps cookies and passwords until the program ends.
///
/// Follows redirects itself, so that each can be checked as the first address was.
package final class Fetcher: Sendable {
  private struct Memory {
    var cookies = CookieJar()
    /// Names and passwords the user has given, by the origin they are for.
    var credentials: [String: Credentials] = [:]
    var pace = HostPace()
    var answers = AnswerCache()
  }

  /// How many requests to one site may run at the same time.
  package static let parallelRequests = 4

  /// How many redirects are followed.
  private static let redirectLimit = 10

  private let program: String
  private let destinations: DestinationCheck
  private let memory = Mutex(Memory())

  /// A fetcher that trusts no private host; `program` is the name or path of curl.
  package convenience init(
    program: String = "curl",
    resolver: Resolver = .system,
    proxies: ProxySettings = .environment
  ) {
    self.init(program: program, resolver: resolver, proxies: proxies, machine: .own)
  }

  init(program: String, resolver: Resolver, proxies: ProxySettings, machine: Machine) {
    self.program = program
    destinations = DestinationCheck(resolver: resolver, proxies: proxies, machine: machine)
  }

  /// Allows the host and port of an address that the user has named, even in a private network, at
  /// the addresses it leads to when it is first used.
  package func trust(_ address: WebAddress) { destinations.trust(address) }

  /// Takes name and password out of an address as the user has typed it; returns what is left, which
  /// may be shown.
  ///
  /// They are sent to the origin of the address only, and masked in the arguments of this program.
  package func takingCredentials(from location: String) -> String {
    let shown = WebAddress.withoutCredentials(location)
    guard shown != location else { return location }
    ProgramArguments.mask(location, leaving: shown)
    if let address = WebAddress(location), let credentials = address.credentials {
      memory.withLock { $0.credentials[address.origin] = credentials }
    }
    return shown
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
        return answer(to: request, outcome)
      }
      request = next
    }
    throw .redirectsWithoutEnd("\(request.address)")
  }

  /// What came as the answer to `request`, or what came before and is still the same.
  private func answer(to request: FetchRequest, _ outcome: CurlTransfer.Outcome) -> FetchAnswer {
    memory.withLock { memory in
      if outcome.headers.status == 304, let known = memory.answers.answer(to: request) {
        return known
      }
      let answer = FetchAnswer(
        status: outcome.headers.status,
        address: request.address,
        headers: outcome.headers,
        body: outcome.body
      )
      memory.answers.keep(answer, to: request)
      return answer
    }
  }

  private func transfer(
    _ request: FetchRequest,
    cancellation: Cancellation,
    progress: (FetchProgress) -> Void
  ) throws(FetchError) -> CurlTransfer.Outcome {
    let address = request.address
    let route = try destinations.route(
      to: address,
      seconds: request.connectTime,
      cancellation: cancellation
    )
    let (cookie, credentials, conditions, wait) = memory.withLock { memory in
      (
        memory.cookies.header(for: address), memory.credentials[address.origin],
        memory.answers.conditions(for: request),
        memory.pace.turn(at: address, now: Clock.milliseconds)
      )
    }
    if wait > 0 { guard cancellation.holds(off: wait) else { throw .cancelled } }
    let outcome = try CurlTransfer(
      program: program,
      request: request,
      route: route,
      credentials: credentials,
      cookie: cookie,
      conditions: conditions,
      cancellation: cancellation
    ).run(progress)
    memory.withLock { $0.cookies.store(outcome.headers, from: address) }
    return outcome
  }

  /// The next request if the answer is a redirect, `nil` otherwise.
  private func redirect(
    of request: FetchRequest,
    _ headers: HeaderBlock
  ) throws(FetchError) -> FetchRequest? {
    guard [301, 302, 303, 307, 308].contains(headers.status), let link = headers["location"]
    else { return nil }
    // As in browsers, only 307 and 308 send the form again.
    return try request.following(link, keepsForm: headers.status >= 307)
  }

  private func checkIsText(
    _ outcome: CurlTransfer.Outcome,
    _ request: FetchRequest
  ) throws(FetchError) {
    let type = outcome.headers.contentType ?? ""
    if request.takesPDF, outcome.body.starts(with: "%PDF-".utf8) { return }
    // What it holds is looked at when it is unpacked.
    if outcome.body.withUnsafeBytes(GzipData.isPacked) { return }
    let isOther =
      ["image/", "audio/", "video/", "font/"].contains { type.hasPrefix($0) }
      || ["application/pdf", "application/zip", "application/gzip"].contains(type)
    let start = outcome.body.prefix(1024)
    let isWide = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
    guard isOther || (!isWide && start.contains(0)) else { return }
    throw .notText("\(request.address)", type.isEmpty ? "binary data" : type)
  }
}
