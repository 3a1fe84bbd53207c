import DocumentParsing

/// What a line begins with that makes it more than running text.
enum LineMarker: Equatable {
  /// A bullet or number of a list; `text` is what follows.
  case item(ordinal: Int32?, text: Int)
  /// `>` signs, `depth` of them; `text` is what follows.
  case quote(depth: Int, text: Int)
  /// A clause such as «(a)» or «a)»: a paragraph starts here.
  case clause

  /// Reads the beginning of `line`, `nil` if it is plain.
  init?(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) {
    guard let first = line.first else { return nil }
    switch bytes[first] {
    case UInt8(ascii: ">"): self = Self.quote(bytes, line)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard let text = Self.text(bytes, line, after: first + 1) else { return nil }
      self = .item(ordinal: nil, text: text)
    case 0xE2 where bytes.starts(line, with: [0xE2, 0x80, 0xA2]):
      guard let text = Self.text(bytes, line, after: first + 3) else { return nil }
      self = .item(ordinal: nil, text: text)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard let item = Self.numbered(bytes, line) else { return nil }
      self = item
    case UInt8(ascii: "("):
      guard let close = bytes.first(UInt8(ascii: ")"), in: line.prefix(6)), close > first + 1
      else { return nil }
      self = .clause
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      guard line.count > 2, bytes[first + 1] == UInt8(ascii: ")"), bytes[first + 2] == 0x20 else {
        return nil
      }
      self = .clause
    default: return nil
    }
  }

  private static func quote(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> LineMarker {
    var depth = 0
    var text = line.lowerBound
    while text < line.upperBound, depth < 32 {
      if bytes[text] == UInt8(ascii: ">") {
        depth += 1
      } else if bytes[text] != 0x20 {
        break
      }
      text += 1
    }
    return .quote(depth: depth, text: text)
  }

  private static func numbered(
    _ bytes: UnsafeRawBufferPointer,
    _ line: Range<Int>
  ) -> LineMarker? {
    var offset = line.lowerBound
    var number: Int32 = 0
    while offset < line.upperBound, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[offset] {
      guard number < 100 else { return nil }
      number = number * 10 + Int32(bytes[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    guard offset < line.upperBound, [UInt8(ascii: "."), UInt8(ascii: ")")].contains(bytes[offset]),
      let text = text(bytes, line, after: offset + 1)
    else { return nil }
    return .item(ordinal: number, text: text)
  }

  /// Where the text after a marker starts, which a blank must part from it.
  private static func text(
    _ bytes: UnsafeRawBufferPointer,
    _ line: Range<Int>,
    after marker: Int
  ) -> Int? {
    guard marker < line.upperBound, bytes[marker] == 0x20 || bytes[marker] == 0x09 else {
      return nil
    }
    return bytes.trimmed(marker..<line.upperBound).lowerBound
  }
}
