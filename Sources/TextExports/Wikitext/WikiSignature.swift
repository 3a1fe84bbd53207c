import DocumentModel
import HTMLParsing

/// The signature at the end of a comment in wikitext: links to its author, and when it was signed.
///
/// `~~~~` becomes such a signature (mediawiki.org/wiki/Help:Signatures); words and their order are
/// those of the wiki's language, the time with its zone in brackets is the same everywhere.
struct WikiSignature {
  /// The author's name.
  let author: String
  /// The date in the words of the wiki.
  let date: String
  /// How much of the line stands before it, in bytes.
  let start: Int

  /// The most bytes of links and words between the author and the end of the line.
  private static let limit = 600
  /// The most bytes of a date.
  private static let dateLimit = 80

  /// The signature that `line` ends with, nil if it ends with none.
  init?(_ line: ArraySlice<UInt8>) {
    if let unsigned = WikiSignature(unsigned: line) {
      self = unsigned
      return
    }
    // The date begins after the last link or bracket before the zone.
    guard let zone = Self.zone(line),
      let close = line[..<zone.lowerBound].lastIndex(where: Self.ends)
    else { return nil }
    let words = line[(close + 1)..<zone.upperBound]
    guard words.count <= Self.dateLimit, Self.holdsTime(words) else { return nil }
    guard let author = Self.author(line[..<(close + 1)]) else { return nil }
    self.author = author.name
    date = String(decoding: words, as: UTF8.self).trimmedBlanks
    start = author.start - line.startIndex
  }

  private init(author: String, date: String, start: Int) {
    (self.author, self.date, self.start) = (author, date, start)
  }

  /// What the templates for forgotten signatures hold: `{{unsigned|Name|10:25, 21 April 2021 (UTC)}}`.
  private init?(unsigned line: ArraySlice<UInt8>) {
    guard let open = line.lastRange(ofBytes: "{{".utf8)?.lowerBound,
      let close = line[open...].range(ofBytes: "}}".utf8)?.lowerBound
    else { return nil }
    let parts = line[(open + 2)..<close].split(separator: 0x7C).map {
      String(decoding: $0, as: UTF8.self).trimmedBlanks
    }
    guard parts.count >= 2, parts[0].lowercased().contains("unsigned") else { return nil }
    self.init(
      author: parts[1],
      date: parts.count > 2 ? parts[2] : "",
      start: open - line.startIndex
    )
  }

  /// The last `(UTC)` or the like.
  private static func zone(_ line: ArraySlice<UInt8>) -> Range<Int>? {
    guard let close = line.lastIndex(of: 0x29), line.endIndex - close <= limit,
      let open = line[..<close].lastIndex(of: 0x28)
    else { return nil }
    let name = line[(open + 1)..<close]
    let isZone = 2...5 ~= name.count && name.allSatisfy { 0x41...0x5A ~= $0 }
    return isZone ? open..<(close + 1) : nil
  }

  private static func ends(_ byte: UInt8) -> Bool { byte == 0x5D || byte == 0x29 || byte == 0x3E }

  /// Whether a time of day stands there: digits, a colon, two digits.
  private static func holdsTime(_ words: ArraySlice<UInt8>) -> Bool {
    words.indices.dropFirst().dropLast(2).contains { index in
      words[index] == 0x3A && isDigit(words[index - 1]) && isDigit(words[index + 1])
        && isDigit(words[index + 2])
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// The name behind the last link to a user, and where the links to that user begin.
  private static func author(_ line: ArraySlice<UInt8>) -> (name: String, start: Int)? {
    let tail = line.suffix(limit)
    var found: (name: String, start: Int)?
    var before = tail
    while let open = before.lastRange(ofBytes: "[[".utf8)?.lowerBound {
      before = before[..<open]
      guard let close = tail[open...].range(ofBytes: "]]".utf8)?.lowerBound,
        let name = user(tail[(open + 2)..<close])
      else {
        if found != nil { break }
        continue
      }
      if let found, found.name != name { break }
      found = (name, open)
    }
    guard let found else { return nil }
    // Dashes before it belong to it.
    var start = found.start
    while start > line.startIndex, line[start - 1] == 0x20 || line[start - 1] == 0x2D { start -= 1 }
    return (found.name, start)
  }

  /// The user a link leads to: to the page or the talk page of one, or to what an address wrote.
  private static func user(_ link: ArraySlice<UInt8>) -> String? {
    let target = link.prefix { $0 != 0x7C && $0 != 0x23 }
    let words = target.first == 0x3A ? target.dropFirst() : target
    guard let colon = words.firstIndex(of: 0x3A), colon > words.startIndex else { return nil }
    let parts = words[(colon + 1)...].split(separator: 0x2F)
    guard let first = parts.first else { return nil }
    // Special:Contributions/1.2.3.4, in whatever language.
    let isAddress = parts.count == 2 && parts[1].allSatisfy { isAddressByte($0) }
    let name = isAddress ? parts[1] : first
    return String(decoding: name.map { $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self).trimmedBlanks
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == 0x2E || byte == 0x3A || (byte | 0x20) &- 0x61 < 6
  }
}

extension String {
  /// Without blanks at the ends.
  var trimmedBlanks: String {
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(self[first...last])
  }
}
