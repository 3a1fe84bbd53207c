import Glibc

/// Recognises hosts in private networks, which pages must not make skein contact.
enum PrivateNetwork {
  /// Whether the name or number `host` of an address is in a private network.
  ///
  /// A public name may still resolve to a private address: check that with `contains(address:)`.
  static func contains(host: String) -> Bool {
    var name = host[...]
    while name.hasSuffix(".") { name.removeLast() }
    if name.hasPrefix("[") { return contains(address: String(name.dropFirst().dropLast())) }
    let locals = ["localhost", "local", "internal", "lan", "home.arpa", "intranet"]
    if locals.contains(where: { name == $0 || name.hasSuffix("." + $0) }) { return true }
    // inet_aton accepts all forms of 127.0.0.1: 2130706433, 0x7f.1, 0177.0.0.1.
    return contains(address: String(name))
  }

  /// Whether a numeric IP address is private, loopback, link-local, multicast or reserved.
  ///
  /// False if it is not a numeric address. Source: RFC 6890, RFC 4193.
  static func contains(address: String) -> Bool {
    var four = in_addr()
    if inet_aton(address, &four) != 0 { return contains(UInt32(bigEndian: four.s_addr)) }
    var six = in6_addr()
    let plain = String(address.prefix { $0 != "%" })
    guard inet_pton(AF_INET6, plain, &six) == 1 else { return false }
    return withUnsafeBytes(of: &six) { contains(Array($0)) }
  }

  private static func contains(_ address: UInt32) -> Bool {
    let networks: [(start: UInt32, bits: UInt32)] = [
      (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8),
      (0xA9FE_0000, 16), (0xAC10_0000, 12), (0xC000_0000, 24), (0xC0A8_0000, 16),
      (0xC612_0000, 15), (0xE000_0000, 3),
    ]
    return networks.contains { address >> (32 - $0.bits) == $0.start >> (32 - $0.bits) }
  }

  private static func contains(_ bytes: [UInt8]) -> Bool {
    let last = bytes.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
    // An IPv4 address in an IPv6 address: mapped, compatible, or translated (NAT64).
    let isEmbedded =
      bytes.prefix(10).allSatisfy { $0 == 0 } && (bytes[10] == bytes[11])
      && (bytes[10] == 0 || bytes[10] == 0xFF)
    let isTranslated = bytes.prefix(12) == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
    if isEmbedded || isTranslated { return contains(last) }
    // 6to4.
    if bytes[0] == 0x20, bytes[1] == 0x02 {
      return contains(bytes[2..<6].reduce(0) { $0 << 8 | UInt32($1) })
    }
    // Unique local, multicast, link-local, site-local.
    return bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFF || (bytes[0] == 0xFE && bytes[1] >= 0x80)
  }
}
