import DocumentModel

/// An address that may be one of several pages of the same thing, on any site: told from the others
/// by one number.
package struct PagedAddress: Hashable, Sendable {
  /// The address without the number, to compare it with others.
  package let stem: String
  /// The address with the number, as if that were part of a name.
  package let whole: String
  /// The number; nil: the address has none.
  package let number: Int?
  /// Whether the number stands by itself at the end of the path, where it may be a name.
  package let isBare: Bool
  /// Whether the address asks for a version of the page that needs no script, or has all of it.
  package let isWhole: Bool

  /// Takes apart an absolute address; nil if it is none.
  package init?(_ address: String) {
    let plain = Substring(address.utf8.prefix { $0 != 0x23 })
    guard let scheme = plain.place(of: "://") else { return nil }
    // A page may have thousands of links: their bytes are compared, no characters.
    let halves = plain[scheme.upperBound...].utf8.split(
      separator: 0x3F,
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    var path = Self.parts(of: halves[0], at: 0x2F)
    guard let host = path.first?.lowercased() else { return nil }
    path[0] = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    var query = halves.count > 1 ? Self.parts(of: halves[1], at: 0x26) : []
    isWhole = query.contains { Self.asksForAll($0) }
    query.removeAll { Self.asksForAll($0) }
    whole = Self.joined(path, query)
    (number, isBare) = Self.takeNumber(from: &path, &query)
    stem = Self.joined(path, query)
  }

  private static func parts(of text: Substring.UTF8View, at separator: UInt8) -> [String] {
    text.split(separator: separator).map { String(Substring($0)) }
  }

  private static func joined(_ path: [String], _ query: [String]) -> String {
    var text = path.joined(separator: "/") + "?"
    if !query.isEmpty { text += query.sorted().joined(separator: "&") }
    return text
  }

  /// Removes the number of the page; whether it was the last part of the path by itself.
  private static func takeNumber(
    from path: inout [String],
    _ query: inout [String]
  ) -> (Int?, Bool) {
    for (index, field) in query.enumerated() {
      let parts = field.utf8.split(separator: 0x3D, maxSplits: 1).map(Substring.init)
      guard parts.count == 2, let number = digits(parts[1]) else { continue }
      let name = parts[0].lowercased()
      // WordPress calls its posts so.
      guard fields.contains(name) || name == "p" && path.count > 1 else { continue }
      query.remove(at: index)
      return (number, false)
    }
    guard path.count > 1, let last = path.last?.lowercased() else { return (nil, false) }
    if let number = digits(last[...]) {
      path.removeLast()
      guard path.count > 1, let word = path.last?.lowercased(), words.contains(word) else {
        return (number, true)
      }
      path.removeLast()
      return (number, false)
    }
    for word in words where last.hasPrefix(word) {
      let rest = last.dropFirst(word.count).drop { "-_".contains($0) }
      guard let number = digits(rest) else { continue }
      path.removeLast()
      return (number, false)
    }
    return (nil, false)
  }

  private static func digits(_ text: Substring) -> Int? {
    let isNumber = 1...6 ~= text.utf8.count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    return isNumber ? Int(text) : nil
  }

  /// What the number of a page, or of its first comment, is called in a query.
  private static let fields: Set<String> = [
    "page", "pg", "pn", "paged", "cpage", "pageno", "pagenr", "page_no", "pagenumber",
    "page_number", "pagenum", "page_num", "currentpage", "current_page", "comment_page",
    "comments_page", "comment-page", "comments-page", "commentpage", "commentspage", "cp", "cpg",
    "seite", "pagina", "strona", "sida", "sivu", "side", "stranka", "oldal", "sayfa", "start",
    "offset", "st", "from", "begin", "skip",
  ]
  /// What stands before the number in a path.
  private static let words: Set<String> = [
    "page", "p", "pg", "seite", "pagina", "strona", "sida", "sivu", "side", "stranka", "oldal",
    "sayfa", "comment-page", "comments-page",
  ]

  /// Whether a field of a query asks for all of a discussion, or for a page without scripts.
  private static func asksForAll(_ field: String) -> Bool {
    let parts = field.lowercased().utf8.split(separator: 0x3D, maxSplits: 1).map {
      String(Substring($0))
    }
    guard let name = parts.first else { return false }
    let value = parts.count > 1 ? parts[1] : ""
    if plain.contains(name) { return value != "0" && value != "false" }
    return ["all", "full"].contains(value) && (fields.contains(name) || views.contains(name))
      || ["js", "javascript"].contains(name) && ["0", "off", "false", "no"].contains(value)
  }

  /// Fields by which sites are asked for all comments, or for a page without scripts.
  private static let plain: Set<String> = [
    "noscript", "nojs", "no_js", "no-js", "noscripts", "nojavascript", "showcomments",
    "show_comments", "show-comments", "showallcomments", "allcomments", "all_comments",
    "all-comments", "viewall", "view_all", "showall", "show_all",
  ]
  /// Fields that choose how a discussion is shown.
  private static let views: Set<String> = [
    "view", "comments", "show", "display", "mode", "limit", "per_page", "perpage",
  ]
}
