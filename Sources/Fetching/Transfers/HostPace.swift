/// How often hosts are asked: between the starts of two requests to one, some time passes.
///
/// A private host, which the user has named, is asked as fast as it answers.
struct HostPace {
  /// How many milliseconds lie between two requests to a host that no row names.
  private static let usualGap = 50

  /// Hosts that ask for more, as they say or are known to, with the gap in milliseconds.
  private static let gaps = [
    // Four requests a second.
    "lobste.rs": 250,
    // Some ten a minute, and more in a row.
    "www.reddit.com": 1500,
    // Lists of it are ids, each of which is asked for; it states no limit.
    "hacker-news.firebaseio.com": 0,
    // Asks programs for one request at a time.
    "wikimedia.org": 250,
    "wikipedia.org": 250,
  ]

  /// When the next request to each host may start, in milliseconds.
  private var next: [String: Int] = [:]

  /// Takes the next turn at a host; returns how many milliseconds it is off at `now`.
  mutating func turn(at address: WebAddress, now: Int) -> Int {
    let host = address.host
    guard !Self.isPrivate(host) else { return 0 }
    let start = max(now, next[host] ?? now)
    next[host] = start + Self.gap(of: host)
    return start - now
  }

  private static func gap(of host: String) -> Int {
    if let gap = gaps[host] { return gap }
    let domain = host.split(separator: ".").suffix(2).joined(separator: ".")
    return gaps[domain] ?? usualGap
  }

  private static func isPrivate(_ host: String) -> Bool {
    if let number = Host(host[...])?.number { return PrivateNetwork.contains(number) }
    return PrivateNetwork.looksPrivate(host)
  }
}
