/// Addresses of people's own pages.
enum ProfileAddress {
  /// Whether a link leads to somebody's page; O(length), no memory.
  static func isProfile(_ link: UnsafeRawBufferPointer) -> Bool {
    let table = table
    return table.parts.withUnsafeBufferPointer { parts in
      table.starts.withUnsafeBufferPointer { starts in
        // Links from the page's own folder lack the slash.
        for part in parts[starts[0x2F]..<starts[0x30]] where part.stands(in: link, at: -1) {
          return true
        }
        guard link.count > 1 else { return false }
        for offset in 0..<(link.count - 1) {
          let (byte, next) = (link[offset], link[offset + 1])
          guard table.seconds[Int(byte & 0x1F)] & 1 << UInt32(next & 0x1F) != 0, byte < 0x80 else {
            continue
          }
          let letter = Int(byte &- 0x41 < 26 ? byte | 0x20 : byte)
          for index in starts[letter]..<starts[letter + 1]
          where parts[index].stands(in: link, at: offset) {
            return true
          }
        }
        return false
      }
    }
  }

  /// A part of such an address.
  private struct Part {
    let text: StaticString
    /// The byte it begins with.
    var first: UInt8 { text.utf8Start[0] }

    /// Whether it stands at an offset, whatever the case of its letters; its first byte is known to.
    @inline(__always)
    func stands(in link: UnsafeRawBufferPointer, at offset: Int) -> Bool {
      let (bytes, count) = (text.utf8Start, text.utf8CodeUnitCount)
      guard offset + count <= link.count else { return false }
      for index in 1..<count {
        let found = link[offset + index]
        guard (found &- 0x41 < 26 ? found | 0x20 : found) == bytes[index] else { return false }
      }
      return true
    }
  }

  /// The parts by the byte they begin with, where those of each byte begin, and which bytes come
  /// second behind which: a bit for each, by the five lowest bits of both, which are the same for
  /// small letters and capitals.
  private static let table: (parts: [Part], starts: [Int], seconds: [UInt32]) = {
    let parts = rows.flatMap(\.parts).map(Part.init).sorted { $0.first < $1.first }
    let starts = (0...0x80).map { byte in parts.count { $0.first < byte } }
    var seconds = [UInt32](repeating: 0, count: 32)
    for part in parts {
      seconds[Int(part.first & 0x1F)] |= 1 << UInt32(part.text.utf8Start[1] & 0x1F)
    }
    return (parts, starts, seconds)
  }()

  /// Parts of such addresses, in lower case, and where they are found.
  static let rows: [(parts: [StaticString], reason: String)] = [
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
