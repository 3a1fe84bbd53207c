import Glibc
import SystemServices

/// One request, made by one curl process; redirects are not followed.
struct CurlTransfer {
  let program: String
  let request: FetchRequest
  /// The value of the header `Cookie`, `nil` for none.
  let cookie: String?
  let cancellation: Cancellation

  /// What curl received.
  struct Outcome {
    let headers: HeaderBlock
    let body: [UInt8]
    /// The IP address of the server, empty if it is not known.
    let serverAddress: String
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

  /// Runs curl until it ends or the request is cancelled.
  func run(_ progress: (FetchProgress) -> Void) throws(FetchError) -> Outcome {
    var curl = try start()
    var received = Received()
    var reported = (count: -1, moment: -50)
    while !curl.hasEnded {
      if cancellation.isCancelled { throw .cancelled }
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
    let status = curl.wait()
    if cancellation.isCancelled { throw .cancelled }
    let lines = String(decoding: received.errors, as: UTF8.self).split(separator: "\n")
    if let error = error(status, words: lines.first { $0.hasPrefix("curl: (") } ?? "") {
      throw error
    }
    return Outcome(
      headers: HeaderBlock(received.headerBytes),
      body: received.body,
      serverAddress: lines.last { $0.hasPrefix(Self.mark) }.map {
        String($0.dropFirst(Self.mark.count))
      } ?? ""
    )
  }

  private func start() throws(FetchError) -> PipedProcess {
    do throws(SystemError) {
      return try Program(program, arguments).startPiped()
    } catch {
      guard error.number != ENOENT else { throw .noCurl }
      throw .failed(request.address.description, "cannot start curl: \(error)")
    }
  }

  /// The beginning of the line on which curl reports the server's address.
  private static let mark = "server "

  private var tooLarge: FetchError {
    .tooLarge(request.address.description, limit: request.sizeLimit)
  }

  private var arguments: [String] {
    // Must come first: otherwise curl reads ~/.curlrc, which is meant for other work.
    var arguments = [
      "-q", "--silent", "--show-error", "--no-buffer", "--globoff", "--proto", "=http,https",
      "--compressed", "--suppress-connect-headers", "--dump-header", "/dev/fd/3",
      "--connect-timeout", "\(request.connectTime)", "--max-time", "\(request.totalTime)",
      "--speed-time", "\(request.idleTime)", "--speed-limit", "16",
      "--user-agent", "skein/0.1 (reader; curl)", "--header", "Accept: \(request.accept)",
      "--write-out", "%{stderr}\n\(Self.mark)%{remote_ip}\n",
    ]
    if let cookie { arguments += ["--header", "Cookie: \(cookie)"] }
    if let form = request.form {
      arguments += ["--data-raw", form.map(\.encoded).joined(separator: "&")]
    }
    return arguments + ["--url", "\(request.address)"]
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
