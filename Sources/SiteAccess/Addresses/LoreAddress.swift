/// What people have at hand of a thread on a mailing list: an address, the id of a message, a list.
package enum LoreAddress {
  /// The page on lore.kernel.org that `text` means; `nil` if it means none.
  ///
  /// It may be a `Message-ID`, with its brackets or without, the name of a list, or an address, which is
  /// returned as it is.
  package static func page(of text: String) -> String? {
    if text.contains("://") { return text }
    var id = text[...]
    for mark in ["mid:", "id:", "Message-ID:", "Message-Id:"] where id.hasPrefix(mark) {
      id = id.dropFirst(mark.count)
    }
    id = id.drop { $0 == " " || $0 == "<" }
    while let last = id.last, last == " " || last == ">" { id.removeLast() }
    guard !id.isEmpty, id.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    if id.contains("@") { return "https://lore.kernel.org/all/\(encoded(id))/" }
    let isName = id.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
    return isName ? "https://lore.kernel.org/\(id)/" : nil
  }

  /// An id as a step of a path: what has a meaning there is written by its number.
  private static func encoded(_ id: Substring) -> String {
    let signs: [(String, String)] = [("%", "%25"), ("/", "%2F"), ("?", "%3F"), ("#", "%23")]
    return signs.reduce(String(id)) { $0.replacing($1.0, with: $1.1) }
  }
}
