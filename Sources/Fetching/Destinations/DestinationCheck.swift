import Synchronization
import SystemServices

/// How curl gets to a host.
struct Route: Hashable, Sendable {
  /// The proxy it asks, `nil` for none.
  let proxy: Proxy?
  /// The addresses it may connect to; empty if the host is a number, or the proxy looks up names.
  let addresses: [IPAddress]
}

/// The one place where it is decided whether a host may be contacted, before any request is sent.
///
/// Hosts in private networks may be contacted only if the user has named them, on the port the user
/// has named, and at the addresses their names led to when they were first used. A host that is
/// let through is contacted at the addresses that were checked: curl does not look them up again.
final class DestinationCheck: Sendable {
  /// A host and a port that the user has named.
  private struct Endpoint: Hashable {
    let host: Host
    let port: Int
  }

  private let resolver: Resolver
  private let proxies: ProxySettings
  private let machine: Machine
  /// The addresses of the endpoints the user has named, `nil` until they are known.
  private let trusted = Mutex<[Endpoint: Set<IPAddress>?]>([:])

  init(resolver: Resolver, proxies: ProxySettings, machine: Machine) {
    self.resolver = resolver
    self.proxies = proxies
    self.machine = machine
  }

  /// Allows the host and port of an address that the user has named.
  ///
  /// Naming an address again changes nothing.
  func trust(_ address: WebAddress) {
    let endpoint = Endpoint(host: address.site, port: address.connectedPort)
    trusted.withLock { if $0[endpoint] == nil { $0[endpoint] = .some(nil) } }
  }

  /// The endpoint by which the user has allowed `address`, `nil` if they have not.
  ///
  /// Port 80 allows port 443 of the same host, where many redirect to.
  private func trustedEndpoint(of address: WebAddress) -> Endpoint? {
    let ports =
      address.scheme == "https" && address.port == nil ? [443, 80] : [address.connectedPort]
    return trusted.withLock { trusted in
      ports.lazy.map { Endpoint(host: address.site, port: $0) }.first { trusted[$0] != nil }
    }
  }

  /// The way to the host of `address`, found within some seconds.
  ///
  /// Throws `privateNetwork` if the host must not be contacted.
  func route(
    to address: WebAddress,
    seconds: Int,
    cancellation: Cancellation
  ) throws(FetchError) -> Route {
    let host = address.site
    let endpoint = trustedEndpoint(of: address)
    let isTrusted = endpoint != nil
    let proxy = proxies.proxy(for: address)
    if let number = host.number {
      guard isTrusted || !isInside(number) else { throw .privateNetwork(host.text) }
      return Route(proxy: proxy, addresses: [])
    }
    guard isTrusted || !isInside(name: host.text) else { throw .privateNetwork(host.text) }
    if let proxy, proxy.resolvesNames { return Route(proxy: proxy, addresses: []) }
    let addresses = try resolver.addresses(host.text, seconds, cancellation)
    guard !addresses.isEmpty else { throw .noSuchHost(host.text) }
    let known = endpoint.map { knownAddresses(of: $0, orElse: Set(addresses)) } ?? []
    guard addresses.allSatisfy({ known.contains($0) || !isInside($0) }) else {
      throw isTrusted ? .movedInside(host.text) : .privateNetwork(host.text)
    }
    return Route(proxy: proxy, addresses: addresses)
  }

  /// The addresses at which the user may contact an endpoint; remembers `addresses` if these are
  /// the first.
  private func knownAddresses(
    of endpoint: Endpoint,
    orElse addresses: Set<IPAddress>
  ) -> Set<IPAddress> {
    trusted.withLock { trusted in
      if let known = trusted[endpoint] ?? nil { return known }
      trusted[endpoint] = .some(addresses)
      return addresses
    }
  }

  private func isInside(_ number: IPAddress) -> Bool {
    PrivateNetwork.contains(number) || machine.addresses().contains(number)
  }

  private func isInside(name: String) -> Bool {
    PrivateNetwork.looksPrivate(name) || name == machine.name
  }
}
