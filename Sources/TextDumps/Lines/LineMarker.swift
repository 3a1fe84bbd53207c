import DocumentParsing

/// What a line begins with if it is an item of a list, a quotation or a clause.
enum LineMarker: Equatable {
  /// A bullet or number of a list; `text` is what follows.
  case item(ordinal: Int32?, text: Int)
  /// `>` signs, `depth` of them; `text` is what follows.
  case quote(depth: Int, text: Int)
  /// A clause such as «(a)» or «a)»: a paragraph starts here.
  case clause

  /// Reads the beginning of `line`, `nil` if it is plain.
  init?(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>, limits: TextBlockPolicy.MarkerLimits) {
    guard let first = line.first else { return nil }
    switch bytes[first] {
    case UInt8(ascii: ">"): self = Self.quote(bytes, line, limits: limits)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard let text = Self.text(bytes, line, after: first + 1) else { return nil }
      self = .item(ordinal: nil, text: text)
    case 0xE2 where bytes.starts(line, with: [0xE2, 0x80, 0xA2]):
      guard let text = Self.text(bytes, line, after: first + 3) else { return nil }
      self = .item(ordinal: nil, text: text)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard let item = Self.numbered(bytes, line, limits: limits) else { return nil }
      self = item
    case UInt8(ascii: "("):
      guard let close = bytes.first(UInt8(ascii: ")"), in: line.prefix(limits.longestClause)),
        close > first + 1
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

  /// The `>` signs that begin `line`.
  static func quote(
    _ bytes: UnsafeRawBufferPointer,
    _ line: Range<Int>,
    limits: TextBlockPolicy.MarkerLimits
  ) -> LineMarker {
    var depth = 0
    var text = line.lowerBound
    while text < line.upperBound, depth < limits.deepestQuote {
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
    _ line: Range<Int>,
    limits: TextBlockPolicy.MarkerLimits
  ) -> LineMarker? {
    var offset = line.lowerBound
    var number: Int32 = 0
    while offset < line.upperBound, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[offset] {
      guard offset - line.lowerBound < limits.mostOrdinalDigits else { return nil }
      number = number * 10 + Int32(bytes[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    guard offset < line.upperBound, [UInt8(ascii: "."), UInt8(ascii: ")")].contains(bytes[offset]),
      let text = text(bytes, line, after: offset + 1)
    else { return nil }
    return .item(ordinal: number, text: text)
  }

  /// Where the text after a marker starts; a blank must separate them.
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

/// The bullet or number an indented line of a list begins with.
struct ListMarker: Equatable {
  let level: Int
  let ordinal: Int32?
  let text: Range<Int>

  /// Reads the marker of an indented line: the same number of blanks for every level, then `•`, `*`,
  /// `-`, `–` or a number with a full stop or bracket, then a blank.
  init?(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>, limits: TextBlockPolicy.MarkerLimits) {
    var offset = line.lowerBound
    while offset < line.upperBound, bytes[offset] == 0x20 { offset += 1 }
    let indent = offset - line.lowerBound
    guard indent >= limits.listIndent, offset < line.upperBound else { return nil }
    var number: Int32?
    switch bytes[offset] {
    case 0x2A, 0x2B, 0x2D: offset += 1
    case 0xE2:
      let value = Scalar(in: bytes, at: offset).value
      guard [0x2022, 0x25E6, 0x25AA, 0x25CF, 0x25A0, 0x2013, 0x2043].contains(value) else {
        return nil
      }
      offset += 3
    case 0x30...0x39:
      var value: Int32 = 0
      var digits = 0
      while offset < line.upperBound, 0x30...0x39 ~= bytes[offset], digits < limits.mostListDigits {
        value = value * 10 + Int32(bytes[offset] - 0x30)
        digits += 1
        offset += 1
      }
      guard offset < line.upperBound, bytes[offset] == 0x2E || bytes[offset] == 0x29 else {
        return nil
      }
      offset += 1
      number = value
    default: return nil
    }
    guard offset == line.upperBound || bytes[offset] == 0x20 else { return nil }
    level = min(indent / limits.listIndent - 1, limits.deepestList)
    ordinal = number
    text = offset..<line.upperBound
  }
}
