/// Why nothing came from the web.
package enum FetchError: Error, Hashable, CustomStringConvertible {
  /// The program that fetches is not installed.
  case noCurl
  /// Not an address of the web.
  case badAddress(String)
  /// No machine has this name.
  case noSuchHost(String)
  /// The machine does not answer, or turned the call down.
  case unreachable(String)
  /// It took too long.
  case timedOut(String)
  /// The connection cannot be trusted, or not be made safe; curl's words for why.
  case insecure(String, String)
  /// The site answered with a status that is no success.
  case status(Int, String)
  /// The answer has more bytes than were to be taken.
  case tooLarge(String, limit: Int)
  /// The answer is no text but of this kind.
  case notText(String, String)
  /// The site sends to an address that is not followed.
  case redirectRefused(from: String, to: String)
  /// The site sends from address to address without end.
  case redirectsWithoutEnd(String)
  /// An address inside a private network that nobody typed.
  case privateNetwork(String)
  /// The connection ended before the answer did.
  case cutOff(String)
  /// The person stopped it.
  case cancelled
  /// Anything else, in curl's or the system's words.
  case failed(String, String)

  /// What is wrong and what to do about it, on one line.
  package var description: String {
    switch self {
    case .noCurl:
      "curl is not installed, and it is what fetches pages; install it (apt-get install curl)"
    case .badAddress(let address):
      "\(address): not an address of the web; it begins with http:// or https://"
    case .noSuchHost(let host): "\(host): no such host; check the address and the network"
    case .unreachable(let host): "\(host): cannot be reached; try again later"
    case .timedOut(let host): "\(host): takes too long; try again later"
    case .insecure(let host, let reason): "\(host): no safe connection: \(reason)"
    case .status(let status, let address): "\(address): \(Self.meaning(of: status))"
    case .tooLarge(let address, let limit):
      "\(address): larger than \(limit >> 20) MB; save it and name the file"
    case .notText(let address, let type): "\(address): is no text but \(type); open it in a browser"
    case .redirectRefused(let from, let to): "\(from): sends to \(to), which is not followed"
    case .redirectsWithoutEnd(let address): "\(address): sends from address to address without end"
    case .privateNetwork(let host):
      "\(host): is inside a private network; name the address yourself to go there"
    case .cutOff(let address): "\(address): the connection ended before the page did; try again"
    case .cancelled: "stopped"
    case .failed(let address, let reason): "\(address): \(reason)"
    }
  }

  private static func meaning(of status: Int) -> String {
    switch status {
    case 401, 407: "the site wants a login (status \(status)); save the page in a browser"
    case 403: "the site refuses (status 403); save the page in a browser"
    case 404, 410: "no such page (status \(status))"
    case 429: "the site wants fewer requests (status 429); try again later"
    case 500...: "the site has failed (status \(status)); try again later"
    default: "the site answered with status \(status)"
    }
  }
}
