import CIDN2

/// The host of a web address, in the one form in which it is compared, checked and given to curl.
///
/// Whatever a page writes in place of `127.0.0.1` or `localhost` (other digits and dots, soft
/// hyphens, percent-encoding, octal or hexadecimal numbers) is the same host afterwards.
struct Host: Hashable {
  /// A name in lower-case ASCII without a dot at its end, or a number as it stands in a URL.
  let text: String
  /// The number, `nil` for a name.
  let number: IPAddress?

  /// The host that `text` stands for; `nil` if it is none.
  ///
  /// Names in other scripts are mapped by UTS #46, non-transitional, as in curl and browsers.
  init?(_ text: Substring) {
    if text.hasPrefix("[") {
      guard text.hasSuffix("]"), !text.contains("%") else { return nil }
      self.init(IPAddress(String(text.dropFirst().dropLast())), size: 16)
      return
    }
    guard let decoded = PercentCoding.decoded(text), var name = Self.ascii(decoded) else {
      return nil
    }
    if name.hasSuffix(".") { name.removeLast() }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard name.utf8.count <= 253, labels.allSatisfy(Self.isLabel), let last = labels.last else {
      return nil
    }
    if Self.isNumeric(last) {
      self.init(IPAddress(name), size: 4)
    } else {
      self.init(text: name, number: nil)
    }
  }

  private init?(_ number: IPAddress?, size: Int) {
    guard let number, number.bytes.count == size else { return nil }
    self.init(text: number.inURL, number: number)
  }

  private init(text: String, number: IPAddress?) {
    self.text = text
    self.number = number
  }

  private static func ascii(_ name: String) -> String? {
    guard !name.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
    var result: UnsafeMutablePointer<CChar>?
    let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
    guard idn2_to_ascii_8z(name, &result, flags) == IDN2_OK.rawValue, let result else {
      return nil
    }
    defer { idn2_free(result) }
    return String(cString: result).lowercased()
  }

  private static func isLabel(_ label: Substring) -> Bool {
    1...63 ~= label.utf8.count
      && label.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
      }
  }

  /// Whether a name that ends in `label` can only be an address of version 4.
  private static func isNumeric(_ label: Substring) -> Bool {
    let isHexadecimal =
      label.hasPrefix("0x")
      && label.dropFirst(2).utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
    return isHexadecimal || label.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }
}
