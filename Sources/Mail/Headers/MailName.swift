/// Who wrote a message, by the `From` field (RFC 5322, section 3.4).
enum MailName {
  /// The name of the first mailbox in an unfolded value, its address if it has none; empty if there is
  /// neither.
  ///
  /// Reads `"Name" <a@b>`, `Name <a@b>`, `a@b (Name)` and `a@b`. O(length).
  static func name(in value: [UInt8]) -> String {
    var phrase: [UInt8] = []
    var comment: [UInt8] = []
    var address: [UInt8] = []
    var (isQuoted, depth, isAddress, isEscaped) = (false, 0, false, false)
    for byte in value {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\"), isQuoted || depth > 0 {
        isEscaped = true
        continue
      } else if isQuoted || depth == 0 && byte == UInt8(ascii: "\"") {
        if byte == UInt8(ascii: "\"") {
          isQuoted.toggle()
          continue
        }
      } else if byte == UInt8(ascii: "(") {
        depth += 1
        if depth == 1 { continue }
      } else if byte == UInt8(ascii: ")"), depth > 0 {
        depth -= 1
        if depth == 0 { continue }
      } else if depth == 0 {
        if byte == UInt8(ascii: "<") {
          isAddress = true
          continue
        }
        if byte == UInt8(ascii: ">") || byte == UInt8(ascii: ",") && (isAddress || isPlain(phrase))
        {
          break
        }
      }
      if depth > 0 {
        comment.append(byte)
      } else if isAddress {
        address.append(byte)
      } else {
        phrase.append(byte)
      }
    }
    let named = decoded(phrase)
    if isAddress { return named.isEmpty ? decoded(comment, or: address) : named }
    // Without brackets the words are the address.
    return decoded(comment, or: phrase)
  }

  /// Whether words are an address: the next comma parts mailboxes.
  private static func isPlain(_ phrase: [UInt8]) -> Bool { phrase.contains(UInt8(ascii: "@")) }

  private static func decoded(_ text: [UInt8], or other: [UInt8] = []) -> String {
    let words = EncodedWords.decode(text).utf8.split { $0 == 0x20 || $0 == 0x09 }
    let name = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
    guard name.isEmpty, !other.isEmpty else {
      // A name that was quoted twice.
      return name.count > 2 && name.hasPrefix("'") && name.hasSuffix("'")
        ? String(name.dropFirst().dropLast()) : name
    }
    return decoded(other)
  }
}
