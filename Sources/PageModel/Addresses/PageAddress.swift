import HTMLParsing

/// Makes the links of a page absolute (RFC 3986, section 5.2, as far as pages use it).
package struct PageAddress: Sendable {
  private let scheme: Substring
  private let host: Substring
  private let path: Substring
  /// The page's own address without a place on it, empty if unknown.
  private let page: Substring

  /// The address of a page: its `base` element, else where it was read or saved from, else its
  /// canonical address, else its site's.
  package init(_ page: HTMLPage, canonical: String?, site: String? = nil) {
    let base = page.tree.first(.base).flatMap { page.link($0) }
    let own = [page.address, page.savedFrom, canonical].compactMap { $0?.absolute }
    let known = [base?.absolute, own.first, site?.absolute].compactMap { $0 }
    let start = known.first ?? ""
    // A base without a host is relative to the page.
    let relative = base?.absolute == nil ? base.flatMap { PageAddress(start).resolve($0) } : nil
    self.init(relative?.absolute ?? start, page: own.first ?? "")
  }

  /// An address; nothing is resolved against one that is not absolute.
  package init(_ address: String) { self.init(address, page: address) }

  private init(_ address: String, page: String) {
    self.page = page.prefix { $0 != "#" }
    guard let colon = address.firstIndex(of: ":"), address[colon...].hasPrefix("://") else {
      (scheme, host, path) = ("", "", "")
      return
    }
    scheme = address[..<colon]
    let rest = address[address.index(colon, offsetBy: 3)...]
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    host = rest[..<end]
    path = rest[end...].prefix { $0 != "?" && $0 != "#" }
  }

  /// The address of a place the page gives a link of its own, such as `#comment-8`; nil as for
  /// `resolve`.
  ///
  /// Links inside a text are left as they are: they lead to its notes.
  package func permalink(_ link: String) -> String? {
    link.hasPrefix("#") && link.count > 1 ? page + link : resolve(link)
  }

  /// What a link leads to; nil if it leads nowhere a reader could go.
  package func resolve(_ link: String) -> String? {
    if link.isEmpty { return nil }
    if let colon = link.utf8.firstIndex(of: 0x3A),
      link.utf8[..<colon].allSatisfy(Self.isSchemeLetter)
    {
      return Self.isFollowed(link[..<colon]) ? link : nil
    }
    guard !host.isEmpty, !link.hasPrefix("#") else { return link }
    if link.hasPrefix("//") { return "\(scheme):\(link)" }
    if link.hasPrefix("/") { return "\(scheme)://\(host)\(link)" }
    if link.hasPrefix("?") { return "\(scheme)://\(host)\(path)\(link)" }
    var folders = path.split(separator: "/", omittingEmptySubsequences: true)
    if !path.hasSuffix("/"), !folders.isEmpty { folders.removeLast() }
    var rest = link[...]
    while true {
      if rest.hasPrefix("./") {
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("../") {
        rest = rest.dropFirst(3)
        _ = folders.popLast()
      } else {
        break
      }
    }
    let folder = folders.isEmpty ? "" : "/" + folders.joined(separator: "/")
    return "\(scheme)://\(host)\(folder)/\(rest)"
  }

  private static func isSchemeLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || 0x30...0x39 ~= byte || byte == 0x2B || byte == 0x2D
      || byte == 0x2E
  }

  private static func isFollowed(_ scheme: Substring) -> Bool {
    let common = scheme == "https" || scheme == "http"
    return common
      || !["javascript", "data", "vbscript", "about", "blob"].contains(scheme.lowercased())
  }
}

extension String {
  /// The address if it names its host, `https` where it leaves the scheme to the page's; else nil.
  fileprivate var absolute: String? {
    hasPrefix("//") ? "https:" + self : has("://") ? self : nil
  }
}
