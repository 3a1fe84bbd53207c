/// A token of JSON that is known to be well-formed.
struct JSONToken {
  enum Kind {
    case opensObject
    case opensArray
    case closes
    /// The name of a member.
    case key
    /// A string, a number or a word.
    case value
    /// A comma or a colon.
    case punctuation
  }

  var kind: Kind
  /// Where it is, quotation marks included.
  let range: Range<Int>

  /// Its bytes without quotation marks.
  func content(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    let own = bytes[range]
    return own.first == 0x22 ? own.dropFirst().dropLast() : own
  }

  /// The tokens of a text.
  static func all(in bytes: [UInt8]) -> [JSONToken] {
    var tokens: [JSONToken] = []
    var place = 0
    while place < bytes.count {
      let start = place
      let kind: Kind?
      switch bytes[place] {
      case UInt8(ascii: "{"): kind = .opensObject
      case UInt8(ascii: "["): kind = .opensArray
      case UInt8(ascii: "}"), UInt8(ascii: "]"): kind = .closes
      case UInt8(ascii: ","): kind = .punctuation
      case UInt8(ascii: ":"):
        kind = .punctuation
        tokens[tokens.count - 1].kind = .key
      case UInt8(ascii: "\""):
        kind = .value
        place += 1
        while bytes[place] != UInt8(ascii: "\"") {
          place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
      case 0x20, 0x09, 0x0A, 0x0D: kind = nil
      default:
        kind = .value
        while place + 1 < bytes.count, isOfWord(bytes[place + 1]) { place += 1 }
      }
      place += 1
      if let kind { tokens.append(JSONToken(kind: kind, range: start..<place)) }
    }
    return tokens
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "E"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
