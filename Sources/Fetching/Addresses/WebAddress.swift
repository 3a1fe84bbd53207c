/// A web address: a URL with the scheme `http` or `https` and without fragment (RFC 3986).
///
/// All of it is ASCII without blanks, except for the host, which may be internationalised.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// `http` or `https`.
  package let scheme: String
  /// The host in lower case, an IPv6 address in brackets.
  package let host: String
  /// The port, `nil` for the scheme's own.
  package let port: Int?
  /// Path and query; begins with a slash.
  package let path: String
  /// Name and password in front of the host, `nil` if there are none.
  let credentials: String?

  /// Parses `text`; `nil` if it is not a web address.
  package init?(_ text: String) {
    guard text.utf8.count <= 16384, let start = text.firstRange(of: "://") else { return nil }
    let scheme = text[..<start.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = text[start.upperBound...]
    let end = rest.firstIndex { "/?#\\".contains($0) } ?? rest.endIndex
    // A backslash is a slash for browsers but not for curl: the two would contact different hosts.
    guard end == rest.endIndex || rest[end] != "\\" else { return nil }
    guard let authority = Authority(rest[..<end]) else { return nil }
    let path = rest[end...].prefix { $0 != "#" }
    self.init(
      scheme: scheme,
      authority: authority,
      path: Self.escaped(path.hasPrefix("/") ? String(path) : "/" + path)
    )
  }

  private init(scheme: String, authority: Authority, path: String) {
    self.scheme = scheme
    host = authority.host
    port = authority.port == (scheme == "http" ? 80 : 443) ? nil : authority.port
    credentials = authority.credentials
    self.path = path
  }

  /// The whole address.
  package var description: String { origin(withCredentials: true) + path }

  /// Scheme, host and port, without credentials.
  package var origin: String { origin(withCredentials: false) }

  /// The address that `reference`, a link on this page, leads to; `nil` if it is not a web address.
  package func resolving(_ reference: String) -> WebAddress? {
    let link = reference.drop { $0 == " " || $0.isNewline }
    if let colon = link.firstIndex(of: ":"), Self.isScheme(link[..<colon]) {
      return WebAddress(String(link))
    }
    if link.hasPrefix("//") { return WebAddress(scheme + ":" + link) }
    let own = path.prefix { $0 != "?" }
    if link.hasPrefix("/") { return at(String(link)) }
    if link.hasPrefix("?") { return at(String(own) + link) }
    if link.isEmpty || link.hasPrefix("#") { return self }
    var folders = own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let query = link.firstIndex { $0 == "?" || $0 == "#" } ?? link.endIndex
    var steps = link[..<query].split(separator: "/", omittingEmptySubsequences: false)
    while let first = steps.first, first == "." || first == ".." {
      if first == "..", folders.count > 1 { folders.removeLast() }
      steps.removeFirst()
      if steps.isEmpty { steps = [""] }
    }
    return at((folders + steps).joined(separator: "/") + link[query...])
  }

  /// The address of `path`, which may have a query, on the same site.
  package func at(_ path: String) -> WebAddress? {
    WebAddress(origin(withCredentials: true) + (path.hasPrefix("/") ? path : "/" + path))
  }

  private func origin(withCredentials: Bool) -> String {
    let user = withCredentials ? credentials.map { $0 + "@" } ?? "" : ""
    return "\(scheme)://\(user)\(host)" + (port.map { ":\($0)" } ?? "")
  }

  private static func isScheme(_ text: Substring) -> Bool {
    text.first?.isLetter == true
      && text.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
        default: false
        }
      }
  }

  /// `text` with the bytes percent-encoded that an address must not contain.
  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if 0x21...0x7E ~= byte { bytes.append(byte) } else { PercentCoding.append(byte, to: &bytes) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The part of an address between `//` and the path.
private struct Authority {
  let host: String
  let port: Int?
  let credentials: String?

  init?(_ text: Substring) {
    let at = text.lastIndex(of: "@")
    credentials = at.map { String(text[..<$0]) }
    var rest = at.map { text[text.index(after: $0)...] } ?? text
    var portText: Substring?
    if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("]") {
      portText = rest[rest.index(after: colon)...]
      rest = rest[..<colon]
    }
    if let portText, !portText.isEmpty {
      guard let number = Int(portText), 1...65535 ~= number else { return nil }
      port = number
    } else {
      port = nil
    }
    host = rest.lowercased()
    guard Self.isHost(host), credentials.map(Self.isPlain) ?? true else { return nil }
  }

  private static func isHost(_ host: String) -> Bool {
    guard !host.isEmpty, host.utf8.count <= 255 else { return false }
    if host.hasPrefix("[") {
      return host.hasSuffix("]")
        && host.dropFirst().dropLast().utf8.allSatisfy {
          switch $0 {
          case 0x30...0x39, 0x61...0x66, 0x2E, 0x3A: true
          default: false
          }
        }
    }
    return host.utf8.allSatisfy {
      switch $0 {
      case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...0xFF: true
      default: false
      }
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { 0x21...0x7E ~= $0 }
  }
}
