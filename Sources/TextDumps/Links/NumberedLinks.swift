import DocumentModel
import DocumentParsing

/// Numbers before the words of links, as lynx and elinks print them: `[12]Ines [13]2 hours ago`.
///
/// The list of addresses at the end of the text goes with them.
struct NumberedLinks {
  private let bytes: UnsafeRawBufferPointer
  /// The number before the last link.
  private var last = 0

  /// How many numbers may be missing between two links: those of links without words.
  private static let widestStep = 50
  /// How many links make a style, and how many of the numbers in brackets, in percent.
  private static let (leastLinks, leastShare) = (8, 90)
  /// How many addresses the list at the end has at least.
  private static let leastAddresses = 3

  /// Whether numbers in brackets count the links of the text in `bytes`; O(length).
  ///
  /// Numbers of footnotes stand behind words, those of links directly before.
  static func areUsed(in bytes: UnsafeRawBufferPointer) -> Bool {
    var links = NumberedLinks(bytes: bytes)
    var (found, other, offset) = (0, 0, 0)
    while let open = bytes.first(0x5B, in: offset..<bytes.count) {
      offset = open + 1
      guard let mark = mark(bytes, at: open) else { continue }
      offset = mark.end
      let isBehindWord =
        open > 0 && isWord(bytes[open - 1]) && !(mark.end < bytes.count && isWord(bytes[mark.end]))
      if !isBehindWord, links.take(mark) { found += 1 } else { other += 1 }
    }
    return found >= leastLinks && found * 100 >= (found + other) * leastShare
  }

  /// The text in `bytes` without the numbers and the list of addresses.
  static func removed(from bytes: UnsafeRawBufferPointer) -> TextStorage {
    let end = addressesStart(bytes)
    return TextStorage(capacity: end) { output in
      var links = NumberedLinks(bytes: bytes)
      var offset = 0
      while offset < end {
        if bytes[offset] == 0x5B, let mark = mark(bytes, at: offset), links.take(mark) {
          offset = mark.end
          continue
        }
        output.append(bytes[offset])
        offset += 1
      }
    }
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether `mark` is the number of the next link; counts it if so.
  private mutating func take(_ mark: (number: Int, end: Int)) -> Bool {
    guard 1...Self.widestStep ~= mark.number - last, mark.end < bytes.count,
      mark.number == last + 1 || bytes[mark.end] > 0x20
    else { return false }
    last = mark.number
    return true
  }

  /// The number in brackets at `offset`, and where it ends.
  private static func mark(
    _ bytes: UnsafeRawBufferPointer,
    at offset: Int
  ) -> (number: Int, end: Int)? {
    var (number, end) = (0, offset + 1)
    while end < bytes.count, end - offset <= 6, bytes[end] &- 0x30 < 10 {
      number = number * 10 + Int(bytes[end] &- 0x30)
      end += 1
    }
    guard end > offset + 1, end < bytes.count, bytes[end] == 0x5D else { return nil }
    return (number, end + 1)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// Where the list of addresses begins, with the line that heads it; the end if there is none.
  private static func addressesStart(_ bytes: UnsafeRawBufferPointer) -> Int {
    var (end, start, addresses) = (bytes.count, bytes.count, 0)
    while end > 0 {
      var first = end - 1
      while first > 0, bytes[first - 1] != 0x0A { first -= 1 }
      let line = bytes.trimmed(first..<end)
      if isAddress(bytes, line) {
        addresses += 1
      } else if isHeading(bytes, line) {
        start = first
      } else if !line.isEmpty {
        break
      }
      end = first
    }
    return addresses >= leastAddresses ? start : bytes.count
  }

  /// Whether a line is a number and an address: `12. https://…`.
  private static func isAddress(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Bool {
    let number = line.prefix { bytes[$0] &- 0x30 < 10 }
    let rest = line.dropFirst(number.count)
    guard !number.isEmpty, let dot = rest.first, bytes[dot] == 0x2E,
      dot + 2 < line.upperBound, bytes[dot + 1] == 0x20
    else { return false }
    return bytes.first(0x20, in: dot + 2..<line.upperBound) == nil
  }

  private static func isHeading(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Bool {
    headings.contains { bytes.equal(line, $0) }
  }

  /// What stands above the list, and above its parts.
  private static let headings: [StaticString] = [
    "References", "Visible links", "Visible links:", "Hidden links:",
  ]
}
