/// Addresses of links as they are shown and opened.
package enum LinkAddress {
  /// `address` with everything percent-encoded that cannot be seen or changes the order of text.
  ///
  /// So what is shown is what is opened. At the ends such characters are left out, as blanks are.
  /// O(length).
  package static func escaped(_ address: String) -> String {
    // Most are ASCII, and one look at the bytes tells.
    guard !address.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }),
      address.unicodeScalars.contains(where: isHidden)
    else { return address }
    let scalars = Array(address.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !isHidden($0) }),
      let last = scalars.lastIndex(where: { !isHidden($0) })
    else { return "" }
    var escaped = String.UnicodeScalarView()
    for scalar in scalars[first...last] {
      if isHidden(scalar) {
        escaped.append(contentsOf: percentEncoded(scalar).unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// Whether `address` begins with `http://` or `https://`, in capitals or not.
  package static func isWeb(_ address: some StringProtocol) -> Bool {
    let start = address.prefix(8).lowercased()
    return start.hasPrefix("http://") || start == "https://"
  }

  /// Whether `address` leads somewhere outside the page's own scripts.
  package static func leadsSomewhere(_ address: some StringProtocol) -> Bool {
    let start = address.prefix(11).lowercased()
    return !address.isEmpty
      && !["javascript:", "vbscript:", "data:", "blob:", "about:"].contains { start.hasPrefix($0) }
  }

  /// `scalar`'s UTF-8 as RFC 3986 writes it, such as `%E2%80%AE`.
  package static func percentEncoded(_ scalar: Unicode.Scalar) -> String {
    UTF8.encode(scalar)?.reduce(into: "") { text, byte in
      text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    } ?? ""
  }

  /// Line breaks and blanks are not hidden: what they do to an address is seen.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0x09...0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
    default:
      scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
    }
  }
}
