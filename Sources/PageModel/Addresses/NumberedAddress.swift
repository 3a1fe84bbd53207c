/// An address that may be one of several pages, told apart by a number.
package struct NumberedAddress {
  /// How the number is written.
  package enum Style {
    /// `…/comment-page-2/` or `?cpage=2`: WordPress' pages of comments.
    case comments
    /// `…/2/` or `?page=2`: WordPress' pages of an article.
    case article
  }

  /// The address without the number: host and path, and what else is asked for.
  package let stem: String
  /// The address with the number, as if that were nothing special.
  package let whole: String
  /// The number; nil: the address has none.
  package let number: Int?
  /// What follows `#`, empty if nothing does.
  package let fragment: Substring
  /// Whether it leads to the form that answers a comment.
  package let isReply: Bool

  private let site: Substring
  private let path: [Substring]
  private let query: [Substring]
  private let style: Style
  /// Whether the number stands among what is asked for, or would.
  package let isInQuery: Bool

  /// Takes apart an absolute address; nil if it is none.
  package init?(_ address: String, _ style: Style) {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    fragment = parts.count > 1 ? parts[1] : ""
    guard let scheme = parts[0].place(of: "://") else { return nil }
    let halves = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = halves[0][scheme.upperBound...]
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    site = halves[0][..<slash]
    var path = rest[slash...].split(separator: "/")
    var query = halves.count > 1 ? halves[1].split(separator: "&") : []
    let host = rest[..<slash].hasPrefix("www.") ? rest[..<slash].dropFirst(4) : rest[..<slash]
    func joined() -> String {
      ([host] + path).joined(separator: "/") + "?" + query.joined(separator: "&")
    }
    isReply = query.contains { $0.hasPrefix("replytocom=") }
    query.removeAll { $0.hasPrefix("replytocom=") }
    whole = joined()
    let field = style == .comments ? "cpage=" : "page="
    let inQuery = query.firstIndex { $0.hasPrefix(field) }
    let inPath = path.last.flatMap { Self.number(of: $0, style) }
    number = inQuery.flatMap { Self.digits(query[$0].dropFirst(field.count)) } ?? inPath
    isInQuery = inQuery != nil || query.contains { $0.hasPrefix("p=") || $0.hasPrefix("page_id=") }
    if let inQuery { query.remove(at: inQuery) } else if inPath != nil { path.removeLast() }
    stem = joined()
    (self.path, self.query, self.style) = (path, query, style)
  }

  /// Whether the path is that of a whole site.
  package var isRoot: Bool { path.isEmpty && query.isEmpty }

  /// The address of the page with another number; nil: of the one without a number.
  package func page(_ number: Int?) -> String {
    var (path, query) = (path, query)
    if let number, isInQuery {
      query.append((style == .comments ? "cpage=" : "page=") + "\(number)")
    } else if let number {
      path.append((style == .comments ? "comment-page-" : "") + "\(number)")
    }
    let folders = ([site] + path).joined(separator: "/")
    // WordPress ends addresses with a slash unless told otherwise, and sends on if it is missing.
    return query.isEmpty ? folders + "/" : "\(folders)/?" + query.joined(separator: "&")
  }

  private static func number(of segment: Substring, _ style: Style) -> Int? {
    guard style == .comments else { return digits(segment) }
    let prefix = "comment-page-"
    return segment.hasPrefix(prefix) ? digits(segment.dropFirst(prefix.count)) : nil
  }

  private static func digits(_ text: Substring) -> Int? {
    let isNumber = 1...4 ~= text.utf8.count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    return isNumber ? Int(text) : nil
  }
}
