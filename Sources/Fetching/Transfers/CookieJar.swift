/// The cookies of a run, kept in memory; each is sent only to the host that set it (RFC 6265).
///
/// The attribute `Domain`, which would need the list of public suffixes, is ignored.
struct CookieJar {
  private struct Cookie {
    let name: String
    let value: String
    let path: String
    let isSecure: Bool
  }

  /// How many cookies are kept for a host.
  private static let limit = 50
  /// How many bytes of cookies are sent; servers refuse more.
  private static let headerLimit = 8 << 10

  private var cookies: [String: [Cookie]] = [:]

  /// Stores the cookies that an answer sets.
  mutating func store(_ headers: HeaderBlock, from address: WebAddress) {
    for line in headers.values(of: "set-cookie") where line.utf8.count <= 4096 {
      store(line, from: address)
    }
  }

  /// The value of the header `Cookie` for `address`; `nil` if there are no cookies for it.
  func header(for address: WebAddress) -> String? {
    let path = address.path.prefix { $0 != "?" }
    let fitting = cookies[address.host, default: []].filter { cookie in
      (!cookie.isSecure || address.scheme == "https")
        && (path == cookie.path
          || path.hasPrefix(cookie.path.hasSuffix("/") ? cookie.path : cookie.path + "/"))
    }
    var header = ""
    for cookie in fitting {
      let pair = (header.isEmpty ? "" : "; ") + "\(cookie.name)=\(cookie.value)"
      if header.utf8.count + pair.utf8.count <= Self.headerLimit { header += pair }
    }
    return header.isEmpty ? nil : header
  }

  private mutating func store(_ line: String, from address: WebAddress) {
    let parts = line.split(separator: ";", omittingEmptySubsequences: false).map {
      $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        String($0).trimmingBlanks
      }
    }
    guard let pair = parts.first, pair.count == 2, !pair[0].isEmpty, !line.hasControls else {
      return
    }
    var (path, isSecure, isOver) = (Self.folder(of: address.path), false, false)
    for part in parts.dropFirst() {
      let value = part.count > 1 ? part[1] : ""
      switch part[0].lowercased() {
      case "path" where value.hasPrefix("/"): path = value
      case "secure": isSecure = true
      case "max-age": isOver = (Int(value) ?? 1) <= 0
      // Sites delete a cookie with a date in the past, usually the start of 1970.
      case "expires": isOver = isOver || value.contains("1970")
      default: break
      }
    }
    var own = cookies[address.host, default: []].filter { $0.name != pair[0] || $0.path != path }
    if !isOver, own.count < Self.limit {
      own.append(Cookie(name: pair[0], value: pair[1], path: path, isSecure: isSecure))
    }
    cookies[address.host] = own
  }

  private static func folder(of path: String) -> String {
    let own = path.prefix { $0 != "?" }
    guard let slash = own.lastIndex(of: "/"), slash > own.startIndex else { return "/" }
    return String(own[..<slash])
  }
}

extension String {
  /// Whether there is a control character in the text, such as a line break.
  fileprivate var hasControls: Bool { utf8.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F } }
}
