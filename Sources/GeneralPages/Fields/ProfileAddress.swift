/// Addresses of people's own pages.
enum ProfileAddress {
  /// Whether a link leads to somebody's page; O(length), no memory.
  static func isProfile(_ link: String) -> Bool {
    var link = link
    return link.withUTF8 { isProfile(UnsafeRawBufferPointer($0)) }
  }

  /// The same, of UTF-8.
  static func isProfile(_ link: UnsafeRawBufferPointer) -> Bool {
    // Links from the page's own folder lack the slash.
    if slashed.contains(where: { starts($0.dropFirst(), link, at: 0) }) { return true }
    for (offset, byte) in link.enumerated() where byte < 0x80 {
      let parts = table[Int(byte)]
      if !parts.isEmpty, parts.contains(where: { starts($0[...], link, at: offset) }) {
        return true
      }
    }
    return false
  }

  /// Whether a part stands at an offset, whatever the case of its letters.
  private static func starts(
    _ part: ArraySlice<UInt8>,
    _ link: UnsafeRawBufferPointer,
    at offset: Int
  ) -> Bool {
    guard offset + part.count <= link.count else { return false }
    var place = offset
    for byte in part {
      let found = link[place]
      guard (found &- 0x41 < 26 ? found | 0x20 : found) == byte else { return false }
      place += 1
    }
    return true
  }

  /// The parts that begin with a slash.
  private static let slashed = table[0x2F]

  /// The parts by the byte they begin with, a letter of either case.
  private static let table: [[[UInt8]]] = {
    var table = [[[UInt8]]](repeating: [], count: 0x80)
    for part in rows.flatMap(\.parts) {
      let bytes = Array(part.utf8)
      guard let first = bytes.first else { continue }
      table[Int(first)].append(bytes)
      if first &- 0x61 < 26 { table[Int(first & 0xDF)].append(bytes) }
    }
    return table
  }()

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
