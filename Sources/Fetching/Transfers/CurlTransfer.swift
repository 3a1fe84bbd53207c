import Glibc
import SystemServices

/// One request, made by one curl process; redirects are not followed.
///
/// All that is secret reaches curl through files in memory: its options on standard input, the form
/// on descriptor 4.
struct CurlTransfer {
  let program: String
  let request: FetchRequest
  /// How to get to the host.
  let route: Route
  /// What the site is told if it asks for a login, `nil` for nothing.
  let credentials: Credentials?
  /// The value of the header `Cookie`, `nil` for none.
  let cookie: String?
  /// Headers that ask for an answer only if it is another than the one that is known.
  let conditions: [String]
  let cancellation: Cancellation

  /// What curl received.
  struct Outcome {
    let headers: HeaderBlock
    let body: [UInt8]
  }

  /// What curl has written to its three outputs so far.
  private struct Received {
    var body: [UInt8] = []
    var errors: [UInt8] = []
    var headerBytes: [UInt8] = []
    var isTooLarge = false

    /// How many bytes have arrived, including headers.
    var count: Int { body.count + headerBytes.count }

    mutating func take(_ output: Int, _ bytes: UnsafeRawBufferPointer, limit: Int) {
      switch output {
      case 0:
        isTooLarge = isTooLarge || body.count + bytes.count > limit
        if !isTooLarge { body.append(contentsOf: bytes) }
      case 1: if errors.count < 1 << 16 { errors.append(contentsOf: bytes) }
      default: if headerBytes.count < 1 << 20 { headerBytes.append(contentsOf: bytes) }
      }
    }
  }

  /// Runs curl until it ends, its time is over, or the request is cancelled.
  func run(_ progress: (FetchProgress) -> Void) throws(FetchError) -> Outcome {
    let seconds = request.totalTime + request.spareTime
    let patience = Patience(seconds: seconds, for: request.address.host, cancellation)
    var curl = try start()
    var received = Received()
    var reported = (count: -1, moment: -50)
    while !curl.hasEnded {
      try patience.check()
      curl.read(within: 50) { received.take($0, $1, limit: request.sizeLimit) }
      if received.isTooLarge { throw tooLarge }
      let now = Clock.milliseconds
      guard received.count != reported.count, curl.hasEnded || now >= reported.moment + 50 else {
        continue
      }
      reported = (received.count, now)
      let length = HeaderBlock(received.headerBytes).length
      if let length, length > request.sizeLimit { throw tooLarge }
      progress(FetchProgress(received: received.body.count, expected: length))
    }
    let status = try patience.status(of: &curl)
    if cancellation.isCancelled { throw .cancelled }
    let lines = String(decoding: received.errors, as: UTF8.self).split(separator: "\n")
    if let error = error(status, words: lines.first { $0.hasPrefix("curl: (") } ?? "") {
      throw error
    }
    return Outcome(headers: HeaderBlock(received.headerBytes), body: received.body)
  }

  private func start() throws(FetchError) -> PipedProcess {
    let options: [UInt8]
    do throws(CurlConfig.UnfitValue) {
      options = try config.text
    } catch {
      throw .failed(request.address.description, "the request has characters that cannot be sent")
    }
    let form = request.form.map { Array($0.map(\.encoded).joined(separator: "&").utf8) }
    do throws(SystemError) {
      // -q must come first: otherwise curl reads ~/.curlrc, which is meant for other work.
      return try Program(program, ["-q", "--config", "-"]).startPiped(input: options, form)
    } catch {
      guard error.number != ENOENT else { throw .noProgram("curl", package: "curl") }
      throw .failed(request.address.description, "cannot start curl: \(error)")
    }
  }

  private var tooLarge: FetchError {
    .tooLarge(request.address.description, limit: request.sizeLimit)
  }

  private var config: CurlConfig {
    get throws(CurlConfig.UnfitValue) {
      var config = CurlConfig()
      for option in [
        "silent", "show-error", "no-buffer", "globoff", "compressed", "suppress-connect-headers",
      ] {
        config.add(option)
      }
      try config.add("proto", "=http,https")
      try config.add("dump-header", "/dev/fd/3")
      try config.add("connect-timeout", "\(request.connectTime)")
      try config.add("max-time", "\(request.totalTime)")
      try config.add("speed-time", "\(request.idleTime)")
      try config.add("speed-limit", "16")
      try config.add("user-agent", "skein/0.1 (reader; curl)")
      try config.add("header", "Accept: \(request.accept)")
      try addRoute(to: &config)
      for condition in conditions { try config.add("header", condition) }
      if let cookie { try config.add("header", "Cookie: \(cookie)") }
      if let credentials {
        // Without a colon curl would ask for the password on the terminal.
        try config.add("user", "\(credentials.name):\(credentials.password)")
      }
      if request.form != nil {
        // Otherwise curl waits for permission to send a large form.
        try config.add("header", "Expect:")
        try config.add("data-binary", "@/dev/fd/4")
      }
      try config.add("url", "\(request.address)")
      return config
    }
  }

  /// Leaves curl no choice of its own of a proxy or an address.
  private func addRoute(to config: inout CurlConfig) throws(CurlConfig.UnfitValue) {
    if let proxy = route.proxy {
      try config.add("proxy", proxy.address)
      try config.add("noproxy", ",")
    } else {
      try config.add("noproxy", "*")
    }
    guard !route.addresses.isEmpty else { return }
    let (host, port) = (request.address.host, request.address.connectedPort)
    let addresses = route.addresses.map(\.inURL).joined(separator: ",")
    try config.add("resolve", "\(host):\(port):\(addresses)")
  }

  /// The error for an exit status of curl; `nil` for success.
  private func error(_ status: Int32, words: Substring) -> FetchError? {
    let (address, host) = (request.address.description, request.address.host)
    // «curl: (6) Could not resolve host: …»
    let reason = words.firstIndex(of: ")").map {
      String(words[words.index(after: $0)...]).trimmingBlanks
    }
    switch status {
    case 0: return nil
    case 3: return .badAddress(address)
    case 5: return .failed(host, "no such proxy; check http_proxy, https_proxy and all_proxy")
    case 6: return .noSuchHost(host)
    case 7: return .unreachable(host)
    case 28: return .timedOut(host)
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91:
      return .insecure(host, reason ?? "curl error \(status)")
    case 18, 52, 55, 56, 92: return .cutOff(address)
    default: return .failed(address, reason ?? "curl ended with status \(status)")
    }
  }
}
