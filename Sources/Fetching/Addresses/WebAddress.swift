/// A web address: a URL with the scheme `http` or `https` and without fragment (RFC 3986).
///
/// All of it is ASCII without blanks. A name and a password in it are kept apart: they are in no
/// text made of the address, and no link carries them on.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// `http` or `https`.
  package let scheme: String
  /// The host in lower-case ASCII, an IPv6 address in brackets.
  package var host: String { site.text }
  /// The port, `nil` for the scheme's own.
  package let port: Int?
  /// Path and query; begins with a slash.
  package let path: String
  /// Name and password in front of the host, `nil` if there are none.
  let credentials: Credentials?
  /// The host, as a name or a number.
  let site: Host

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
    site = authority.host
    port = authority.port == Self.usualPort(of: scheme) ? nil : authority.port
    credentials = authority.credentials
    self.path = path
  }

  /// `text` without the name and the password in front of the host, if it is an address.
  ///
  /// What is none but begins like one has an ellipsis in place of all before its last `@`, as a
  /// password with a slash is not escaped; it is still no address then.
  static func withoutCredentials(_ text: String) -> String {
    let scheme = text.drop { $0.isWhitespace }.prefix { $0.isLetter }
    guard ["http", "https", "ftp", "ftps"].contains(scheme.lowercased()),
      text[scheme.endIndex...].hasPrefix(":/")
    else { return text }
    let start = text[scheme.endIndex...].firstIndex { $0 != ":" && $0 != "/" } ?? text.endIndex
    let rest = text[start...]
    guard WebAddress(text) != nil else {
      guard let at = rest.lastIndex(of: "@") else { return text }
      return text[..<start] + "…" + text[at...]
    }
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    guard let at = rest[..<end].lastIndex(of: "@") else { return text }
    return String(text[..<start] + text[text.index(after: at)...])
  }

  /// The whole address, without name and password.
  package var description: String { origin + path }

  /// Scheme, host and port.
  package var origin: String { "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "") }

  /// The port to connect to.
  var connectedPort: Int { port ?? Self.usualPort(of: scheme) }

  /// Whether `other` has this origin, or the same host's `https` where this is its `http`, both on
  /// the usual ports.
  package func isSameOrigin(as other: WebAddress) -> Bool {
    host == other.host && hasSamePort(as: other)
  }

  /// Whether `other` has this origin in the same sense, apart from a `www.` in front of the host.
  package func isSameSite(as other: WebAddress) -> Bool {
    func bare(_ host: String) -> Substring {
      host.hasPrefix("www.") ? host.dropFirst(4) : host[...]
    }
    return bare(host) == bare(other.host) && hasSamePort(as: other)
  }

  private func hasSamePort(as other: WebAddress) -> Bool {
    port == other.port && (scheme == other.scheme || scheme == "http" && port == nil)
  }

  /// The same address over `https`, if this is the usual port of `http`.
  package var secured: WebAddress {
    guard scheme == "http", port == nil else { return self }
    return WebAddress("https://" + host + path) ?? self
  }

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
    WebAddress(origin + (path.hasPrefix("/") ? path : "/" + path))
  }

  private static func usualPort(of scheme: String) -> Int { scheme == "http" ? 80 : 443 }

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

/// A name and a password that a site asks for (RFC 7617).
struct Credentials: Hashable, Sendable {
  let name: String
  let password: String

  /// What stands before the `@` of an address; `nil` if it is not plain ASCII or wrongly encoded.
  init?(_ text: Substring) {
    guard text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = PercentCoding.decoded(parts[0]),
      let password = parts.count > 1 ? PercentCoding.decoded(parts[1]) : ""
    else { return nil }
    self.name = name
    self.password = password
  }
}

/// The part of an address between `//` and the path.
private struct Authority {
  let host: Host
  let port: Int?
  let credentials: Credentials?

  init?(_ text: Substring) {
    let at = text.lastIndex(of: "@")
    var rest = at.map { text[text.index(after: $0)...] } ?? text
    var portText: Substring?
    if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("]") {
      portText = rest[rest.index(after: colon)...]
      rest = rest[..<colon]
    }
    if let portText, !portText.isEmpty {
      guard portText.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(portText),
        1...65535 ~= number
      else { return nil }
      port = number
    } else {
      port = nil
    }
    guard rest.utf8.count <= 1024, let host = Host(rest) else { return nil }
    self.host = host
    credentials = at.flatMap { Credentials(text[..<$0]) }
    guard at == nil || credentials != nil else { return nil }
  }
}
