import HTMLParsing

/// Mail addresses that Cloudflare hides from programs that collect them.
///
/// An address is written in hexadecimal digits: a key of one byte, then the address, each byte of it
/// combined with the key by exclusive or. A script on the page shows it.
package enum HiddenMail {
  /// The address that digits stand for; nil if they stand for none.
  ///
  /// O(length).
  package static func decode(_ digits: some StringProtocol) -> String? {
    let digits = Array(digits.utf8)
    guard digits.count >= 8, digits.count <= mostDigits, digits.count.isMultiple(of: 2) else {
      return nil
    }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[start]), let low = value(digits[start + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    let key = bytes.removeFirst()
    let address = String(decoding: bytes.map { $0 ^ key }, as: UTF8.self).collapsed
    return address.utf8.contains(UInt8(ascii: "@")) ? address : nil
  }

  /// The `mailto:` address that a link to Cloudflare's own page stands for, nil for other links.
  package static func link(_ address: String) -> String? {
    guard address.utf8.contains(UInt8(ascii: "#")),
      let start = address.place(of: "/cdn-cgi/l/email-protection#")
    else { return nil }
    return decode(address[start.upperBound...]).map { "mailto:" + $0 }
  }

  /// No address is longer.
  private static let mostDigits = 1024

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }
}

extension HTMLPage {
  /// The mail address that an element hides and shows once a script ran, nil if it hides none.
  package func hiddenMail(_ id: HTMLNodeID) -> String? {
    guard let hiddenMailName, let digits = tree.attribute(hiddenMailName, of: id) else {
      return nil
    }
    return HiddenMail.decode(digits)
  }
}
