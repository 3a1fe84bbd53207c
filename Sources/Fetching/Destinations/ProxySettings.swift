import SystemServices

/// A server that connects to hosts on behalf of others.
struct Proxy: Hashable, Sendable {
  /// Its address as curl takes it, such as `socks5h://localhost:9050`.
  let address: String

  /// Whether it is told names of hosts, so that nobody here knows which addresses they lead to.
  var resolvesNames: Bool {
    !["socks4://", "socks5://"].contains { address.lowercased().hasPrefix($0) }
  }
}

/// Which proxy is used for an address, by the variables that curl reads from the environment.
package struct ProxySettings: Sendable {
  private let value: @Sendable (String) -> String?

  /// Settings from variables such as `https_proxy`, whose values `value` returns.
  package init(_ value: @escaping @Sendable (String) -> String?) { self.value = value }

  /// The settings in the environment.
  package static let environment = ProxySettings { Environment.value(of: $0) }

  /// No proxy for any address.
  package static let none = ProxySettings { _ in nil }

  /// The proxy for `address`, `nil` if it is contacted directly.
  func proxy(for address: WebAddress) -> Proxy? {
    // Servers set HTTP_PROXY from a header of a request, so that curl and others ignore it.
    let own = address.scheme == "http" ? ["http_proxy"] : ["https_proxy", "HTTPS_PROXY"]
    let proxy = first(of: own + ["all_proxy", "ALL_PROXY"])
    return proxy.flatMap { isExempt(address) ? nil : Proxy(address: $0) }
  }

  private func first(of names: [String]) -> String? { names.lazy.compactMap(value).first }

  /// Whether `no_proxy` names the host, a domain it is in, or a network its number is in.
  private func isExempt(_ address: WebAddress) -> Bool {
    let entries = first(of: ["no_proxy", "NO_PROXY"])?.split { $0 == "," || $0 == " " } ?? []
    return entries.contains { entry in
      if entry == "*" { return true }
      if let number = address.site.number { return Self.network(entry, contains: number) }
      let name = entry.drop { $0 == "." }.lowercased()
      return address.host == name || address.host.hasSuffix("." + name)
    }
  }

  /// Whether `entry`, an address or one with a number of bits as in `10.0.0.0/8`, covers `number`.
  private static func network(_ entry: Substring, contains number: IPAddress) -> Bool {
    let parts = entry.split(separator: "/", maxSplits: 1)
    guard let start = parts.first, let network = IPAddress(start.filter { $0 != "[" && $0 != "]" })
    else { return false }
    let size = network.bytes.count * 8
    guard let bits = parts.count > 1 ? Int(parts[1]) : size, 0...size ~= bits else { return false }
    return network.bytes.count == number.bytes.count
      && number.begins(with: network.bytes, bits: bits)
  }
}
