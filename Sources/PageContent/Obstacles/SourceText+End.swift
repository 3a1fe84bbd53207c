import DocumentModel
import DocumentParsing

extension SourceText {
  /// How far from the ends of a page its first and its last tag are looked for, in bytes.
  private static let margin = 1 << 14

  /// Whether the page begins with the tag of a whole page but does not end with one.
  ///
  /// Compressed answers that were cut short look so: nothing else tells them from whole ones. O(1).
  var endsEarly: Bool {
    let bytes = raw.bytes
    let start = bytes.prefix(Self.margin)
    guard ["<html", "<!doctype"].contains(where: { Self.holds($0, start) }) else { return false }
    let end = bytes.suffix(Self.margin)
    return !["</html", "</body"].contains { Self.holds($0, end) }
  }

  /// Whether `bytes` hold `tag`, which is given in small letters.
  private static func holds(_ tag: String, _ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    let wanted = Array(tag.utf8)
    let last = bytes.endIndex - wanted.count
    guard bytes.startIndex <= last else { return false }
    return (bytes.startIndex...last).contains { start in
      bytes[start] == 0x3C
        && wanted.indices.allSatisfy { index in
          let byte = bytes[start + index]
          return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == wanted[index]
        }
    }
  }
}
