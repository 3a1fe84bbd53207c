import Glibc

/// A numeric address of the internet protocol, version 4 or 6.
package struct IPAddress: Hashable, Sendable, CustomStringConvertible {
  /// The four or sixteen bytes, the most significant first.
  let bytes: [UInt8]

  /// Four or sixteen bytes; `nil` for any other number.
  init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads an address without brackets; a zone such as `%eth0` is left out.
  ///
  /// Version 4 is understood in all forms that `inet_aton` knows, such as `0x7f.1`.
  package init?(_ text: String) {
    let plain = String(text.prefix { $0 != "%" })
    guard plain.utf8.allSatisfy(Self.isPart) else { return nil }
    var four = in_addr()
    var six = in6_addr()
    if inet_aton(plain, &four) != 0 {
      bytes = withUnsafeBytes(of: &four) { Array($0) }
    } else if inet_pton(AF_INET6, plain, &six) == 1 {
      bytes = withUnsafeBytes(of: &six) { Array($0) }
    } else {
      return nil
    }
  }

  /// The address in its usual form: four decimal numbers, or RFC 5952 without brackets.
  package var description: String {
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { text in
      guard let start = text.baseAddress,
        inet_ntop(family, bytes, start, socklen_t(text.count)) != nil
      else { return "" }
      return String(cString: start)
    }
  }

  /// The address as it stands in a URL, version 6 in brackets.
  var inURL: String { bytes.count == 4 ? description : "[\(description)]" }

  /// Whether the first `count` bits are those of `network`, which may be shorter.
  func begins(with network: [UInt8], bits count: Int) -> Bool {
    let (whole, rest) = (count / 8, count % 8)
    guard bytes.count * 8 >= count, network.count * 8 >= count,
      bytes.prefix(whole).elementsEqual(network.prefix(whole))
    else { return false }
    return rest == 0 || (bytes[whole] ^ network[whole]) >> (8 - UInt8(rest)) == 0
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66, 0x58, 0x78, 0x2E, 0x3A: true
    default: false
    }
  }
}
