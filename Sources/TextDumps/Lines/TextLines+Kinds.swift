import DocumentParsing

extension TextLines {
  /// Whether a line holds an address of mail in angle brackets, as signatures of changes do:
  /// `Ines Falk <ines@example.org>`.
  func holdsAddress(_ line: Int) -> Bool {
    guard line >= 0, line < count else { return false }
    let text = self.text(line)
    guard let open = bytes.first(UInt8(ascii: "<"), in: text),
      let close = bytes.first(UInt8(ascii: ">"), in: open..<text.upperBound)
    else { return false }
    let address = open + 1..<close
    return bytes.first(UInt8(ascii: "@"), in: address) != nil
      && bytes.first(UInt8(ascii: " "), in: address) == nil
  }

  /// Whether a line is a heading of an outline: two stars and a blank.
  func isOutlineHeading(_ line: Int) -> Bool {
    let text = self.text(line)
    return text.count > 3 && bytes.starts(text, with: [0x2A, 0x2A, 0x20])
  }

  /// Whether a line is an item of a list or a heading: bullets or signs, a blank, and two words.
  func isItem(_ line: Int) -> Bool {
    let text = self.text(line)
    guard let first = text.first else { return false }
    var length = 1
    switch bytes[first] {
    case UInt8(ascii: "*"), UInt8(ascii: "#"):
      while length < text.count, bytes[first + length] == bytes[first] { length += 1 }
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "o"): break
    case 0xE2 where bytes.starts(text, with: [0xE2, 0x80, 0xA2]): length = 3
    default: return false
    }
    guard text.count > length, bytes[first + length] == UInt8(ascii: " ") else { return false }
    let rest = bytes.trimmed(first + length..<text.upperBound)
    return bytes.first(UInt8(ascii: " "), in: rest) != nil
  }
}
