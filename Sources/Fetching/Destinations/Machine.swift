import Glibc

/// What this machine is called and reached by: a page must not make skein contact it.
struct Machine: Sendable {
  /// The numeric addresses of its network interfaces.
  let addresses: @Sendable () -> Set<IPAddress>
  /// Its name, `nil` if it has none.
  let name: String?

  /// The machine skein runs on.
  static let own = Machine(addresses: { interfaceAddresses }, name: hostName)

  private static var interfaceAddresses: Set<IPAddress> {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var found: Set<IPAddress> = []
    var next = first
    while let interface = next?.pointee {
      if let address = interface.ifa_addr.flatMap(address) { found.insert(address) }
      next = interface.ifa_next
    }
    return found
  }

  private static func address(_ name: UnsafeMutablePointer<sockaddr>) -> IPAddress? {
    let start = UnsafeRawPointer(name)
    switch Int32(name.pointee.sa_family) {
    case AF_INET:
      return withUnsafeBytes(of: start.load(as: sockaddr_in.self).sin_addr) {
        IPAddress(bytes: Array($0))
      }
    case AF_INET6:
      return withUnsafeBytes(of: start.load(as: sockaddr_in6.self).sin6_addr) {
        IPAddress(bytes: Array($0))
      }
    default: return nil
    }
  }

  private static var hostName: String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { text in
      guard let start = text.baseAddress, gethostname(start, text.count - 1) == 0 else {
        return nil
      }
      text[text.count - 1] = 0
      return String(cString: start).lowercased()
    }
  }
}
