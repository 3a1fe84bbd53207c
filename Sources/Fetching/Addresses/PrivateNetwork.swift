/// Recognises hosts in private networks, which pages must not make skein contact.
enum PrivateNetwork {
  private typealias Network = (bytes: [UInt8], bits: Int)

  /// Networks of version 4 that are not part of the public internet, or reserved (RFC 6890).
  private static let four: [Network] = [
    ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12),
    ([192, 0, 0], 24), ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15),
    ([198, 51, 100], 24), ([203, 0, 113], 24), ([224], 3),
  ]

  /// The part of version 6 that is assigned to the public internet (RFC 4291).
  private static let global: Network = ([0x20], 3)

  /// Networks in it that are not public: Teredo and other assignments to protocols, documentation.
  private static let six: [Network] = [
    ([0x20, 0x01, 0], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x3F, 0xFF, 0], 20),
  ]

  /// Networks whose addresses hold one of version 4, and at which byte: 6to4, mapped, NAT64.
  private static let embedding: [(network: Network, offset: Int)] = [
    (([0x20, 0x02], 16), 2),
    (([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96), 12),
    (([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], 96), 12),
  ]

  /// Whether an address is private, loopback, link-local, multicast or reserved.
  static func contains(_ address: IPAddress) -> Bool {
    func isIn(_ network: Network) -> Bool {
      address.begins(with: network.bytes, bits: network.bits)
    }
    if address.bytes.count == 4 { return four.contains(where: isIn) }
    if let offset = embedding.first(where: { isIn($0.network) })?.offset {
      return IPAddress(bytes: Array(address.bytes[offset..<offset + 4])).map(contains) ?? true
    }
    return !isIn(global) || six.contains(where: isIn)
  }

  /// Endings of names that are not part of the public name system (RFC 6761, 6762, 8375 and use).
  private static let endings: Set<Substring> = [
    "local", "localhost", "localdomain", "internal", "intranet", "private", "corp", "home", "lan",
    "home.arpa", "test",
  ]

  /// Whether a host's name is one that only a private network uses: `localhost`, `printer.lan`, or
  /// any name without a dot.
  static func looksPrivate(_ name: String) -> Bool {
    guard let dot = name.firstIndex(of: ".") else { return true }
    var rest = name[name.index(after: dot)...]
    if endings.contains(rest) { return true }
    while let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      if endings.contains(rest) { return true }
    }
    return false
  }
}
