/// Why a request failed.
package enum FetchError: Error, Hashable, CustomStringConvertible {
  /// curl is not installed.
  case noCurl
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
  /// The answer is larger than `limit` bytes.
  case tooLarge(String, limit: Int)
  /// The answer is not text but has this media type.
  case notText(String, String)
  /// The site redirects to an address that is not followed.
  case redirectRefused(from: String, to: String)
  /// There are too many redirects.
  case redirectsWithoutEnd(String)
  /// The host is in a private network, and the user did not name it.
  case privateNetwork(String)
  /// The connection was closed before the answer was complete.
  case cutOff(String)
  /// The user stopped it.
  case cancelled
  /// Another failure; the second value is curl's or the system's reason.
  case failed(String, String)

  /// What is wrong and what to do about it, on one line.
  package var description: String {
    switch self {
    case .noCurl:
      "curl, which fetches pages, is not installed; install it (apt-get install curl)"
    case .badAddress(let address):
      "\(address): not a web address; type one that begins with http:// or https://"
    case .noSuchHost(let host): "\(host): no such host; check the address and your network"
    case .unreachable(let host): "\(host): cannot connect; try again later"
    case .timedOut(let host): "\(host): no answer in time; try again later"
    case .insecure(let host, let reason): "\(host): no secure connection: \(reason)"
    case .status(let status, let address): "\(address): \(Self.meaning(of: status))"
    case .tooLarge(let address, let limit):
      "\(address): larger than \(limit >> 20) MB; download it and open the file"
    case .notText(let address, let type): "\(address): is \(type), not text; open it in a browser"
    case .redirectRefused(let from, let to):
      "\(from): redirects to \(to), which skein does not follow"
    case .redirectsWithoutEnd(let address): "\(address): too many redirects"
    case .privateNetwork(let host):
      "\(host): is in a private network; to allow it, open an address there yourself"
    case .cutOff(let address):
      "\(address): connection closed before the page was complete; try again"
    case .cancelled: "stopped"
    case .failed(let address, let reason): "\(address): \(reason)"
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
