/// Why a request failed.
package enum FetchError: Error, Hashable, CustomStringConvertible {
  /// The program of this name is not installed; the second value is the package that has it.
  case noProgram(String, package: String)
  /// This is not a web address.
  case badAddress(String)
  /// There is no host of this name.
  case noSuchHost(String)
  /// The host does not answer, or refuses the connection.
  case unreachable(String)
  /// The host took too long.
  case timedOut(String)
  /// There is no secure connection to the host; the second value is curl's reason.
  case insecure(String, String)
  /// The site answered the address with a status that is not a success.
  case status(Int, String)
  /// The site, which answered with this status, is overloaded and names a time to come back.
  case overloaded(Int, String, seconds: Int)
  /// The answer is larger than `limit` bytes.
  case tooLarge(String, limit: Int)
  /// The answer is not text but has this media type.
  case notText(String, String)
  /// The host redirects to an address that is not followed: another host, or another scheme.
  case redirectRefused(from: String, to: String)
  /// The address is not on the site of the page that names it.
  case elsewhere(String)
  /// There are too many redirects.
  case redirectsWithoutEnd(String)
  /// The host is in a private network, and the user did not name it.
  case privateNetwork(String)
  /// The user named the host, but it has moved to another private address since.
  case movedInside(String)
  /// The connection was closed before the answer was complete.
  case cutOff(String)
  /// The user stopped it.
  case cancelled
  /// Another failure; the second value is curl's or the system's reason.
  case failed(String, String)

  /// How much of an address or of another program's words a message quotes, in characters.
  private static let quoteLimit = 120

  /// What is wrong and what to do about it, on one line.
  package var description: String {
    switch self {
    case .noProgram(let name, let package):
      "\(name), which is needed to fetch pages, is not installed; install it"
        + " (apt-get install \(package))"
    case .badAddress(let address):
      "\(Self.quote(address)): not a web address; type one that begins with http:// or https://"
    case .noSuchHost(let host): "\(host): no such host; check the address and your network"
    case .unreachable(let host): "\(host): cannot connect; try again later"
    case .timedOut(let host): "\(host): no answer in time; try again later"
    case .insecure(let host, let reason): "\(host): no secure connection: \(Self.quote(reason))"
    case .status(let status, let address): "\(Self.quote(address)): \(Self.meaning(of: status))"
    case .overloaded(let status, let address, let seconds):
      "\(Self.quote(address)): overloaded (status \(status)); try again in \(Self.time(seconds))"
    case .tooLarge(let address, let limit):
      "\(Self.quote(address)): larger than \(limit >> 20) MB; download it and open the file"
    case .notText(let address, let type):
      "\(Self.quote(address)): is \(type), not text; open it in a browser"
    case .redirectRefused(let from, let to):
      "\(from): redirects to \(Self.quote(to)), which skein does not follow"
    case .elsewhere(let address): "\(Self.quote(address)): is on another site, which is not asked"
    case .redirectsWithoutEnd(let address): "\(Self.quote(address)): too many redirects"
    case .privateNetwork(let host):
      "\(host): is in a private network, which pages may not contact; type its address yourself to allow it"
    case .movedInside(let host):
      "\(host): now has another private address; start skein again to allow it"
    case .cutOff(let address):
      "\(Self.quote(address)): connection closed before the page was complete; try again"
    case .cancelled: "stopped"
    case .failed(let address, let reason): "\(Self.quote(address)): \(Self.quote(reason))"
    }
  }

  /// The beginning of `text`, without control characters.
  private static func quote(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(quoteLimit)
    let plain = start.map { $0.properties.generalCategory == .control ? "?" : $0 }
    return String(String.UnicodeScalarView(plain)) + (start.endIndex < text.endIndex ? "…" : "")
  }

  private static func time(_ seconds: Int) -> String {
    switch seconds {
    case ..<120: "\(seconds) s"
    case ..<7200: "\((seconds + 59) / 60) minutes"
    default: "\((seconds + 3599) / 3600) hours"
    }
  }

  private static func meaning(of status: Int) -> String {
    switch status {
    case 401, 407: "needs a login (status \(status)); save the page in a browser"
    case 403: "access denied (status 403); save the page in a browser"
    case 404, 410: "no such page (status \(status))"
    case 429: "too many requests (status 429); try again later"
    case 500...: "server error (status \(status)); try again later"
    default: "unexpected answer (status \(status))"
    }
  }
}
