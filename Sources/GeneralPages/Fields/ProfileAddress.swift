/// Addresses of people's own pages.
enum ProfileAddress {
  /// Whether a link leads to somebody's page.
  static func isProfile(_ link: String) -> Bool {
    let link = "/\(link.lowercased())"
    return rows.contains { $0.parts.contains { link.contains($0) } }
  }

  /// Parts of such addresses, in lower case, and where they are found.
  static let rows: [(parts: [String], reason: String)] = [
    (["/user", "/u/"], "most forums and magazines; Discourse and Reddit shorten it"),
    (["/profil", "/account"], "a page of one's own, in several languages"),
    (["/member", "/membre", "/mitglied"], "boards call their users members"),
    (["/benutzer", "/usuario"], "German and Spanish sites"),
    (["/people/", "/commenter", "/by/"], "magazines that list what a person wrote"),
    (["/author", "author="], "weblogs, whose commenters may be authors"),
    (["/~", "/@"], "homes on shared servers; Medium, Mastodon and their like"),
    (["profile.php", "member.php"], "phpBB and vBulletin before addresses were readable"),
    (["showuser=", "userid=", "user=", "uid="], "boards that ask for a user by number"),
    (["/id/"], "Steam, and sites that sign in with its accounts"),
  ]
}
