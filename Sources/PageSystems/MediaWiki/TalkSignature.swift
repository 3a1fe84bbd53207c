import DocumentModel
import HTMLParsing
import PageModel

/// A signature on a talk page: links to its author's pages, then the moment in words with its zone.
struct TalkSignature {
  /// The text that holds the moment, as a rule at its end.
  let text: HTMLNodeID
  /// The nodes from the first link to the moment, all in one block; not the text of the moment if its
  /// author went on in it.
  let nodes: [HTMLNodeID]
  /// Whose it is.
  let author: String
  /// The link to the author.
  let link: HTMLNodeID
  /// When it was signed.
  let date: PageDate

  /// The signature that ends in a text, nil if there is none.
  ///
  /// O(length of the block's end).
  init?(endingIn text: HTMLNodeID, _ page: HTMLPage) {
    let words = page.text(text)
    guard let stamp = TalkStamp(words) ?? TalkStamp(within: words) else { return nil }
    // Links before the moment, the nearest first, no further away than a signature is long.
    var links: [(node: HTMLNodeID, owner: Owner)] = []
    var between: [HTMLNodeID] = []
    var length = 0
    var node = Self.previous(text, page)
    while let current = node, length < Self.longest, between.count < Self.mostNodes {
      length += page.text(current).count
      between.append(current)
      let inside = page.tree.descendants(of: current).prefix(Self.mostNodes)
      for inner in [current] + inside.reversed() {
        if let owner = Self.owner(inner, page) { links.append((inner, owner)) }
      }
      node = Self.previous(current, page)
    }
    guard let nearest = links.first else { return nil }
    let all = links.filter { $0.owner.name == nearest.owner.name }
    // Of a namespace that is not known to be that of users, two must agree.
    guard all.contains(where: \.owner.isUser) || Set(all.map(\.owner.space)).count > 1 else {
      return nil
    }
    let own = all.last ?? nearest
    let first = between.lastIndex { $0 == own.node || page.isInside(own.node, $0) } ?? 0
    self.text = text
    nodes = (stamp.isLast ? [text] : []) + between[...first]
    author = nearest.owner.name
    link = own.node
    date = stamp.date
  }

  /// How many characters before the moment may belong to a signature.
  private static let longest = 160
  /// How many nodes before the moment, or in one of them, are looked at.
  private static let mostNodes = 64

  /// The node before another in the same paragraph; emphasis and fonts may stand around parts of it.
  private static func previous(_ node: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    var node = node
    while page.tree[node].previousSibling == nil {
      guard let around = page.tree[node].parent, isPhrasing(around, page) else { return nil }
      node = around
    }
    guard let before = page.tree[node].previousSibling else { return nil }
    return page.tree[before].kind == .text || isPhrasing(before, page) ? before : nil
  }

  private static func isPhrasing(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    switch page.tree[node].tag {
    case .a, .b, .i, .em, .strong, .small, .span, .font, .sup, .sub, .u, .s, .code, .tt, .bdi, .big,
      .img:
      true
    default: false
    }
  }

  /// Whose page a link leads to.
  private struct Owner {
    /// The namespace of the page.
    let space: String
    let name: String
    /// Whether the namespace is known to be that of users.
    let isUser: Bool
  }

  /// Whose page a link leads to: a user's, their talk page or the list of what they wrote.
  private static func owner(_ node: HTMLNodeID, _ page: HTMLPage) -> Owner? {
    guard page.tree[node].tag == .a, !page.has("external", node), !page.has("image", node) else {
      return nil
    }
    if page.has("mw-selflink", node) { return nil }
    let title = self.title(of: node, page)
    guard let colon = title.firstIndex(of: ":"), colon != title.startIndex else { return nil }
    let parts = title[title.index(after: colon)...].split(separator: "/")
    let isContributions = parts.count > 1 && TalkNames.isContributions(parts[0])
    let part = isContributions ? parts.dropFirst().first : parts.first
    let name = part.map { String($0.prefix { $0 != "#" }).collapsed } ?? ""
    let space = title[..<colon].lowercased()
    guard !name.isEmpty else { return nil }
    return Owner(
      space: space,
      name: name,
      isUser: isContributions || TalkNames.isUser(space)
    )
  }

  /// The title of the page a link leads to, as its address has it, without underlines.
  private static func title(of node: HTMLNodeID, _ page: HTMLPage) -> String {
    let link = page.value(.href, node)
    let bytes = Array(link.utf8)
    var path = bytes[...]
    if let query = bytes.range(ofBytes: "title=".utf8) {
      path = bytes[query.upperBound...].prefix { $0 != UInt8(ascii: "&") }
    } else {
      path = path.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      guard let folder = path.lastRange(ofBytes: "/wiki/".utf8) else { return "" }
      path = path[folder.upperBound...]
    }
    let blank = UInt8(ascii: " ")
    let words = path.map { $0 == UInt8(ascii: "_") ? blank : $0 }
    return String(decoding: words, as: UTF8.self).decodedPercents
  }
}

/// What wikis call the pages of their users.
enum TalkNames {
  /// Whether a namespace in small letters is that of users or of their talk pages.
  static func isUser(_ space: String) -> Bool { users.contains { space.has($0) } }

  /// The stems of the namespaces 2 and 3, in English, which every wiki knows, and of large wikis.
  private static let users: [StaticString] = [
    "user", "benutzer", "utilisat", "usuári", "usuario", "usuària", "utente", "gebruiker",
    "wikipedyst", "wikipedist", "wikiskryb", "участни", "обсуждение участни", "користувач",
    "користувачк", "användar", "bruger", "bruker", "käyttäj", "uživatel", "szerkesztő", "kullanıcı",
    "utilizator", "корисник", "потребител", "χρήστης", "لمستخدم", "مستخدم", "کاربر", "משתמש",
    "利用者", "用户", "用戶", "使用者", "사용자", "thành viên", "ผู้ใช้", "suradnik", "uporabnik",
    "redaktor", "lietotāj", "naudotoj", "kasutaja", "notandi", "lankide", "usor",
  ]

  /// Whether a page's name without its namespace is that of the list.
  static func isContributions(_ name: Substring) -> Bool {
    contributions.contains(name.lowercased())
  }

  /// The special page's English name, which every wiki knows, and those of large wikis.
  private static let contributions: Set<String> = [
    "contributions", "contribs", "beiträge", "wkład", "contribuciones", "contributi", "bijdragen",
    "вклад", "внесок", "bidrag", "contribuições", "muokkaukset", "příspěvky", "投稿記録", "用户贡献",
  ]
}
