/// The form of an address that all ways of writing it share.
///
/// Scheme, `www.` and `m.` in front of the host, the port that is usual, a fragment, parameters that
/// only tell where a reader came from, and a slash at the end do not matter; the order of parameters
/// does not either.
package enum CanonicalAddress {
  /// Labels in front of a host that lead to the same pages for other screens.
  private static let mobile = ["www", "m", "mobile", "amp", "old", "new", "np", "i"]

  /// Names of parameters that only tell where a reader came from.
  private static let tracking: Set<String> = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid",
    "igshid", "igsh", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok", "ref_src",
    "ref_url", "cmpid", "ocid", "spm", "share_id", "rdt", "oly_anon_id", "oly_enc_id", "vero_id",
    "s_cid", "wt_mc", "at_medium", "at_campaign", "piano_id", "guccounter", "__twitter_impression",
  ]

  /// Beginnings of such names.
  private static let trackingPrefixes = ["utm_", "pk_", "mtm_", "matomo_", "hsa_", "stm_"]

  /// Hosts whose front labels lead to different pages.
  private static let hostsKept: Set<String> = ["i.redd.it"]

  /// `address` in that form, `nil` if it is none of the web.
  package static func of(_ address: String) -> String? {
    // By bytes where that will do: long lists are looked up whole.
    let bytes = address.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[colon...].starts(with: "://".utf8)
    else { return nil }
    let scheme = address[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let behind = bytes[bytes.index(colon, offsetBy: 3)...]
    let rest = Substring(behind.prefix { $0 != UInt8(ascii: "#") })
    let end =
      rest.utf8.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
    let authority = rest[..<end]
    let name = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
    let host = host(of: name ?? authority)
    guard !host.isEmpty else { return nil }
    let target = rest[end...]
    let query = target.utf8.firstIndex(of: UInt8(ascii: "?"))
    var path = target[..<(query ?? target.endIndex)]
    while path.hasSuffix("/") { path.removeLast() }
    let told = query.map { parameters(of: target[target.index(after: $0)...]) } ?? []
    return host + path + (told.isEmpty ? "" : "?" + told.joined(separator: "&"))
  }

  private static func host(of authority: Substring) -> String {
    var host = authority.lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.utf8.count) }
    guard !hostsKept.contains(host) else { return host }
    let point = UInt8(ascii: ".")
    while let dot = host.utf8.firstIndex(of: point), mobile.contains(String(host[..<dot])),
      host.utf8[host.utf8.index(after: dot)...].contains(point)
    {
      host = String(host[host.index(after: dot)...])
    }
    return host
  }

  private static func parameters(of query: Substring) -> [String] {
    query.split(separator: "&").filter { parameter in
      let name = parameter.prefix { $0 != "=" }.lowercased()
      return !tracking.contains(name) && !trackingPrefixes.contains { name.hasPrefix($0) }
    }.map(String.init).sorted()
  }
}
